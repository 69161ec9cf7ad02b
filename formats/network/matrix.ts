import { formatNumber, formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { isMissingNumber, readNumber } from "../table/read-number.ts";
import { addRecord, type Listing, MOST_AGENTS } from "./listing.ts";

/** The most agents of a matrix. A larger one would not fit into memory. */
const MOST_IN_MATRIX = 10_000;

/**
 * The cells of a square matrix, row by row: who names whom, and how strongly. NaN if missing. It is made once all cells are read: one
 * line can declare a hundred million of them.
 */
export class SquareMatrix {
  readonly size: number;
  readonly #cells: Float64Array;

  /** @param size at most `MOST_IN_MATRIX` */
  constructor(size: number) {
    this.size = size;
    this.#cells = new Float64Array(size * size).fill(Number.NaN);
  }

  get(row: number, column: number): number {
    return this.#cells[row * this.size + column] ?? Number.NaN;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.size + column] = value;
  }

  /** Whether each pair has the same value in both cells, or a value in only one half of the matrix. */
  get isSymmetric(): boolean {
    let upper = 0;
    let lower = 0;
    let equal = true;
    for (let row = 0; row < this.size; row++)
      for (let column = 0; column < row; column++) {
        const below = this.get(row, column);
        const above = this.get(column, row);
        if (!Number.isNaN(below)) lower++;
        if (!Number.isNaN(above)) upper++;
        if (!Object.is(below + 0, above + 0)) equal = false;
      }
    return equal || (lower === 0) !== (upper === 0);
  }
}

/** Adds a record for each tie of a matrix. The diagonal is left out. A symmetric matrix has ties without direction. */
export function addMatrix(matrix: SquareMatrix, listing: Listing): void {
  const undirected = matrix.isSymmetric;
  for (let row = 0; row < matrix.size; row++)
    for (let column = undirected ? row + 1 : 0; column < matrix.size; column++) {
      const own = matrix.get(row, column);
      const value = undirected && Number.isNaN(own) ? matrix.get(column, row) : own;
      if (row !== column && value !== 0 && !Number.isNaN(value)) addRecord(listing, row, column, value, !undirected);
    }
  listing.isMatrix = true;
  listing.notes.push(
    `read as a matrix of ${formatNumber(matrix.size)} agents${undirected ? ", symmetric" : ", rows name columns"}`,
  );
}

/** Stops if a matrix is too large. */
export function checkMatrixSize(size: number, line: number, faults: Faults): void {
  if (size > MOST_IN_MATRIX)
    faults.stop(
      line,
      `a matrix can have at most ${formatNumber(MOST_IN_MATRIX)} agents; give a list of ties for up to ${formatNumber(MOST_AGENTS)}`,
    );
}

/**
 * Reads the cell of a matrix.
 *
 * @param areRatings whether cells are ratings of trust, which may be negative
 * @returns NaN if it is missing, or faulty, which is reported
 */
export function readCell(cell: string, line: number, faults: Faults, areRatings: boolean): number {
  if (isMissingNumber(cell)) return Number.NaN;
  const value = readNumber(cell);
  const isReal = value !== undefined && Number.isFinite(value);
  if (isReal && (value >= 0 || areRatings)) return value;
  const rule = areRatings ? "a number" : "a number of at least 0";
  faults.add(line, `a cell of a matrix must be ${rule}, got ${formatValue(cell)}`);
  if (isReal)
    faults.setHint(
      "negative cells can be ratings of trust: give the values of no trust and of full trust, such as --trust-scale=-10,10",
    );
  return Number.NaN;
}
