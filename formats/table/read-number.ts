import { numberOf } from "../../sim/index.ts";

/** Whether a cell has no value: it is empty, or `NA` as R writes it. */
export function isMissing(cell: string): boolean {
  return cell === "" || cell === "NA";
}

/** Whether a cell of numbers has no value: some programs write a dash, a point or a question mark. */
export function isMissingNumber(cell: string): boolean {
  return isMissing(cell) || cell === "-" || cell === "." || cell === "?";
}

/**
 * A number from a cell, with a decimal point, or with a decimal comma as in much of Europe. A comma that could also separate
 * thousands (`1,500`) is refused.
 *
 * @returns undefined if the cell is not a number
 */
export function readNumber(cell: string): number | undefined {
  const plain = numberOf(cell);
  if (plain !== undefined || !/^[+-]?\d+,\d+$/.test(cell) || /^[+-]?[1-9]\d{0,2},\d{3}$/.test(cell)) return plain;
  return Number(cell.replace(",", "."));
}
