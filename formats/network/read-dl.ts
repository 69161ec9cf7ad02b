import { formatNumber, formatValue } from "../../sim/index.ts";
import { lineAt } from "../check-text.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { readRows } from "../table/read-rows.ts";
import {
  addRecord,
  checkDeclared,
  checkName,
  createListing,
  findRepeated,
  LIST_TRUST,
  type Listing,
  MOST_AGENTS,
  readWeight,
  warnOfRelations,
} from "./listing.ts";
import { addMatrix, checkMatrixSize, readCell, SquareMatrix } from "./matrix.ts";
import type { ReadOptions } from "./read-options.ts";

const formats = ["fullmatrix", "upperhalf", "lowerhalf", "edgelist1", "nodelist1"] as const;
type Format = (typeof formats)[number];

const shortNames: ReadonlyMap<string, string> = new Map([
  ["fm", "fullmatrix"],
  ["uh", "upperhalf"],
  ["lh", "lowerhalf"],
  ["el1", "edgelist1"],
  ["edgelist", "edgelist1"],
  ["nl1", "nodelist1"],
  ["nodelist", "nodelist1"],
]);

/** What a DL file says before its data. */
interface Header {
  readonly size: number;
  readonly matrices: number;
  readonly format: Format;
  readonly labels: readonly string[];
  /** whether the data hold the labels */
  readonly embedded: boolean;
  readonly diagonal: boolean;
}

/**
 * Reads UCINET's DL: full and half matrices, edge lists and node lists, with labels before the data or in them.
 *
 * @see Borgatti, Everett and Freeman, UCINET guide, on importing text files
 */
export function readDl(text: string, faults: Faults, options: ReadOptions): Listing {
  const data = /\bdata\s*:/i.exec(text);
  if (data === null) faults.stop(0, 'has no line "data:" after its header');
  const header = readHeader(text.slice(0, data.index), faults);
  const at = data.index + data[0].length;
  const start = { at, line: lineAt(text, at) };
  const reader = new DlReader(header, faults, options);
  const isMatrix = header.format !== "edgelist1" && header.format !== "nodelist1";
  const withBlanks = (cells: readonly string[]): string[] => cells.flatMap((cell) => cell.split(",")).filter((cell) => cell !== "");
  readRows(
    text,
    " ",
    faults,
    (cells, line) => {
      const values = cells.every((cell) => !cell.includes(",")) ? cells : withBlanks(cells);
      if (isMatrix) reader.readValues(values, line);
      else reader.readTies(values, line);
    },
    start,
  );
  return reader.list();
}

/** The words of a header: quoted texts, and what blanks, commas and = separate. */
function wordsOf(header: string): string[] {
  return [...header.matchAll(/"([^"]*)"|[^\s,="]+/g)].map(([word, quoted]) => quoted ?? word);
}

function readHeader(text: string, faults: Faults): Header {
  const values = new Map<string, string>();
  const labels: string[] = [];
  let embedded = false;
  let listing: "none" | "labels" | "others" = "none";
  const words = wordsOf(text).slice(1);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const key = word.toLowerCase().replace(/:$/, "");
    const next = words[at + 1] ?? "";
    const isLabels = key === "labels" && (word.endsWith(":") || /^embedded/i.test(next));
    if (isLabels) {
      const of = (words[at - 1] ?? "").toLowerCase();
      listing = ["col", "column", "level", "matrix"].includes(of) ? "others" : "labels";
      if (listing === "labels") labels.length = 0;
      if (/^embedded/i.test(next)) {
        embedded = true;
        listing = "none";
        at++;
      }
    } else if (isHeaderKey(key, next) && (listing === "none" || /^labels:?$/i.test(next) || key !== "n")) {
      if (!/^labels/i.test(next)) {
        values.set(key, next.toLowerCase());
        at++;
      }
      listing = "none";
    } else if (listing === "labels") labels.push(word);
  }
  return checkHeader(values, labels, embedded, faults);
}

function isHeaderKey(key: string, next: string): boolean {
  if (["row", "col", "column", "level", "matrix"].includes(key)) return /^labels/i.test(next);
  if (["n", "nr", "nc", "nm"].includes(key)) return /^\d+$/.test(next);
  return key === "format" || (key === "diagonal" && /^(present|absent)$/i.test(next));
}

function checkHeader(values: ReadonlyMap<string, string>, labels: readonly string[], embedded: boolean, faults: Faults): Header {
  const given = values.get("format") ?? "fullmatrix";
  const name = shortNames.get(given) ?? given;
  const format = formats.find((one) => one === name);
  const isTwoMode = values.has("nr") || values.has("nc") || name.endsWith("2");
  if (isTwoMode && !(values.get("nr") !== undefined && values.get("nr") === values.get("nc")))
    faults.stop(0, "is a two-mode network, which is not supported; ties must connect agents of one kind");
  if (format === undefined) faults.stop(0, `format must be one of ${formats.join(", ")}, got ${formatValue(given)}`);
  const size = Number(values.get("n") ?? values.get("nr") ?? (labels.length || Number.NaN));
  if (!(Number.isInteger(size) && size >= 1 && size <= MOST_AGENTS))
    faults.stop(
      1,
      `the header must give the number of agents, as in n=5, from 1 to ${formatNumber(MOST_AGENTS)}, got ${formatValue(values.get("n") ?? "")}`,
    );
  if (labels.length > 0 && labels.length !== size)
    faults.stop(
      0,
      `n is ${formatNumber(size)}, but ${formatCount(labels.length, "label")} ${labels.length === 1 ? "is" : "are"} given`,
    );
  const matrices = Number(values.get("nm") ?? 1);
  return { size, matrices, format, labels, embedded, diagonal: values.get("diagonal") !== "absent" };
}

class DlReader {
  readonly #header: Header;
  readonly #faults: Faults;
  readonly #listing = createListing();
  readonly #names: string[];
  readonly #byName = new Map<string, number>();
  readonly #isMatrix: boolean;
  /** values of the matrices so far, one after another */
  readonly #values: number[] = [];
  /** labels in a matrix that are still to come */
  #labelsLeft = 0;
  #titlesLeft = 0;
  #lastLine = 0;

  /** whether the cells of a matrix are ratings of trust */
  readonly #areRatings: boolean;

  constructor(header: Header, faults: Faults, { trustScale }: ReadOptions) {
    const { size, format, labels, embedded } = header;
    this.#areRatings = trustScale !== undefined;
    this.#header = header;
    this.#faults = faults;
    this.#names = [...labels];
    for (const [at, label] of labels.entries()) this.#byName.set(label.toLowerCase(), at);
    this.#isMatrix = format !== "edgelist1" && format !== "nodelist1";
    if (!this.#isMatrix) return;
    checkMatrixSize(size, 0, faults);
    this.#titlesLeft = embedded ? size : 0;
  }

  readValues(cells: readonly string[], line: number): void {
    const { size, embedded, matrices } = this.#header;
    this.#lastLine = line;
    for (const cell of cells) {
      if (this.#titlesLeft > 0) {
        this.#titlesLeft--;
        this.#names.push(cell);
      } else if (embedded && this.#labelsLeft === 0) this.#labelsLeft = size;
      else if (this.#values.length >= this.#valuesInMatrix() * matrices)
        this.#faults.stop(line, `more values than a matrix of ${formatNumber(size)} agents has`);
      else {
        if (embedded) this.#labelsLeft--;
        this.#values.push(readCell(cell, line, this.#faults, this.#areRatings));
      }
    }
  }

  readTies(cells: readonly string[], line: number): void {
    const [first = "", ...others] = cells;
    if (this.#header.format === "nodelist1") {
      for (const other of others) this.#addTie(first, other, Number.NaN, line);
      return;
    }
    const [second, value = ""] = others;
    if (second === undefined) return this.#faults.add(line, "the edge has no target");
    this.#addTie(first, second, readWeight(value, line, this.#faults, LIST_TRUST), line);
  }

  list(): Listing {
    const { size, matrices } = this.#header;
    const expected = this.#valuesInMatrix() * matrices;
    if (this.#isMatrix && this.#values.length < expected)
      this.#faults.stop(
        this.#lastLine,
        `the data end after ${formatCount(this.#values.length, "value")}, but ${formatNumber(expected)} are expected`,
      );
    if (!this.#isMatrix) checkDeclared(size, this.#listing.from.length, this.#faults);
    for (let at = 0; at < size; at++) {
      this.#listing.names.push(checkName(this.#names[at] ?? String(at + 1), 0, this.#faults));
      this.#listing.circles.push(undefined);
    }
    const repeated = findRepeated(this.#listing.names);
    if (repeated !== undefined) this.#faults.add(0, `duplicate label ${formatValue(repeated)}; give each agent its own`);
    this.#faults.throwIfAny();
    if (this.#isMatrix) for (let number = 0; number < matrices; number++) addMatrix(this.#matrix(number), this.#listing);
    warnOfRelations(this.#listing, matrices);
    return this.#listing;
  }

  #valuesInMatrix(): number {
    const { size, format, diagonal } = this.#header;
    if (format === "fullmatrix") return size * (diagonal ? size : size - 1);
    return (size * (diagonal ? size + 1 : size - 1)) / 2;
  }

  /** A matrix by its number, from 0. */
  #matrix(number: number): SquareMatrix {
    const matrix = new SquareMatrix(this.#header.size);
    const count = this.#valuesInMatrix();
    for (let at = 0; at < count; at++) {
      const [row, column] = this.#placeOf(at);
      if (row !== column) matrix.set(row, column, this.#values[number * count + at] ?? Number.NaN);
    }
    return matrix;
  }

  /** Row and column of a value by its number. */
  #placeOf(at: number): readonly [number, number] {
    const { size, format, diagonal } = this.#header;
    const missing = diagonal ? 0 : 1;
    if (format === "fullmatrix") {
      const row = Math.floor(at / (size - missing));
      const column = at % (size - missing);
      return [row, column + (missing === 1 && column >= row ? 1 : 0)];
    }
    // Row r of a lower half has r + 1 values, or r without the diagonal: rows before it hold r (r ± 1) / 2 of them.
    const inLower = (index: number): readonly [number, number] => {
      const row = Math.floor((Math.sqrt(8 * index + 1) - 1) / 2);
      return [row + missing, index - (row * (row + 1)) / 2];
    };
    if (format === "lowerhalf") return inLower(at);
    const [row, column] = inLower(this.#valuesInMatrix() - 1 - at);
    return [size - 1 - row, size - 1 - column];
  }

  #addTie(from: string, to: string, weight: number, line: number): void {
    const one = this.#agent(from, line);
    const other = this.#agent(to, line);
    if (one >= 0 && other >= 0) addRecord(this.#listing, one, other, weight, true);
  }

  /** The agent of a label or a number from 1; −1 if there is none, which is reported. */
  #agent(text: string, line: number): number {
    const { size, embedded } = this.#header;
    const known = this.#byName.get(text.toLowerCase());
    if (known !== undefined) return known;
    const number = Number(text);
    if (!embedded && Number.isInteger(number) && number >= 1 && number <= size) return number - 1;
    if (embedded && this.#names.length < size) {
      this.#byName.set(text.toLowerCase(), this.#names.length);
      return this.#names.push(text) - 1;
    }
    const rule = embedded ? `one of the first ${formatNumber(size)} labels` : `a label or a number from 1 to ${formatNumber(size)}`;
    this.#faults.add(line, `an end of a tie must be ${rule}, because n is ${formatNumber(size)}, got ${formatValue(text)}`);
    return -1;
  }
}
