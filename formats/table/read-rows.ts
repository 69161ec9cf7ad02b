import { formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";

/** What separates the cells of a row. A blank means any run of blanks and tabs. */
export type Delimiter = "\t" | ";" | "," | " ";

/** A place in a text. */
export interface Start {
  readonly at: number;
  /** from 1 */
  readonly line: number;
}

const TAB = 9,
  LINE_FEED = 10,
  CARRIAGE_RETURN = 13,
  BLANK = 32,
  QUOTE = 34;

/**
 * Reads a table row by row: RFC 4180 with any delimiter and any line end. Blanks around cells are removed. Quoted cells may contain
 * delimiters, line ends and doubled quotes. Rows without any text are skipped. Written by hand because d3-dsv silently accepts an
 * unclosed quote or text after a closing quote, and doesn't give the line of a row.
 *
 * @param onRow receives the cells and the line in which the row begins; returns false to stop reading
 * @param start where the table begins in the text
 */
export function readRows(
  text: string,
  delimiter: Delimiter,
  faults: Faults,
  onRow: (cells: string[], line: number) => unknown,
  start: Start = { at: 0, line: 1 },
): void {
  const separator = delimiter.charCodeAt(0);
  const { length } = text;
  let { line, at } = start;

  const skipBlanks = (): void => {
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (!(code === BLANK || (code === TAB && separator !== TAB))) return;
    }
  };
  const atLineEnd = (): boolean => {
    const code = text.charCodeAt(at);
    return at >= length || code === LINE_FEED || code === CARRIAGE_RETURN;
  };

  /** A quoted cell. `at` moves from its first quote to after its last. */
  const readQuoted = (): string => {
    const opened = line;
    let cell = "";
    let from = ++at;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        cell += text.slice(from, at++);
        if (text.charCodeAt(at) !== QUOTE) return cell;
        from = at; // of two quotes, the second is text
      } else if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) line++;
    }
    faults.add(opened, "a quoted cell has no closing quote");
    return cell + text.slice(from);
  };

  /** The text up to the next delimiter or line end. */
  const readPlain = (): string => {
    const from = at;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === separator || code === LINE_FEED || code === CARRIAGE_RETURN || (code === TAB && separator === BLANK)) break;
    }
    return text.slice(from, at);
  };

  while (at < length) {
    const first = line;
    const cells: string[] = [];
    let anyText = false;
    for (;;) {
      skipBlanks();
      if (separator === BLANK && atLineEnd()) break;
      let cell: string;
      if (text.charCodeAt(at) === QUOTE) {
        cell = readQuoted().trim();
        const after = readPlain().trim();
        if (after !== "") faults.add(line, `text follows a closing quote: ${formatValue(after)}; double the quotes within a cell`);
      } else cell = readPlain().trim();
      cells.push(cell);
      if (cell !== "") anyText = true;
      if (atLineEnd()) break;
      if (separator !== BLANK) at++;
    }
    if (text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    at++;
    line++;
    if (anyText && onRow(cells, first) === false) return;
  }
}
