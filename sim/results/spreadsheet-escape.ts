/**
 * Matches text that a spreadsheet would read as a formula, with any number of apostrophes before it. Reading removes one
 * apostrophe, so every name that is written can be read back unchanged.
 */
const beginsLikeFormula = /^'*[=+\-@\t\r]/;

/** Puts an apostrophe before text that looks like a formula, so that no spreadsheet runs it. */
export function escapeForSpreadsheet(name: string): string {
  return beginsLikeFormula.test(name) ? `'${name}` : name;
}

/** Removes the apostrophe that `escapeForSpreadsheet` added. */
export function unescapeFromSpreadsheet(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && beginsLikeFormula.test(cell) ? cell.slice(1) : cell;
}

const APOSTROPHE = 39;
