import { ignoreFaults } from "../faults.ts";
import { type Delimiter, readRows, type Start } from "./read-rows.ts";

/** In order of preference if several split the rows equally well, because a name may contain a blank or a comma. */
const allDelimiters: readonly Delimiter[] = ["\t", ";", ",", " "];

/** Rows that are examined. */
const SAMPLE = 100;

/** A table in a text: where it begins, and what separates its cells. */
export interface Table {
  readonly start: Start;
  readonly delimiter: Delimiter;
}

/**
 * Finds the table in a text. It begins after comment lines, which start with `#` or `%` and a blank, and after the line `sep=;`, in
 * which some spreadsheets name their delimiter.
 *
 * @returns undefined if no delimiter splits the lines into cells
 */
export function findTable(text: string, delimiters: readonly Delimiter[] = allDelimiters): Table | undefined {
  let at = 0;
  let line = 1;
  for (let end = commentEnd(text, at); end > at; end = commentEnd(text, at)) {
    at = end;
    line++;
  }
  const separator = /^sep=([\t;,])\r?\n/i.exec(text.slice(at, at + 10));
  if (separator !== null) return { start: { at: at + separator[0].length, line: line + 1 }, delimiter: separator[1] as Delimiter };
  const start = { at, line };
  const delimiter = findDelimiter(text, start, delimiters);
  return delimiter === undefined ? undefined : { start, delimiter };
}

/** Where the line after a comment begins; `at` if there is no comment. */
function commentEnd(text: string, at: number): number {
  const isComment = (text[at] === "#" || text[at] === "%") && /\s/.test(text[at + 1] ?? " ");
  const isBlank = text[at] === "\n" || text[at] === "\r";
  if (!isComment && !isBlank) return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/**
 * Finds the delimiter that gives the most rows of the sample the same number of cells, two or more.
 *
 * @returns undefined if none does
 */
function findDelimiter(text: string, start: Start, delimiters: readonly Delimiter[]): Delimiter | undefined {
  let best: Delimiter | undefined;
  let bestShare = 0;
  for (const delimiter of delimiters) {
    const rows: string[][] = [];
    readRows(text, delimiter, ignoreFaults(), (cells) => rows.push(cells) < SAMPLE, start);
    if (delimiter === "," && isDecimalComma(rows)) continue;
    const share = shareOfMostFrequent(rows.map((cells) => cells.length));
    if (share > bestShare) {
      best = delimiter;
      bestShare = share;
    }
  }
  return best;
}

/** Whether commas only split decimals: all rows hold two names and a whole number, separated by blanks, and behind a comma digits. */
function isDecimalComma(rows: readonly (readonly string[])[]): boolean {
  const splitsDecimal = ([cell = "", next = "", ...more]: readonly string[]): boolean =>
    more.length === 0 && /^\S+\s+\S+\s+[+-]?\d+$/.test(cell) && /^\d+$/.test(next);
  return rows.length > 0 && rows.every(splitsDecimal);
}

/** Share of the rows that have the most frequent number of cells; 0 if that number is one. */
function shareOfMostFrequent(counts: readonly number[]): number {
  const rows = new Map<number, number>();
  for (const count of counts) rows.set(count, (rows.get(count) ?? 0) + 1);
  const [cells, most] = [...rows].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return cells < 2 ? 0 : most / counts.length;
}
