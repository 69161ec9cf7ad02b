import { formatNumber, formatValue, tieTableColumns } from "../../sim/index.ts";
import { type Faults, ignoreFaults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { nameFromCell, nameProblem } from "../names.ts";
import type { Table } from "../table/find-table.ts";
import { isMissing, readNumber } from "../table/read-number.ts";
import { readRows } from "../table/read-rows.ts";
import { Attributes } from "./attributes.ts";
import { listTitles } from "./declared-graph.ts";
import { choiceProblems, type EdgeColumns, findEdgeColumns } from "./edge-columns.ts";
import { addRecord, chooseTrust, createListing, type Listing, MOST_AGENTS, readWeight } from "./listing.ts";
import type { ColumnChoice, ReadOptions } from "./read-options.ts";
import { listMeaningTitles, noMeanings, type TieMeanings } from "./tie-meanings.ts";
import { readDirection } from "./words.ts";

/**
 * Reads an edge list: one line for each tie, with the names of its two ends and optionally its weight, its direction and the
 * circles of the ends. Other columns are kept as attributes of the ties.
 *
 * @param sample the first rows of the table
 */
export function readEdgeList(
  text: string,
  table: Table,
  sample: readonly string[][],
  faults: Faults,
  options: ReadOptions,
): Listing {
  const { delimiter, start } = table;
  const [first = []] = sample;
  if (first.length < 2) faults.stop(start.line, "must begin with a header or a tie, but the first line has only one cell");
  for (const problem of choiceProblems(first, options.columns)) faults.add(start.line, problem);
  faults.throwIfAny();
  const columns = findEdgeColumns(sample, options.columns);
  if (typeof columns === "string") faults.stop(start.line, columns);
  // With the row names of R, the header has one cell less than the rows.
  const weightTitle = first[columns.weight - (columns.cells - first.length)];
  const reader = new EdgeReader(columns, weightTitle, faults);
  const tickOf = (cells: string[]): number => readNumber(cells[columns.tick] ?? "") ?? Number.NEGATIVE_INFINITY;
  const isOwn = columns.header && tieTableColumns.every((title, at) => first[at] === title);
  const hasTicks = columns.tick >= 0;
  const lastTick = hasTicks ? findLastTick(text, table, tickOf) : 0;
  let rows = 0;
  let earlier = 0;
  const readLine = (cells: string[], line: number): void => {
    if (rows++ === 0 && columns.header) return;
    if (hasTicks && tickOf(cells) !== lastTick) earlier++;
    else reader.readRow(cells, line);
  };
  readRows(text, delimiter, faults, readLine, start);
  const { notes } = reader.listing;
  if (!columns.header && /\p{L}/u.test(first.join(""))) notes.push("no header line found");
  if (!columns.header && columns.weight >= 0) notes.push("third column used as the weight");
  if (earlier > 0) notes.push(`${formatCount(earlier, "line")} of earlier ticks left out`);
  const meant = listMeaningTitles(columns.meanings);
  const unused = columns.others.filter(([, title]) => !meant.includes(title));
  if (columns.header && unused.length > 0 && !isOwn)
    notes.push(`columns not used: ${listTitles(unused.map(([, title]) => title))}`);
  const meanings = isOwn ? chosenMeanings(columns.meanings, options.columns) : columns.meanings;
  return { ...reader.listing, meanings, isOwn, isBare: !columns.header };
}

/** In the ties.csv of a run, only the columns that a person has chosen hold ratings and times. */
function chosenMeanings({ trust, evidence, time }: TieMeanings, choice: ColumnChoice = {}): TieMeanings {
  const ofTrust = choice.trust === undefined ? {} : { trust, evidence };
  return { ...noMeanings, ...ofTrust, ...(choice.time !== undefined && { time }) };
}

function findLastTick(text: string, { delimiter, start }: Table, tickOf: (cells: string[]) => number): number {
  let last = Number.NEGATIVE_INFINITY;
  const take = (cells: string[]): void => {
    last = Math.max(last, tickOf(cells));
  };
  readRows(text, delimiter, ignoreFaults(), take, start);
  return last;
}

class EdgeReader {
  readonly listing: Listing;
  readonly #columns: EdgeColumns;
  readonly #faults: Faults;
  readonly #others: readonly (readonly [place: number, values: string[]])[];
  /** what to do with negative weights */
  readonly #remedy: string;
  readonly #byName = new Map<string, number>();
  /** the line that gives each agent's circle */
  readonly #circleLines: number[] = [];

  constructor(columns: EdgeColumns, weightTitle: string | undefined, faults: Faults) {
    this.#columns = columns;
    this.#remedy = chooseTrust(columns.header && weightTitle !== undefined ? weightTitle : String(columns.weight + 1));
    this.#faults = faults;
    const attributes = new Map<string, string[]>();
    this.#others = columns.others.map(([place, title]) => {
      const values: string[] = [];
      attributes.set(title, values);
      return [place, values];
    });
    this.listing = createListing({
      tieAttributes: new Attributes([...attributes].map(([title, values]) => [title, () => values])),
    });
  }

  readRow(cells: string[], line: number): void {
    const { cells: expected, needed, from, to, weight, fromCircle, toCircle } = this.#columns;
    if (cells.length < needed || (cells.length > expected && cells.slice(expected).some((cell) => cell !== ""))) {
      this.#faults.add(line, `has ${formatCount(cells.length, "cell")}, but the first line has ${formatNumber(expected)}`);
      return;
    }
    const one = this.#agent(cells[from] ?? "", line);
    const other = this.#agent(cells[to] ?? "", line);
    const share = this.#weight(cells[weight] ?? "", line);
    const directed = this.#isDirected(cells, line);
    if (one < 0 || other < 0) return;
    this.#setCircle(one, cells[fromCircle] ?? "", line);
    this.#setCircle(other, cells[toCircle] ?? "", line);
    addRecord(this.listing, one, other, share, directed, line);
    for (const [place, values] of this.#others) values.push(cells[place] ?? "");
  }

  #weight(cell: string, line: number): number {
    return readWeight(cell, line, this.#faults, this.#remedy);
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
    this.#checkName(name, line);
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
      this.#checkName(label, line);
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

  #checkName(name: string, line: number): void {
    const problem = nameProblem(name);
    if (problem !== undefined) this.#faults.add(line, problem);
  }
}
