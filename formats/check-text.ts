import type { Faults } from "./faults.ts";

const TAB = 9,
  CARRIAGE_RETURN = 13,
  SPACE = 32,
  REPLACEMENT = 0xfffd,
  MARK = 0xfeff;

/**
 * Checks that a file holds text: not empty, no binary data, no other encoding.
 *
 * @returns the text without a byte order mark
 * @throws InputError if it does not
 */
export function checkText(text: string, faults: Faults): string {
  const from = text.charCodeAt(0) === MARK ? 1 : 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= SPACE && code !== REPLACEMENT) continue;
    if (code >= TAB && code <= CARRIAGE_RETURN) continue;
    const line = lineAt(text, at);
    if (code === REPLACEMENT)
      faults.stop(line, 'contains bytes that are not UTF-8; save the file as UTF-8 (in Excel: "CSV UTF-8")');
    faults.stop(line, `contains the control character ${code}, so it is not text; is it a binary or a UTF-16 file?`);
  }
  if (text.trim() === "") faults.stop(0, "is empty");
  return from === 0 ? text : text.slice(from);
}

/** The line of an offset in a text, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
