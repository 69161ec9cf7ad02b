import { agentTableColumns, didYouMean, formatNumber, formatValue, type TraitName, traitNames } from "../sim/index.ts";
import { checkText } from "./check-text.ts";
import { Faults } from "./faults.ts";
import { formatCount } from "./format-number.ts";
import { nameFromCell } from "./names.ts";
import { MOST_AGENTS } from "./network/listing.ts";
import { plainWord } from "./network/words.ts";
import { findTable } from "./table/find-table.ts";
import { isMissing, readNumber } from "./table/read-number.ts";
import { readRows } from "./table/read-rows.ts";

/** What an agents file says, by row. The model draws what is missing. */
export interface AgentRows {
  readonly names: string[];
  /** the agent's number in a run's agents.csv, as text; empty if the file has no such column */
  readonly numbers: string[];
  readonly circles: (string | undefined)[];
  /** from 0; −1 if missing */
  readonly domain: number[];
  /** 0 to 1, NaN if missing */
  readonly expertise: number[];
  readonly status: number[];
  /** TRAITS values for each row, NaN if missing */
  readonly traits: number[];
}

/** The columns that are read, in the order of agents.csv. */
const usedColumns = ["agent", "name", "circle", "domain", "expertise", "status", ...traitNames] as const;
type UsedColumn = (typeof usedColumns)[number];

/** Known columns by their plain words. The measures in a run's agents.csv are known too, but not read. */
const knownColumns = new Map([...agentTableColumns, ...usedColumns].map((name) => [plainWord(name), name]));

/**
 * Reads an agents file: a table with commas, semicolons or tabs, a header and the column `name`. The columns `circle`, `domain`,
 * `expertise`, `status` and the traits are optional. An empty cell and `NA` count as missing. The agents.csv of a run is an agents
 * file too: its measures are ignored, and an agent without a name is named by its number.
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
      else reader.readRow(cells, line);
    },
    start,
  );
  if (reader === undefined) faults.stop(0, "contains only delimiters");
  if (reader.rows.names.length === 0) faults.add(0, "has no agents below its header");
  faults.throwIfAny();
  return reader.rows;
}

class AgentReader {
  readonly rows: AgentRows = { names: [], numbers: [], circles: [], domain: [], expertise: [], status: [], traits: [] };
  readonly #width: number;
  readonly #places = new Map<UsedColumn, number>();
  readonly #domains: number;
  readonly #faults: Faults;
  /** the line of each name */
  readonly #lines = new Map<string, number>();

  constructor(header: readonly string[], line: number, domains: number, faults: Faults) {
    this.#width = header.length;
    this.#domains = domains;
    this.#faults = faults;
    for (const [place, title] of header.entries()) {
      if (title === "") continue; // row names as R writes them
      const name = knownColumns.get(plainWord(title)) as UsedColumn | undefined;
      if (name === undefined) faults.add(line, `unknown column ${formatValue(title)}${didYouMean(title, usedColumns)}`);
      else if (this.#places.has(name)) faults.add(line, `duplicate column ${name}`);
      else this.#places.set(name, place);
    }
    if (!this.#places.has("name")) faults.stop(line, "the header has no column name");
  }

  readRow(cells: readonly string[], line: number): void {
    const { names, numbers, circles, domain, expertise, status, traits } = this.rows;
    if (cells.length !== this.#width && !(cells.length > this.#width && cells.slice(this.#width).every((cell) => cell === ""))) {
      this.#faults.add(line, `has ${formatCount(cells.length, "cell")}, but the header has ${this.#width}`);
      return;
    }
    const number = this.#cell(cells, "agent");
    const name = nameFromCell(this.#cell(cells, "name")) || number;
    const known = this.#lines.get(name);
    if (name === "") this.#faults.add(line, "the name is missing");
    else if (known !== undefined) this.#faults.add(line, `duplicate name ${formatValue(name)}, already in line ${known}`);
    else this.#lines.set(name, line);
    if (names.push(name) > MOST_AGENTS) this.#faults.stop(line, `a run can have at most ${formatNumber(MOST_AGENTS)} agents`);
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
      `domain must be a whole number from 0 to ${this.#domains - 1} (domains is ${this.#domains}), got ${formatValue(cell)}`,
    );
    return -1;
  }

  #share(cells: readonly string[], column: "expertise" | "status" | TraitName, line: number): number {
    const cell = this.#cell(cells, column);
    if (isMissing(cell)) return Number.NaN;
    const value = readNumber(cell);
    if (value !== undefined && value >= 0 && value <= 1) return value === 0 ? 0 : value; // −0 would hash differently
    this.#faults.add(line, `${column} must be a number from 0 to 1, got ${formatValue(cell)}`);
    return Number.NaN;
  }
}
