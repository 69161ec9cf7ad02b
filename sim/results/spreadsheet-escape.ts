/**
 * Spreadsheets take a cell that begins with one of these for a formula. Apostrophes before it count too, so that reading,
 * which takes one off, gives back what was written whatever the name.
 */
const beginsLikeFormula = /^'*[=+\-@\t\r]/;

/** The text of a cell that no spreadsheet runs: a leading apostrophe before what looks like a formula. */
export function escapeForSpreadsheet(name: string): string {
  return beginsLikeFormula.test(name) ? `'${name}` : name;
}

/** Takes the apostrophe off again. */
export function unescapeFromSpreadsheet(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && beginsLikeFormula.test(cell) ? cell.slice(1) : cell;
}

const APOSTROPHE = 39;
