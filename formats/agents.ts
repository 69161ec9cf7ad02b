import { agentTableColumns, didYouMean, shown, type TraitName, traitNames } from "../sim/index.ts";
import { checkText } from "./check-text.ts";
import { Faults } from "./faults.ts";
import { nameFromCell } from "./names.ts";
import { MOST_AGENTS } from "./network/listing.ts";
import { plainWord } from "./network/words.ts";
import { findTable } from "./table/find-table.ts";
import { isMissing, readNumber } from "./table/read-number.ts";
import { readRows } from "./table/read-rows.ts";

/** What an agents file says, by row; what it does not say is drawn. */
export interface AgentRows {
  readonly names: string[];
  /** the number under which a run's agents.csv lists the agent, as text; empty where there is none */
  readonly numbers: string[];
  readonly circles: (string | undefined)[];
  /** from 0; −1 where it is not given */
  readonly domain: number[];
  /** 0 to 1, NaN where it is not given */
  readonly expertise: number[];
  readonly status: number[];
  /** TRAITS a row, NaN where it is not given */
  readonly traits: number[];
}

/** Columns that mean something, in the order of agents.csv. */
const usedColumns = ["agent", "name", "circle", "domain", "expertise", "status", ...traitNames] as const;
type UsedColumn = (typeof usedColumns)[number];

/** Columns by their plain words; those of a run's agents.csv beyond the ones used are known too, and passed over. */
const knownColumns = new Map([...agentTableColumns, ...usedColumns].map((name) => [plainWord(name), name]));

/**
 * Reads an agents file: a table (comma, semicolon or tab) with a header and the column `name`; beside it any of `circle`,
 * `domain`, `expertise`, `status` and the traits. Empty cells and `NA` are not given. The agents.csv of a run can be read so:
 * the measures in it are passed over, and where it gives no name the agent's number is its name.
 *
 * @param options.domains as the parameter
 * @throws InputError with every fault and its line
 */
export function readAgents(text: string, file: string, { domains }: { readonly domains: number }): AgentRows {
  const faults: Faults = new Faults(file);
  const checked = checkText(text, faults);
  const { delimiter, start } = findTable(checked, ["\t", ";", ","]) ?? { delimiter: ",", start: { at: 0, line: 1 } };
  let reader: AgentReader | undefined;
  readRows(
    checked,
    delimiter,
    faults,
    (cells, line) => {
      if (reader === undefined) reader = new AgentReader(cells, line, domains, faults);
      else reader.row(cells, line);
    },
    start,
  );
  if (reader === undefined) faults.stop(0, "is empty but for what parts its cells");
  if (reader.rows.names.length === 0) faults.add(0, "must list at least one agent below its header");
  faults.throwIfAny();
  return reader.rows;
}

class AgentReader {
  readonly rows: AgentRows = { names: [], numbers: [], circles: [], domain: [], expertise: [], status: [], traits: [] };
  readonly #width: number;
  readonly #places = new Map<UsedColumn, number>();
  readonly #domains: number;
  readonly #faults: Faults;
  /** by name: the line it stands in */
  readonly #lines = new Map<string, number>();

  constructor(header: readonly string[], line: number, domains: number, faults: Faults) {
    this.#width = header.length;
    this.#domains = domains;
    this.#faults = faults;
    for (const [place, title] of header.entries()) {
      if (title === "") continue; // the names of rows, as R writes them
      const name = knownColumns.get(plainWord(title)) as UsedColumn | undefined;
      if (name === undefined) faults.add(line, `unknown column ${shown(title)}${didYouMean(title, usedColumns)}`);
      else if (this.#places.has(name)) faults.add(line, `a column must be there once, got ${name} again`);
      else this.#places.set(name, place);
    }
    if (!this.#places.has("name")) faults.stop(line, "must have a header with the column name");
  }

  row(cells: readonly string[], line: number): void {
    const { names, numbers, circles, domain, expertise, status, traits } = this.rows;
    if (cells.length !== this.#width && !(cells.length > this.#width && cells.slice(this.#width).every((cell) => cell === ""))) {
      this.#faults.add(line, `must have ${this.#width} cells as the header, got ${cells.length}`);
      return;
    }
    const number = this.#cell(cells, "agent");
    const name = nameFromCell(this.#cell(cells, "name")) || number;
    const known = this.#lines.get(name);
    if (name === "") this.#faults.add(line, "a name is missing");
    else if (known !== undefined) this.#faults.add(line, `a name must be there once, got ${shown(name)} here and in line ${known}`);
    else this.#lines.set(name, line);
    if (names.push(name) > MOST_AGENTS) this.#faults.stop(line, `must have at most ${MOST_AGENTS} agents, and here comes one more`);
    numbers.push(number);
    const circle = this.#cell(cells, "circle");
    circles.push(isMissing(circle) ? undefined : nameFromCell(circle));
    domain.push(this.#domain(this.#cell(cells, "domain"), line));
    expertise.push(this.#share(cells, "expertise", line));
    status.push(this.#share(cells, "status", line));
    for (const trait of traitNames) traits.push(this.#share(cells, trait, line));
  }

  #cell(cells: readonly string[], column: UsedColumn): string {
    return cells[this.#places.get(column) ?? -1] ?? "";
  }

  #domain(cell: string, line: number): number {
    if (isMissing(cell)) return -1;
    const value = readNumber(cell);
    if (value !== undefined && Number.isInteger(value) && value >= 0 && value < this.#domains) return value;
    this.#faults.add(
      line,
      `domain must be a whole number, 0 to ${this.#domains - 1} (domains is ${this.#domains}), got ${shown(cell)}`,
    );
    return -1;
  }

  #share(cells: readonly string[], column: "expertise" | "status" | TraitName, line: number): number {
    const cell = this.#cell(cells, column);
    if (isMissing(cell)) return Number.NaN;
    const value = readNumber(cell);
    if (value !== undefined && value >= 0 && value <= 1) return value === 0 ? 0 : value; // no −0, which would hash apart
    this.#faults.add(line, `${column} must be 0 to 1, got ${shown(cell)}`);
    return Number.NaN;
  }
}
