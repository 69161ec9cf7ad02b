import { ignoreFaults } from "./faults.ts";
import { isListOfPeople } from "./network/people-header.ts";
import { isTooWide } from "./table/check-width.ts";
import { findTable } from "./table/find-table.ts";
import { readRows } from "./table/read-rows.ts";

/** Rows below the header that are examined. */
const SAMPLE = 20;

/** Whether a file lists people or ties, judged by its content. Anything else goes to the reader of networks. */
export function kindOfFile(text: string): "network" | "agents" {
  const { delimiter, start } = findTable(text, ["\t", ";", ","]) ?? { delimiter: ",", start: { at: 0, line: 1 } };
  const rows: string[][] = [];
  readRows(text, delimiter, ignoreFaults(), (cells) => rows.push(cells) <= SAMPLE, start);
  return !isTooWide(rows[0] ?? []) && isListOfPeople(rows) ? "agents" : "network";
}
