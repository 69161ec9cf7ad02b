import { formatNumber, formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { readRows } from "../table/read-rows.ts";
import { Attributes } from "./attributes.ts";
import { listTitles } from "./declared-graph.ts";
import {
  addRecord,
  checkDeclared,
  checkName,
  createListing,
  LIST_TRUST,
  type Listing,
  MOST_AGENTS,
  readWeight,
  warnOfRelations,
} from "./listing.ts";
import { addMatrix, checkMatrixSize, readCell, SquareMatrix } from "./matrix.ts";
import type { ReadOptions } from "./read-options.ts";
import { plainWord } from "./words.ts";

const sections = ["network", "vertices", "arcs", "edges", "arcslist", "edgeslist", "matrix", "partition", "vector"] as const;
type Section = (typeof sections)[number];

/** Values of a partition or vector, one for each vertex. */
interface Values {
  readonly name: string;
  readonly kind: "partition" | "vector";
  readonly values: (string | undefined)[];
}

/**
 * Reads Pajek's .net and .paj: `*Vertices` with their labels, `*Arcs` (directed) and `*Edges` (undirected) with their values, both
 * as lists, and `*Matrix`. The first `*Partition` gives the circles. Drawing attributes are ignored.
 *
 * @see Pajek reference manual, mrvar.fdv.uni-lj.si/pajek
 */
export function readPajek(text: string, faults: Faults, options: ReadOptions): Listing {
  const reader = new PajekReader(faults, options);
  readRows(text, " ", faults, (cells, line) => reader.readRow(cells, line));
  faults.throwIfAny();
  return reader.list(options);
}

class PajekReader {
  readonly #faults: Faults;
  readonly #labels = new Map<number, string>();
  /** the line of each vertex that has one */
  readonly #vertexLines = new Map<number, number>();
  readonly #ties = createListing();
  readonly #relations = new Set<string>();
  readonly #values: Values[] = [];
  #section: Section | undefined;
  #vertices = 0;
  #networks = 0;
  /** the rows of the matrix so far, if there is one; the cells of a faulty row are missing */
  #rows: number[][] | undefined;
  #isDynamic = false;

  /** whether the cells of a matrix are ratings of trust */
  readonly #areRatings: boolean;

  constructor(faults: Faults, { trustScale }: ReadOptions) {
    this.#faults = faults;
    this.#areRatings = trustScale !== undefined;
  }

  readRow([first = "", ...others]: string[], line: number): void {
    if (first.startsWith("%")) return;
    if (first.startsWith("*")) this.#begin(first, others, line);
    else if (this.#section === "vertices") this.#readVertex(first, others, line);
    else if (this.#section === "arcs" || this.#section === "edges") this.#readTie(first, others, line);
    else if (this.#section === "arcslist" || this.#section === "edgeslist") this.#readList(first, others, line);
    else if (this.#section === "matrix") this.#readMatrixRow([first, ...others], line);
    else if (this.#section === "partition") this.#values.at(-1)?.values.push(checkName(first, line, this.#faults));
    else if (this.#section === "vector") this.#values.at(-1)?.values.push(first);
  }

  list({ circleColumn }: ReadOptions): Listing {
    if (this.#rows === undefined) checkDeclared(this.#vertices, this.#ties.from.length, this.#faults);
    // Most vertices may be declared by their number alone, up to a million: nothing but their names is made for them.
    const names: string[] = [];
    const areDistinct = this.#haveDistinctLabels();
    const labels = areDistinct ? this.#labels : new Map<number, string>();
    for (let id = 1; id <= this.#vertices; id++) names.push(labels.has(id) ? "" : String(id));
    for (const [id, label] of labels) names[id - 1] = checkName(label, this.#vertexLines.get(id) ?? 0, this.#faults);
    const partitions = this.#values.filter(({ kind }) => kind === "partition");
    const chosen =
      circleColumn === undefined ? partitions[0] : partitions.find(({ name }) => plainWord(name) === plainWord(circleColumn));
    if (circleColumn !== undefined && chosen === undefined)
      this.#faults.stop(
        0,
        `has no partition ${formatValue(circleColumn)}; its partitions: ${listTitles(partitions.map(({ name }) => name))}`,
      );
    const attributes = new Attributes(this.#values.map(({ name, values }) => [name, () => values]));
    const circles = chosen === undefined ? names.map(() => undefined) : names.map((_, at) => chosen.values[at]);
    const listing: Listing = { ...this.#ties, names, circles, agentAttributes: attributes };
    if (this.#rows !== undefined) addMatrix(this.#matrix(this.#rows), listing);
    if (!areDistinct) listing.notes.push("labels are missing or repeated, so ids are used as names");
    const unused = this.#values.filter((one) => one !== chosen).map(({ name, kind }) => `${kind} ${name}`);
    if (unused.length > 0) listing.notes.push(`not used: ${listTitles(unused)}`);
    warnOfRelations(listing, this.#relations.size);
    if (this.#isDynamic) listing.warnings.push("the network changes over time; all its ties are read as one network");
    return listing;
  }

  /** Whether no two vertices have the same label, where a vertex without one is called by its number. */
  #haveDistinctLabels(): boolean {
    const labels = new Set(this.#labels.values());
    if (labels.size < this.#labels.size) return false;
    const isNumberOfAnother = (label: string): boolean => {
      const id = Number(label);
      const isVertex = String(id) === label && id >= 1 && id <= this.#vertices && Number.isInteger(id);
      return isVertex && !this.#labels.has(id);
    };
    return ![...labels].some(isNumberOfAnother);
  }

  #begin(title: string, others: readonly string[], line: number): void {
    const word = title.slice(1).toLowerCase();
    const section = sections.find((one) => one === word);
    if (section === undefined) {
      this.#section = undefined;
      this.#faults.add(
        line,
        `unknown section ${formatValue(title)}; known sections: ${sections.map((one) => `*${one}`).join(", ")}`,
      );
      return;
    }
    const isOfValues = this.#section === "partition" || this.#section === "vector";
    if (section === "vertices" && isOfValues) return; // the number of values, which the network has told already
    this.#section = section;
    if (section === "vertices") this.#beginVertices(others, line);
    else if (section === "matrix") {
      checkMatrixSize(this.#vertices, line, this.#faults);
      this.#rows ??= [];
    } else if (section === "partition" || section === "vector")
      this.#values.push({ name: others.join(" ") || `${section} ${this.#values.length + 1}`, kind: section, values: [] });
    else if (others[0]?.startsWith(":")) this.#relations.add(others[0].slice(1));
  }

  #beginVertices(others: readonly string[], line: number): void {
    const count = Number(others[0]);
    if (++this.#networks > 1) this.#faults.stop(line, "a second network begins here; a file can hold only one");
    if (!(Number.isInteger(count) && count >= 0 && count <= MOST_AGENTS))
      this.#faults.stop(
        line,
        `*Vertices needs a number of vertices from 0 to ${formatNumber(MOST_AGENTS)}, got ${formatValue(others[0] ?? "")}`,
      );
    if (others.length > 1)
      this.#faults.stop(line, "is a two-mode network, which is not supported; ties must connect agents of one kind");
    this.#vertices = count;
  }

  #readVertex(first: string, others: readonly string[], line: number): void {
    const id = Number(first);
    const known = this.#vertexLines.get(id);
    if (!(Number.isInteger(id) && id >= 1 && id <= this.#vertices))
      this.#faults.add(line, `a vertex must have a number from 1 to ${formatNumber(this.#vertices)}, got ${formatValue(first)}`);
    else if (known !== undefined) this.#faults.add(line, `duplicate vertex ${formatValue(first)}, already in line ${known}`);
    else {
      this.#vertexLines.set(id, line);
      if (others[0] !== undefined && others[0] !== "") this.#labels.set(id, others[0]);
    }
    if (others.some((cell) => /^\[[\d,\-*]+\]$/.test(cell))) this.#isDynamic = true;
  }

  #readTie(first: string, others: string[], line: number): void {
    if (first.endsWith(":")) this.#relations.add(first.slice(0, -1)); // the number of a relation may come first
    const from = first.endsWith(":") ? others.shift() : first;
    const [to, value = ""] = others;
    if (from === undefined || to === undefined) {
      this.#faults.add(line, `the edge has no ${from === undefined ? "source" : "target"}`);
      return;
    }
    // In place of a value, drawing attributes or an interval of time may follow.
    const weight = /^[a-z[]/i.test(value) ? Number.NaN : readWeight(value, line, this.#faults, LIST_TRUST);
    this.#addTie(from, to, weight, this.#section === "arcs", line);
    if (others.some((cell) => /^\[[\d,\-*]+\]$/.test(cell))) this.#isDynamic = true;
  }

  #readList(first: string, others: readonly string[], line: number): void {
    for (const other of others) this.#addTie(first, other, Number.NaN, this.#section === "arcslist", line);
  }

  #addTie(from: string, to: string, weight: number, directed: boolean, line: number): void {
    const [one, other] = [this.#vertex(from, line), this.#vertex(to, line)];
    if (one >= 0 && other >= 0) addRecord(this.#ties, one, other, weight, directed);
  }

  /** The agent of a vertex; −1 if there is no such vertex, which is reported. */
  #vertex(text: string, line: number): number {
    const id = Number(text);
    if (Number.isInteger(id) && id >= 1 && id <= this.#vertices) return id - 1;
    this.#faults.add(line, `the edge refers to the node ${formatValue(text)}, which the file does not have`);
    return -1;
  }

  #readMatrixRow(cells: readonly string[], line: number): void {
    const rows = this.#rows ?? [];
    const row = rows.push([]);
    if (row > this.#vertices || cells.length !== this.#vertices)
      this.#faults.add(
        line,
        `has ${formatCount(cells.length, "cell")} in row ${formatNumber(row)}, but the matrix has ${formatNumber(this.#vertices)} rows and columns`,
      );
    else
      rows[row - 1] = cells.map((cell, column) =>
        row - 1 === column ? Number.NaN : readCell(cell, line, this.#faults, this.#areRatings),
      );
  }

  #matrix(rows: readonly (readonly number[])[]): SquareMatrix {
    if (rows.length < this.#vertices)
      this.#faults.stop(
        0,
        `has a matrix of ${formatCount(rows.length, "row")}, but ${formatNumber(this.#vertices)} vertices; add the missing rows`,
      );
    const matrix = new SquareMatrix(this.#vertices);
    for (const [row, cells] of rows.entries()) for (const [column, value] of cells.entries()) matrix.set(row, column, value);
    return matrix;
  }
}
