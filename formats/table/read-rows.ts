import type { Faults } from "../faults.ts";

/** What parts the cells of a row; a blank stands for any run of blanks and tabs. */
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
 * Reads a table row by row: RFC 4180 with any delimiter and any line end, blanks around cells taken off, quoted cells with
 * delimiters, line ends and doubled quotes in them. Rows without any text are left out. Our own, as d3-dsv takes an unclosed
 * quote or text after a closing one without a word and does not say in which line a row stands.
 *
 * @param row takes the cells and the line in which the row begins; returns false to read no further
 * @param start where the table begins in the text, and in which line
 */
export function readRows(
  text: string,
  delimiter: Delimiter,
  faults: Faults,
  row: (cells: string[], line: number) => unknown,
  start: Start = { at: 0, line: 1 },
): void {
  const parter = delimiter.charCodeAt(0);
  const { length } = text;
  let { line, at } = start;

  const skipBlanks = (): void => {
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (!(code === BLANK || (code === TAB && parter !== TAB))) return;
    }
  };
  const atLineEnd = (): boolean => {
    const code = text.charCodeAt(at);
    return at >= length || code === LINE_FEED || code === CARRIAGE_RETURN;
  };

  /** A quoted cell; `at` is on its first quote and ends after its last. */
  const quoted = (): string => {
    const opened = line;
    let cell = "";
    let from = ++at;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        cell += text.slice(from, at++);
        if (text.charCodeAt(at) !== QUOTE) return cell;
        from = at; // of two quotes the second is text
      } else if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) line++;
    }
    faults.add(opened, "a quoted cell has no closing quote");
    return cell + text.slice(from);
  };

  /** Anything up to the next delimiter or line end. */
  const plain = (): string => {
    const from = at;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === parter || code === LINE_FEED || code === CARRIAGE_RETURN || (code === TAB && parter === BLANK)) break;
    }
    return text.slice(from, at);
  };

  while (at < length) {
    const first = line;
    const cells: string[] = [];
    let anyText = false;
    for (;;) {
      skipBlanks();
      if (parter === BLANK && atLineEnd()) break;
      let cell: string;
      if (text.charCodeAt(at) === QUOTE) {
        cell = quoted().trim();
        const after = plain().trim();
        if (after !== "")
          faults.add(line, `text after a closing quote: ${JSON.stringify(after.slice(0, 40))}; double the quotes within a cell`);
      } else cell = plain().trim();
      cells.push(cell);
      if (cell !== "") anyText = true;
      if (atLineEnd()) break;
      if (parter !== BLANK) at++;
    }
    if (text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    at++;
    line++;
    if (anyText && row(cells, first) === false) return;
  }
}
