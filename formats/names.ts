import { unescapeFromSpreadsheet } from "../sim/index.ts";

/**
 * A name as the program keeps it: without surrounding blanks and in Unicode's composed form (NFC), so that the same name typed on
 * two machines is one name. Nothing else changes: names that differ in case are different, and markup is text.
 */
export function cleanName(text: string): string {
  return text.trim().normalize("NFC");
}

/** A name from a cell of a table. Removes the apostrophe that keeps spreadsheets from running a name as a formula. */
export function nameFromCell(cell: string): string {
  return cleanName(unescapeFromSpreadsheet(cell.trim()));
}
