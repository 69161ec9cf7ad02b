import { Faults } from "../faults.ts";
import { nameFromCell } from "../names.ts";
import { findTable } from "../table/find-table.ts";
import { isMissing, readNumber } from "../table/read-number.ts";
import { readRows } from "../table/read-rows.ts";
import { type EdgeColumns, findEdgeColumns } from "./edge-columns.ts";
import { addRecord, checkWeight, createListing, type Listing, MOST_AGENTS } from "./listing.ts";
import { readDirection } from "./words.ts";

/** Rows by which the columns are found. */
const SAMPLE = 200;

/**
 * Reads an edge list: a line for each tie, with the names of its two ends and, where the file has them, its weight, its
 * direction and the circles of the ends. Columns are parted by tabs, semicolons, commas or blanks.
 */
export function readEdgeList(text: string, faults: Faults): Listing {
  const table = findTable(text);
  if (table === undefined) faults.stop(0, "must have two names in a line, parted by a comma, semicolon, tab or space");
  const { delimiter, start } = table;
  const sample: string[][] = [];
  readRows(text, delimiter, new Faults(""), (cells) => sample.push(cells) < SAMPLE, start);
  if (sample.length === 0) faults.stop(0, "is empty but for what parts its cells");
  const columns = findEdgeColumns(sample);
  if (typeof columns === "string") faults.stop(0, columns);
  if (Math.max(columns.from, columns.to) >= columns.cells)
    faults.stop(start.line, "must begin with a header or a tie, got a line without a second cell");
  const reader = new EdgeReader(columns, faults);
  let lastTick = Number.NEGATIVE_INFINITY;
  const tickOf = (cells: string[]): number => readNumber(cells[columns.tick] ?? "") ?? Number.NEGATIVE_INFINITY;
  if (columns.tick >= 0)
    readRows(
      text,
      delimiter,
      new Faults(""),
      (cells) => {
        lastTick = Math.max(lastTick, tickOf(cells));
      },
      start,
    );
  let rows = 0;
  let earlier = 0;
  readRows(
    text,
    delimiter,
    faults,
    (cells, line) => {
      if (rows++ === 0 && columns.header) return;
      if (columns.tick >= 0 && tickOf(cells) !== lastTick) earlier++;
      else reader.row(cells, line);
    },
    start,
  );
  const { notes } = reader.listing;
  if (!columns.header && /\p{L}/u.test(sample[0].join(""))) notes.push("no header line found");
  if (!columns.header && columns.weight >= 0) notes.push("third column taken for the weight");
  if (earlier > 0) notes.push(`${earlier} of earlier ticks left out`);
  if (columns.ignored.length > 0) notes.push(`not used: ${columns.ignored.join(", ")}`);
  return reader.listing;
}

class EdgeReader {
  readonly listing = createListing();
  readonly #columns: EdgeColumns;
  readonly #faults: Faults;
  readonly #byName = new Map<string, number>();
  /** by agent: the line that gave its circle */
  readonly #circleLines: number[] = [];

  constructor(columns: EdgeColumns, faults: Faults) {
    this.#columns = columns;
    this.#faults = faults;
  }

  row(cells: string[], line: number): void {
    const { cells: expected, from, to, weight, direction, fromCircle, toCircle, directed } = this.#columns;
    if (cells.length !== expected && !(cells.length > expected && cells.slice(expected).every((cell) => cell === ""))) {
      this.#faults.add(line, `must have ${expected} cells as the first line, got ${cells.length}`);
      return;
    }
    const one = this.#agent(cells[from], line);
    const other = this.#agent(cells[to], line);
    const share =
      weight < 0 || isMissing(cells[weight])
        ? Number.NaN
        : checkWeight(readNumber(cells[weight]), cells[weight], line, this.#faults);
    let oneWay = directed;
    if (direction >= 0 && !isMissing(cells[direction])) {
      const given = readDirection(cells[direction]);
      if (given === undefined)
        this.#faults.add(line, `a direction must be directed or undirected, got ${JSON.stringify(cells[direction].slice(0, 40))}`);
      oneWay = given ?? oneWay;
    }
    if (one < 0 || other < 0) return;
    if (fromCircle >= 0) this.#circle(one, cells[fromCircle], line);
    if (toCircle >= 0) this.#circle(other, cells[toCircle], line);
    addRecord(this.listing, one, other, share, oneWay);
  }

  /** The agent of a cell, −1 where the cell is empty. */
  #agent(cell: string, line: number): number {
    // Most cells are names as they stand; an apostrophe may be the escape of another name.
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
    if (agent === MOST_AGENTS) this.#faults.stop(line, `must have at most ${MOST_AGENTS} agents, and here comes one more`);
    this.listing.circles.push(undefined);
    this.#byName.set(name, agent);
    return agent;
  }

  #circle(agent: number, cell: string, line: number): void {
    if (isMissing(cell)) return;
    const label = nameFromCell(cell);
    const known = this.listing.circles[agent];
    if (known === undefined) {
      this.listing.circles[agent] = label;
      this.#circleLines[agent] = line;
    } else if (known !== label) {
      const who = JSON.stringify(this.listing.names[agent]);
      this.#faults.add(
        line,
        `an agent must be in one circle, got ${who} in ${JSON.stringify(label)} here and in ${JSON.stringify(known)} in line ${this.#circleLines[agent]}`,
      );
    }
  }
}
