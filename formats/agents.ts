import { agentTableColumns, didYouMean, formatNumber, formatValue, MOST_SOCIAL, type TraitName, traitNames } from "../sim/index.ts";
import { checkText } from "./check-text.ts";
import { Faults } from "./faults.ts";
import { formatCount } from "./format-number.ts";
import { findLookAlikes, nameFromCell, nameProblem } from "./names.ts";
import { listTitles } from "./network/declared-graph.ts";
import { MOST_AGENTS } from "./network/listing.ts";
import { circleWords, plainWord } from "./network/words.ts";
import { checkWidth } from "./table/check-width.ts";
import { findTable } from "./table/find-table.ts";
import { isMissing, readNumber } from "./table/read-number.ts";
import { readRows } from "./table/read-rows.ts";

/** What an agents file says, by row. The model draws what is missing. */
export interface AgentRows {
  readonly names: string[];
  /** what the ends of ties may call each agent instead of its name: its id, or its number in a run's agents.csv; empty if missing */
  readonly keys: string[];
  readonly circles: (string | undefined)[];
  /** from 0; −1 if missing */
  readonly domain: number[];
  /** 0 to 1, NaN if missing */
  readonly expertise: number[];
  readonly status: number[];
  /** 0 to MOST_SOCIAL, NaN if missing */
  readonly sociality: number[];
  /** the tick in which each agent came; 0 in files that aren't tables of a run */
  readonly since: number[];
  /** TRAITS values for each row, NaN if missing */
  readonly traits: number[];
  /** the line of each row */
  readonly lines: readonly number[];
  /** whether the file is the agents.csv of a run */
  readonly isOwn: boolean;
  /** whether the file is the nodes.csv of a run exported to tidygraph, so that the ends of ties are its rows, from 1 */
  readonly endsAreRows: boolean;
  /** what a person should know about how the file was read */
  readonly notes: readonly string[];
}

/** The columns that are read, in the order of agents.csv. */
const usedColumns = ["agent", "name", "circle", "domain", "expertise", "status", "sociality", ...traitNames] as const;
type UsedColumn = (typeof usedColumns)[number];

/** The header of nodes.csv for tidygraph. */
const nodeColumns: readonly string[] = ["name", "agent", ...usedColumns.slice(2)];

/** Other titles of columns, in order of preference. */
const synonyms: readonly (readonly [UsedColumn, readonly string[]])[] = [
  ["agent", ["id", "nodeid", "node", "key", "vertex"]],
  ["name", ["label"]],
  ["circle", circleWords],
];

/** Columns by their plain words. */
const usedWords = new Map(usedColumns.map((name) => [plainWord(name), name]));
/** The other columns in a run's agents.csv. They are known, but only `since` is read, and only from such a file. */
const measureWords: ReadonlySet<string> = new Set(agentTableColumns.map(plainWord));

/** Where a run's agents.csv says in which tick each agent came. */
const sinceColumn = agentTableColumns.indexOf("since");

/** Letters from which on a title can be recognized as misspelled. */
const LONG_TITLE = 5;

export interface AgentOptions {
  /** as the parameter */
  readonly domains: number;
  /** title of the column that holds the circles */
  readonly circleColumn?: string | undefined;
}

/**
 * Reads an agents file: a table with commas, semicolons or tabs, and a header with the column `name`, `label` or `id`. The columns
 * `circle`, `domain`, `expertise`, `status`, `sociality` and the traits are optional, and others are not used. An empty cell and `NA` count as
 * missing. The agents.csv of a run is an agents file too: its measures are ignored, and an agent without a name is named by its
 * number.
 *
 * @throws InputError with every fault and its line
 */
export function readAgents(text: string, file: string, options: AgentOptions): AgentRows {
  const faults: Faults = new Faults(file);
  const checked = checkText(text, faults);
  const { delimiter, start } = findTable(checked, ["\t", ";", ","]) ?? { delimiter: ",", start: { at: 0, line: 1 } };
  let reader: AgentReader | undefined;
  readRows(
    checked,
    delimiter,
    faults,
    (cells, line) => {
      if (reader !== undefined) return reader.readRow(cells, line);
      checkWidth(cells, line, faults);
      reader = new AgentReader(cells, line, options, faults);
    },
    start,
  );
  if (reader === undefined) faults.stop(0, "contains only delimiters");
  return reader.finish();
}

class AgentReader {
  readonly #rows: Omit<AgentRows, "isOwn" | "endsAreRows" | "lines" | "notes"> = {
    names: [],
    keys: [],
    circles: [],
    domain: [],
    expertise: [],
    status: [],
    sociality: [],
    since: [],
    traits: [],
  };
  readonly #lines: number[] = [];
  readonly #width: number;
  readonly #places = new Map<UsedColumn, number>();
  readonly #unused: string[] = [];
  readonly #options: AgentOptions;
  readonly #faults: Faults;
  readonly #isOwn: boolean;
  readonly #endsAreRows: boolean;
  /** whether names are labels, which may be repeated */
  readonly #hasLabels: boolean;

  constructor(header: readonly string[], line: number, options: AgentOptions, faults: Faults) {
    this.#width = header.length;
    this.#options = options;
    this.#faults = faults;
    const words = header.map(plainWord);
    this.#isOwn = agentTableColumns.every((title, at) => header[at] === title);
    this.#endsAreRows = header.length === nodeColumns.length && nodeColumns.every((title, at) => header[at] === title);
    for (const [place, word] of words.entries()) {
      const name = usedWords.get(word);
      if (name === undefined) continue;
      if (this.#places.has(name)) faults.add(line, `duplicate column ${name}`);
      else this.#places.set(name, place);
    }
    this.#hasLabels = !this.#places.has("name");
    for (const [name, others] of synonyms) {
      const place = words.indexOf(others.find((word) => words.includes(word)) ?? "");
      if (!this.#places.has(name) && place >= 0) this.#places.set(name, place);
    }
    this.#chooseCircles(header, words, line);
    this.#checkTitles(header, words, line);
    if (!this.#places.has("name") && !(this.#places.has("agent") && !words.includes("agent")))
      faults.stop(line, "the header has no column name, label or id");
  }

  readRow(cells: readonly string[], line: number): void {
    const { names, keys, circles, domain, expertise, status, sociality, since, traits } = this.#rows;
    if (cells.length !== this.#width && !(cells.length > this.#width && cells.slice(this.#width).every((cell) => cell === ""))) {
      this.#faults.add(line, `has ${formatCount(cells.length, "cell")}, but the header has ${formatNumber(this.#width)}`);
      return;
    }
    const key = this.#cell(cells, "agent");
    const name = nameFromCell(this.#cell(cells, "name")) || nameFromCell(key);
    if (names.push(name) > MOST_AGENTS) this.#faults.stop(line, `a run can have at most ${formatNumber(MOST_AGENTS)} agents`);
    this.#lines.push(line);
    keys.push(nameFromCell(key));
    const circle = this.#cell(cells, "circle");
    circles.push(isMissing(circle) ? undefined : this.#checkName(nameFromCell(circle), line));
    domain.push(this.#domain(this.#cell(cells, "domain"), line));
    expertise.push(this.#share(cells, "expertise", line));
    status.push(this.#share(cells, "status", line));
    sociality.push(this.#number(cells, "sociality", line, MOST_SOCIAL));
    since.push(this.#isOwn ? this.#tick(cells, line) : 0);
    for (const trait of traitNames) traits.push(this.#share(cells, trait, line));
  }

  /** @throws InputError with every fault */
  finish(): AgentRows {
    const { names, keys } = this.#rows;
    const notes = this.#unused.length > 0 ? [`columns not used: ${listTitles(this.#unused)}`] : [];
    if (names.length === 0) this.#faults.add(0, "has no agents below its header");
    if (this.#hasLabels && this.#places.has("name") && new Set(names).size < names.length && !keys.includes("")) {
      notes.push("labels are missing or repeated, so ids are used as names");
      for (const [row, key] of keys.entries()) names[row] = key;
    }
    const known = new Map<string, number>();
    for (const [row, name] of names.entries()) {
      const line = this.#lines[row] ?? 0;
      const other = known.get(name);
      if (name === "") this.#faults.add(line, "the name is missing");
      else if (other !== undefined) this.#faults.add(line, `duplicate name ${formatValue(name)}, already in line ${other}`);
      else known.set(this.#checkName(name, line), line);
    }
    this.#faults.throwIfAny();
    notes.push(...findLookAlikes(new Set(this.#rows.circles), "circles "));
    return { ...this.#rows, lines: this.#lines, isOwn: this.#isOwn, endsAreRows: this.#endsAreRows, notes };
  }

  #chooseCircles(header: readonly string[], words: readonly string[], line: number): void {
    const { circleColumn } = this.#options;
    if (circleColumn === undefined) return;
    const place = words.indexOf(plainWord(circleColumn));
    if (place >= 0) this.#places.set("circle", place);
    else
      this.#faults.add(
        line,
        `has no column ${formatValue(circleColumn)}${didYouMean(circleColumn, header)}; the header has ${listTitles(header)}`,
      );
  }

  /** Reports misspelled titles, and collects those that are not used. */
  #checkTitles(header: readonly string[], words: readonly string[], line: number): void {
    const used = new Set(this.#places.values());
    for (const [place, title] of header.entries()) {
      const word = words[place] ?? "";
      if (title === "" || used.has(place) || usedWords.has(word) || measureWords.has(word)) continue; // R leaves the title of row names empty
      const hint = title.length >= LONG_TITLE ? didYouMean(title, usedColumns) : "";
      if (hint !== "") this.#faults.add(line, `unknown column ${formatValue(title)}${hint}`);
      else this.#unused.push(title);
    }
  }

  #checkName(name: string, line: number): string {
    const problem = nameProblem(name);
    if (problem !== undefined) this.#faults.add(line, problem);
    return name;
  }

  #cell(cells: readonly string[], column: UsedColumn): string {
    return cells[this.#places.get(column) ?? -1] ?? "";
  }

  #domain(cell: string, line: number): number {
    const { domains } = this.#options;
    if (isMissing(cell)) return -1;
    const value = readNumber(cell);
    if (value !== undefined && Number.isInteger(value) && value >= 0 && value < domains) return value;
    this.#faults.add(
      line,
      `domain must be a whole number from 0 to ${domains - 1} (domains is ${domains}), got ${formatValue(cell)}`,
    );
    return -1;
  }

  #share(cells: readonly string[], column: "expertise" | "status" | TraitName, line: number): number {
    return this.#number(cells, column, line, 1);
  }

  /** A number from 0 to `most`, or NaN if it is missing. */
  #number(cells: readonly string[], column: UsedColumn, line: number, most: number): number {
    const cell = this.#cell(cells, column);
    if (isMissing(cell)) return Number.NaN;
    const value = readNumber(cell);
    if (value !== undefined && value >= 0 && value <= most) return value === 0 ? 0 : value; // −0 would hash differently
    this.#faults.add(line, `${column} must be a number from 0 to ${most}, got ${formatValue(cell)}`);
    return Number.NaN;
  }

  /** The tick in which an agent came. It is negative if that was in the burn-in of a settled run. */
  #tick(cells: readonly string[], line: number): number {
    const cell = cells[sinceColumn] ?? "";
    if (/^-?\d{1,9}$/.test(cell)) return Number(cell);
    this.#faults.add(line, `since must be a tick, a whole number, got ${formatValue(cell)}`);
    return 0;
  }
}
