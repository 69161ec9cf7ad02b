import { didYouMean, formatNumber, formatValue, numberOf, type TurnKind, turnKindNames, turnKinds } from "../sim/index.ts";
import type { Faults } from "./faults.ts";
import { formatCount } from "./format-number.ts";
import type { ReadInterventions } from "./list-interventions.ts";
import { nameFromCell } from "./names.ts";
import { plainWord } from "./network/words.ts";
import { checkWidth } from "./table/check-width.ts";
import type { Table } from "./table/find-table.ts";
import { readRows } from "./table/read-rows.ts";

const columns = ["tick", "action", "agents", "name", "value", "circle", "until", "label", "made"] as const;

/** The columns that each action uses, besides `tick`, `until` and `label`. */
const uses: Readonly<Record<string, readonly Column[]>> = {
  set: ["name", "value"],
  set_traits: ["agents", "name", "value"],
  remove: ["agents"],
  add: ["value", "circle"],
  move: ["agents", "circle"],
  cut_ties: ["agents"],
  add_ties: ["agents", "value"],
  ...Object.fromEntries(turnKindNames.map((kind) => [kind, ["agents", "value"]])),
  promise: ["agents", "value", "made"],
};

type Column = (typeof columns)[number];
type Cells = Readonly<Partial<Record<Column, string>>>;

/** Names of agents and circles that a table may use. */
export interface KnownNames {
  readonly names: readonly string[];
  readonly circleNames: readonly string[];
}

/**
 * Reads interventions from a table, one in each line. What the columns hold depends on the action:
 *
 *     set                 name: the parameter; value
 *     set_traits          agents; name: the trait; value
 *     remove              agents
 *     add                 value: how many; circle
 *     move                agents; circle
 *     cut_ties, add_ties  agents: the two, separated by |; value: the strength
 *     promise, favor,     agents: those whom the event names, separated by |; value: the outcome; made: when a promise was made
 *     meeting, introduction
 *
 * Agents are `all`, an index, a name, several of these separated by `|`, `circle:` and its name, `every:10`, or `top:5 by reach`.
 */
export function readInterventionTable(
  text: string,
  { delimiter, start }: Table,
  faults: Faults,
  known: KnownNames,
): ReadInterventions {
  const given: unknown[] = [];
  const lines: number[] = [];
  const builder = new Builder(known);
  let header: string[] | undefined;
  const row = (cells: string[], line: number): void => {
    if (header === undefined) {
      checkWidth(cells, line, faults);
      header = cells.map((title) => plainWord(title));
      checkHeader(cells, line, faults);
    } else if (cells.length !== header.length)
      faults.add(line, `has ${formatCount(cells.length, "cell")}, but the header has ${formatNumber(header.length)}`);
    else {
      const filled: Cells = Object.fromEntries(header.map((title, at) => [title, cells[at]]).filter(([, cell]) => cell !== ""));
      if (!checkCells(filled, line, faults)) return;
      given.push(builder.build(filled));
      lines.push(line);
    }
  };
  readRows(text, delimiter, faults, row, start);
  faults.throwIfAny();
  return { file: faults.file, given, lines };
}

function checkHeader(titles: readonly string[], line: number, faults: Faults): void {
  const words = titles.map(plainWord);
  for (const [at, title] of titles.entries()) {
    const word = words[at] ?? "";
    if (!columns.includes(word as Column)) faults.add(line, `unknown column ${formatValue(title)}${didYouMean(title, columns)}`);
    else if (words.indexOf(word) < at) faults.add(line, `duplicate column ${word}`);
  }
  for (const column of ["tick", "action"]) if (!words.includes(column)) faults.add(line, `the header has no column ${column}`);
}

function checkCells({ action = "", ...cells }: Cells, line: number, faults: Faults): boolean {
  const used = Object.hasOwn(uses, action) ? uses[action] : undefined;
  if (used === undefined) {
    const all = Object.keys(uses);
    faults.add(line, `action must be one of ${all.join(", ")}, got ${formatValue(action)}${didYouMean(action, all)}`);
    return false;
  }
  for (const column of ["agents", "name", "value", "circle", "made"] as const)
    if (cells[column] !== undefined && !used.includes(column))
      faults.add(line, `${action} takes no ${column}, so its cell must be empty, got ${formatValue(cells[column])}`);
  return true;
}

class Builder {
  readonly #names: ReadonlySet<string>;
  readonly #circleNames: ReadonlySet<string>;

  constructor({ names, circleNames }: KnownNames) {
    this.#names = new Set(names);
    this.#circleNames = new Set(circleNames);
  }

  /** The intervention of a row. The model checks what is missing or wrong in it. */
  build({ tick, until, label, ...cells }: Cells): Record<string, unknown> {
    const when = {
      tick: numberOrText(tick),
      ...(until === undefined ? {} : { until: numberOrText(until) }),
      ...(label === undefined ? {} : { label }),
    };
    return { ...when, ...this.#action(cells) };
  }

  #action({ action = "", agents, name = "", value, circle, made }: Cells): Record<string, unknown> {
    if (Object.hasOwn(turnKinds, action)) return { [action]: this.#event(action as TurnKind, agents, value, made) };
    const number = numberOrText(value);
    const where = circle === undefined ? undefined : numberUnlessKnown(circle, this.#circleNames);
    if (action === "set") return { set: { [name]: number } };
    if (action === "set_traits") return { set_traits: { [name]: number }, agents: this.#selector(agents) };
    if (action === "remove") return { remove: this.#selector(agents) };
    if (action === "add") return { add: number, ...(where === undefined ? {} : { circle: where }) };
    if (action === "move") return { move: this.#selector(agents), to_circle: where };
    if (action === "cut_ties") return { cut_ties: [this.#list(agents)] };
    return { add_ties: [this.#list(agents)], ...(value === undefined ? {} : { strength: number }) };
  }

  /** An event whose outcome is turned. Agents beyond those that the event names get keys that the model refuses. */
  #event(
    kind: TurnKind,
    agents: string | undefined,
    outcome: string | undefined,
    made: string | undefined,
  ): Record<string, unknown> {
    const names: readonly string[] = turnKinds[kind].agents;
    const named =
      agents === undefined ? [] : this.#list(agents).map((agent, at) => [names[at] ?? `agent ${at + 1}`, agent] as const);
    return {
      ...Object.fromEntries(named),
      ...(made === undefined ? {} : { made: numberOrText(made) }),
      ...(outcome === undefined ? {} : { outcome }),
    };
  }

  #selector(cell = ""): unknown {
    const [, word, rest = ""] = /^(circle|every|top):\s*(.*)$/.exec(cell) ?? [];
    if (word === "circle") return { circle: numberUnlessKnown(rest, this.#circleNames) };
    if (word === "every") return { every: numberOrText(rest) };
    if (word === "top") {
      const [count, measure] = rest.split(/\s+by\s+/);
      return { top: numberOrText(count), by: measure };
    }
    const list = this.#list(cell);
    return list.length === 1 ? list[0] : list;
  }

  /** Agents separated by |. */
  #list(cell = ""): (number | string)[] {
    return cell.split("|").map((part) => numberUnlessKnown(part, this.#names));
  }
}

/** A known name, or else an index if the cell holds a whole number. */
function numberUnlessKnown(cell: string, known: ReadonlySet<string>): number | string {
  const name = nameFromCell(cell);
  return !known.has(name) && /^\d+$/.test(name) ? Number(name) : name;
}

function numberOrText(cell: string | undefined): number | string | undefined {
  return cell === undefined ? undefined : (numberOf(cell) ?? cell);
}
