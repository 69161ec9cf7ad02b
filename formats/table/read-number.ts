import { numberOf } from "../../sim/index.ts";

/** A cell in which nothing is given: empty, or `NA` as R writes it. */
export function isMissing(cell: string): boolean {
  return cell === "" || cell === "NA";
}

/**
 * A number from a cell: decimal point, or decimal comma as spreadsheets write it in much of Europe. A comma that could as well
 * part thousands (`1,500`) is refused.
 *
 * @returns undefined where the cell is no number
 */
export function readNumber(cell: string): number | undefined {
  const plain = numberOf(cell);
  if (plain !== undefined || !/^[+-]?\d+,\d+$/.test(cell) || /^[+-]?[1-9]\d{0,2},\d{3}$/.test(cell)) return plain;
  return Number(cell.replace(",", "."));
}
