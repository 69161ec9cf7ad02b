import { formatNumber, formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { nameFromCell } from "../names.ts";
import type { Table } from "../table/find-table.ts";
import { isMissingNumber, readNumber } from "../table/read-number.ts";
import { readRows } from "../table/read-rows.ts";
import { checkName, createListing, findRepeated, type Listing } from "./listing.ts";
import { addMatrix, checkMatrixSize, readCell, SquareMatrix } from "./matrix.ts";

/** Where a matrix has its names. */
export interface MatrixShape {
  /** whether the first row holds names */
  readonly above: boolean;
  /** whether the first cell of each row is a name */
  readonly beside: boolean;
  /** whether the first row has a cell above the names of the rows */
  readonly corner: boolean;
}

type Rows = readonly (readonly string[])[];

const isNumber = (cell: string): boolean => isMissingNumber(cell) || readNumber(cell) !== undefined;
const isZero = (cell: string | undefined): boolean => readNumber(cell ?? "") === 0;

/**
 * The shape of a matrix, judged by its first rows; undefined if they are not those of a matrix.
 *
 * A small square of numbers could also be a list of ties with weights. With three rows it must be symmetric with a diagonal of
 * zeros to count as a matrix; with four rows, its diagonal must have a single value.
 *
 * @param isCut whether the file has more rows
 */
export function measureMatrix(rows: Rows, isCut: boolean): MatrixShape | undefined {
  const [first = [], ...others] = rows;
  if (others.length < 2) return undefined;
  const corner = others[0]?.length === first.length;
  const titles = corner ? first.slice(1) : first;
  const known = new Set(titles);
  const framed = others.every((row) => row.length === titles.length + 1 && known.has(row[0] ?? "") && row.slice(1).every(isNumber));
  // With a number in the corner too, it is rather a list of ties between numbered agents.
  if (
    framed &&
    others.length <= titles.length &&
    known.size === titles.length &&
    !(corner && readNumber(first[0] ?? "") !== undefined)
  )
    return { above: true, beside: true, corner };
  const width = first.length;
  const isSquare = (count: number, columns: number): boolean => columns >= 3 && (count === columns || (isCut && columns > count));
  if (isSquare(rows.length, width) && rows.every((row) => row.length === width && row.every(isNumber)) && isBareMatrix(rows))
    return { above: false, beside: false, corner: false };
  const named = first.every((cell) => !isNumber(cell)) && known.size === titles.length;
  const below = others.every((row) => row.length === width && row.every(isNumber));
  if (named && below && isSquare(others.length, width)) return { above: true, beside: false, corner: false };
  const rowNames = rows.every((row) => !isNumber(row[0] ?? "") && row.length === width && row.slice(1).every(isNumber));
  if (rowNames && width > 4 && isSquare(rows.length, width - 1)) return { above: false, beside: true, corner: false };
  const isBare = first.every(isNumber);
  return isTwoMode(rows) ? { above: !isBare, beside: !isBare, corner: !isBare && corner } : undefined;
}

function isBareMatrix(rows: Rows): boolean {
  if (rows.length > 4) return true;
  const diagonal = new Set(rows.map((row, at) => row[at]));
  if (rows.length === 4) return diagonal.size === 1;
  const symmetric = rows.every((row, at) => row.every((cell, place) => cell === rows[place]?.[at]));
  return symmetric && diagonal.size === 1 && isZero(rows[0]?.[0]);
}

/** Whether rows hold nothing but 0 and 1, in four columns or more, below titles and beside names: who belongs to what. */
function isTwoMode(rows: Rows): boolean {
  const [first = [], ...others] = rows;
  const isBit = (cell: string): boolean => cell === "0" || cell === "1";
  const bare = first.length >= 4 && rows.every((row) => row.length === first.length && row.every(isBit));
  const named = others.every((row) => row.length >= 4 && !isNumber(row[0] ?? "") && row.slice(1).every(isBit));
  return bare || named;
}

/**
 * Reads a matrix of ties, with or without names. Its rows name its columns.
 *
 * @param areRatings whether its cells are ratings of trust, which may be negative
 */
export function readMatrix(
  text: string,
  { delimiter, start }: Table,
  shape: MatrixShape,
  faults: Faults,
  areRatings: boolean,
): Listing {
  let titles: readonly string[] = [];
  const sides: string[] = [];
  const rows: string[][] = [];
  const lines: number[] = [];
  let header = shape.above;
  readRows(
    text,
    delimiter,
    faults,
    (cells, line) => {
      if (header) titles = shape.corner ? cells.slice(1) : cells;
      else {
        if (shape.beside) sides.push(nameFromCell(cells.shift() ?? ""));
        rows.push(cells);
        lines.push(line);
        checkMatrixSize(rows.length, line, faults);
      }
      header = false;
    },
    start,
  );
  const width = rows[0]?.length ?? 0;
  const columns = titles.map((title) => nameFromCell(title));
  if (rows.length !== width || (columns.length > 0 && sides.some((name) => !columns.includes(name))))
    faults.stop(
      0,
      `is a matrix of ${formatNumber(rows.length)} by ${formatNumber(width)} with different rows and columns, as in a two-mode network, which is not supported; ties must connect agents of one kind`,
    );
  const names = columns.length > 0 ? columns : sides;
  return listCells(rows, lines, { names, sides: columns.length > 0 ? sides : [] }, faults, areRatings);
}

/**
 * Reads a matrix of digits in columns of the same width without delimiters; undefined if the text is not one.
 *
 * A text with as many lines as columns is cut into cells of equal width, unless blanks separate all its cells anyway.
 */
export function readFixedWidth(text: string, faults: Faults): Listing | undefined {
  const lines = linesOfFixedWidth(text);
  if (lines === undefined) return undefined;
  const size = lines.length;
  const width = (lines[0]?.length ?? 0) / size;
  const rows = lines.map((line) => Array.from({ length: size }, (_, at) => line.slice(at * width, (at + 1) * width).trim()));
  return listCells(
    rows,
    [...rows.keys()].map((at) => at + 1),
    { names: [], sides: [] },
    faults,
  );
}

/** Whether a text is such a matrix. */
export function isFixedWidth(text: string): boolean {
  return linesOfFixedWidth(text) !== undefined;
}

function linesOfFixedWidth(text: string): string[] | undefined {
  const lines = linesOfDigits(text);
  if (lines === undefined) return undefined;
  const size = lines.length;
  const width = (lines[0]?.length ?? 0) / size;
  const isAligned = Number.isInteger(width) && width <= 4 && lines.every((line) => line.length === size * width);
  return isAligned && lines.some((line) => line.trim().split(/ +/).length !== size) ? lines : undefined;
}

/** The lines of a text of digits and blanks, four or more and no more than the first has characters; undefined for other texts. */
function linesOfDigits(text: string): string[] | undefined {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, "");
    at = end < 0 ? text.length : end + 1;
    if (line.trim() === "") continue;
    if (line.length > 40_000 || lines.push(line) > (lines[0]?.length ?? 0) || !/^[\d ]+$/.test(line)) return undefined;
  }
  return lines.length >= 4 ? lines : undefined;
}

/** Names of agents above the matrix, and beside its rows, where they may be in another order. */
interface MatrixNames {
  readonly names: readonly string[];
  readonly sides: readonly string[];
}

function listCells(
  rows: Rows,
  lines: readonly number[],
  { names, sides }: MatrixNames,
  faults: Faults,
  areRatings = false,
): Listing {
  const listing = createListing();
  const size = rows.length;
  const places = new Map(names.map((name, at) => [name, at]));
  for (let at = 0; at < size; at++) {
    listing.names.push(checkName(names[at] ?? String(at + 1), lines[0] ?? 0, faults));
    listing.circles.push(undefined);
  }
  const repeated = findRepeated(names);
  if (repeated !== undefined) faults.add(0, `duplicate name ${formatValue(repeated)} in the matrix; give each agent its own`);
  const codes = names.length === 0 ? sienaCodes(rows, faults.file) : undefined;
  const matrix = new SquareMatrix(size);
  for (const [at, row] of rows.entries()) {
    const line = lines[at] ?? 0;
    if (row.length !== size)
      faults.add(line, `has ${formatCount(row.length, "cell")}, but the matrix has ${formatNumber(size)} columns`);
    const from = places.get(sides[at] ?? "") ?? at;
    for (const [to, cell] of row.entries()) {
      if (from === to) continue;
      const value = readCell(cell, line, faults, areRatings);
      matrix.set(from, to, codes?.get(value) ?? value);
    }
  }
  faults.throwIfAny();
  addMatrix(matrix, listing);
  if (codes !== undefined) listing.notes.push("6 and 9 read as missing, 10 as no tie and 11 as a tie, as SIENA writes them");
  return listing;
}

/**
 * What the codes of SIENA mean, if a matrix has them: all its values are 0 to 6, 9, 10 or 11, and either its diagonal holds only
 * codes or the file is called `.dat`.
 */
function sienaCodes(rows: Rows, file: string): ReadonlyMap<number, number> | undefined {
  const codes = new Map([
    [6, Number.NaN],
    [9, Number.NaN],
    [10, 0],
    [11, 1],
  ]);
  let found = false;
  for (const row of rows)
    for (const cell of row) {
      const value = Number(cell);
      if (codes.has(value)) found = true;
      else if (!(Number.isInteger(value) && value >= 0 && value <= 5)) return undefined;
    }
  const onDiagonal = rows.every((row, at) => codes.has(Number(row[at] ?? "")));
  return found && (onDiagonal || /\.dat$/i.test(file)) ? codes : undefined;
}
