/** The content of a cell. NaN and undefined give an empty cell. */
export type Cell = number | string | boolean | undefined;

/**
 * Formats one line of CSV with its line feed. Numbers have a decimal point and the fewest digits that read back equal; booleans are
 * 0 and 1; text is quoted if necessary (RFC 4180).
 */
export function csvLine(cells: readonly Cell[]): string {
  let line = "";
  for (let k = 0; k < cells.length; k++) {
    if (k > 0) line += ",";
    line += csvCell(cells[k]);
  }
  return `${line}\n`;
}

/** A cell as text, quoted if a line of CSV needs it. */
export function csvCell(cell: Cell): string {
  // −0 prints as 0.
  if (typeof cell === "number") return numberCell(cell);
  if (typeof cell === "string") return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cell === undefined ? "" : cell ? "1" : "0";
}

/** Infinity as R, pandas and DuckDB read it: R doesn't take the word that JavaScript writes. */
function numberCell(cell: number): string {
  if (Number.isNaN(cell)) return "";
  if (Number.isFinite(cell)) return String(cell);
  return cell > 0 ? "Inf" : "-Inf";
}
