import { type Faults, ignoreFaults } from "../faults.ts";
import { checkWidth } from "../table/check-width.ts";
import { findTable, type Table } from "../table/find-table.ts";
import { readRows } from "../table/read-rows.ts";
import { checkChoices } from "./check-choices.ts";
import { listTitles } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import { isListOfPeople } from "./people-header.ts";
import { readDataDicts } from "./read-data-dicts.ts";
import { readEdgeList } from "./read-edge-list.ts";
import { measureMatrix, readFixedWidth, readMatrix } from "./read-matrix.ts";
import type { ReadOptions } from "./read-options.ts";
import { fromWords, plainWord, toWords } from "./words.ts";

/** Rows from which the columns are found. */
const SAMPLE = 200;

/** Reads a table of ties: an edge list, the edge list of networkx with its dictionaries, or a matrix. */
export function readTable(text: string, faults: Faults, options: ReadOptions): Listing {
  const dicts = readDataDicts(text, faults, options);
  if (dicts !== undefined) return dicts;
  const fixedWidth = readFixedWidth(text, faults);
  if (fixedWidth !== undefined) {
    checkChoices("a matrix", options, faults);
    return fixedWidth;
  }
  const table = findTable(text);
  const sample: string[][] = [];
  const { delimiter, start }: Table = table ?? { delimiter: ",", start: { at: 0, line: 1 } };
  readRows(text, delimiter, ignoreFaults(), (cells) => sample.push(cells) < SAMPLE, start);
  const [header] = sample;
  if (header === undefined) faults.stop(0, "contains only delimiters");
  checkWidth(header, start.line, faults);
  if (options.columns?.from === undefined && isListOfPeople(sample))
    faults.stop(start.line, `lists people, not ties: its header is ${listTitles(header)}; give it with --agents`);
  if (table === undefined) faults.stop(0, "needs two names in a line, separated by a comma, semicolon, tab or space");
  const isList = options.columns?.from !== undefined || namesEnds(header);
  const shape = isList ? undefined : measureMatrix(sample, sample.length === SAMPLE);
  checkChoices(shape === undefined ? "an edge list" : "a matrix", options, faults);
  return shape === undefined
    ? readEdgeList(text, table, sample, faults, options)
    : readMatrix(text, table, shape, faults, options.trustScale !== undefined);
}

/** Whether a header has the usual titles of both ends, as no matrix has. */
function namesEnds(header: readonly string[]): boolean {
  const words = header.map(plainWord);
  return words.some((word) => fromWords.includes(word)) && words.some((word) => toWords.includes(word));
}
