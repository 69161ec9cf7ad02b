/** What a cell may hold; NaN and undefined are an empty cell. */
export type Cell = number | string | boolean | undefined;

/**
 * One line of CSV, with its line feed: `.` decimal, numbers in the shortest digits that read back equal, booleans 0 and 1,
 * text quoted where it must be (RFC 4180).
 */
export function csvLine(cells: readonly Cell[]): string {
  let line = "";
  for (let k = 0; k < cells.length; k++) {
    if (k > 0) line += ",";
    line += csvCell(cells[k]);
  }
  return `${line}\n`;
}

function csvCell(cell: Cell): string {
  // −0 prints as 0.
  if (typeof cell === "number") return Number.isNaN(cell) ? "" : String(cell);
  if (typeof cell === "string") return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cell === undefined ? "" : cell ? "1" : "0";
}
