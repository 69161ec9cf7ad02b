import { unescapeFromSpreadsheet } from "../sim/index.ts";

/**
 * A name as the program keeps it: without blanks around it and in Unicode's composed form (NFC), so that the same name typed
 * on two machines is one name. Nothing else is changed: names that differ by case differ, and markup is text.
 */
export function cleanName(text: string): string {
  return text.trim().normalize("NFC");
}

/** A name from a cell of a table, where an apostrophe may stand before what a spreadsheet would take for a formula. */
export function nameFromCell(cell: string): string {
  return cleanName(unescapeFromSpreadsheet(cell.trim()));
}
