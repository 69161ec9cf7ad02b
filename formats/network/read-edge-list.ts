import { formatNumber, formatValue } from "../../sim/index.ts";
import { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { nameFromCell } from "../names.ts";
import { findTable, type Table } from "../table/find-table.ts";
import { isMissing, readNumber } from "../table/read-number.ts";
import { readRows } from "../table/read-rows.ts";
import { type EdgeColumns, findEdgeColumns } from "./edge-columns.ts";
import { addRecord, checkWeight, createListing, type Listing, MOST_AGENTS } from "./listing.ts";
import { readDirection } from "./words.ts";

/** Rows from which the columns are found. */
const SAMPLE = 200;

/**
 * Reads an edge list: one line for each tie, with the names of its two ends and optionally its weight, its direction and the
 * circles of the ends. Tabs, semicolons, commas or blanks separate the columns.
 */
export function readEdgeList(text: string, faults: Faults): Listing {
  const table = findTable(text);
  if (table === undefined) faults.stop(0, "needs two names in a line, separated by a comma, semicolon, tab or space");
  const { delimiter, start } = table;
  const sample: string[][] = [];
  readRows(text, delimiter, new Faults(""), (cells) => sample.push(cells) < SAMPLE, start);
  if (sample.length === 0) faults.stop(0, "contains only delimiters");
  const columns = findEdgeColumns(sample);
  if (typeof columns === "string") faults.stop(0, columns);
  if (Math.max(columns.from, columns.to) >= columns.cells)
    faults.stop(start.line, "must begin with a header or a tie, but the first line has only one cell");
  const reader = new EdgeReader(columns, faults);
  const tickOf = (cells: string[]): number => readNumber(cells[columns.tick] ?? "") ?? Number.NEGATIVE_INFINITY;
  const lastTick = columns.tick < 0 ? 0 : findLastTick(text, table, tickOf);
  let rows = 0;
  let earlier = 0;
  readRows(
    text,
    delimiter,
    faults,
    (cells, line) => {
      if (rows++ === 0 && columns.header) return;
      if (columns.tick >= 0 && tickOf(cells) !== lastTick) earlier++;
      else reader.readRow(cells, line);
    },
    start,
  );
  const { notes } = reader.listing;
  if (!columns.header && /\p{L}/u.test(sample[0]?.join("") ?? "")) notes.push("no header line found");
  if (!columns.header && columns.weight >= 0) notes.push("third column used as the weight");
  if (earlier > 0) notes.push(`${formatCount(earlier, "line")} of earlier ticks left out`);
  if (columns.ignored.length > 0) notes.push(`columns not used: ${columns.ignored.join(", ")}`);
  return reader.listing;
}

function findLastTick(text: string, { delimiter, start }: Table, tickOf: (cells: string[]) => number): number {
  let last = Number.NEGATIVE_INFINITY;
  const take = (cells: string[]): void => {
    last = Math.max(last, tickOf(cells));
  };
  readRows(text, delimiter, new Faults(""), take, start);
  return last;
}

class EdgeReader {
  readonly listing = createListing();
  readonly #columns: EdgeColumns;
  readonly #faults: Faults;
  readonly #byName = new Map<string, number>();
  /** the line that gives each agent's circle */
  readonly #circleLines: number[] = [];

  constructor(columns: EdgeColumns, faults: Faults) {
    this.#columns = columns;
    this.#faults = faults;
  }

  readRow(cells: string[], line: number): void {
    const { cells: expected, from, to, weight, fromCircle, toCircle } = this.#columns;
    if (cells.length !== expected && !(cells.length > expected && cells.slice(expected).every((cell) => cell === ""))) {
      this.#faults.add(line, `has ${formatCount(cells.length, "cell")}, but the first line has ${expected}`);
      return;
    }
    const one = this.#agent(cells[from] ?? "", line);
    const other = this.#agent(cells[to] ?? "", line);
    const share = this.#weight(cells[weight] ?? "", line);
    const directed = this.#isDirected(cells, line);
    if (one < 0 || other < 0) return;
    this.#setCircle(one, cells[fromCircle] ?? "", line);
    this.#setCircle(other, cells[toCircle] ?? "", line);
    addRecord(this.listing, one, other, share, directed);
  }

  #weight(cell: string, line: number): number {
    return isMissing(cell) ? Number.NaN : checkWeight(readNumber(cell), cell, line, this.#faults);
  }

  #isDirected(cells: string[], line: number): boolean {
    const cell = cells[this.#columns.direction] ?? "";
    if (isMissing(cell)) return this.#columns.directed;
    const given = readDirection(cell);
    if (given === undefined) this.#faults.add(line, `a direction must be directed or undirected, got ${formatValue(cell)}`);
    return given ?? this.#columns.directed;
  }

  /** The agent of a cell; −1 if the cell is empty. */
  #agent(cell: string, line: number): number {
    // Most cells are names as they are, but an apostrophe may be the escape of another name.
    const known = cell.startsWith("'") ? undefined : this.#byName.get(cell);
    if (known !== undefined) return known;
    const name = nameFromCell(cell);
    if (name === "") {
      this.#faults.add(line, "a name is missing");
      return -1;
    }
    const cleaned = this.#byName.get(name);
    if (cleaned !== undefined) return cleaned;
    const agent = this.listing.names.push(name) - 1;
    if (agent === MOST_AGENTS) this.#faults.stop(line, `a run can have at most ${formatNumber(MOST_AGENTS)} agents`);
    this.listing.circles.push(undefined);
    this.#byName.set(name, agent);
    return agent;
  }

  #setCircle(agent: number, cell: string, line: number): void {
    if (isMissing(cell)) return;
    const label = nameFromCell(cell);
    const known = this.listing.circles[agent];
    if (known === undefined) {
      this.listing.circles[agent] = label;
      this.#circleLines[agent] = line;
    } else if (known !== label) {
      const who = formatValue(this.listing.names[agent]);
      this.#faults.add(
        line,
        `${who} is in circle ${formatValue(label)} here but in ${formatValue(known)} in line ${this.#circleLines[agent] ?? 0}`,
      );
    }
  }
}
