import type { Faults } from "./faults.ts";

const TAB = 9,
  CARRIAGE_RETURN = 13,
  SPACE = 32,
  REPLACEMENT = 0xfffd,
  MARK = 0xfeff;

/**
 * The text of a file if it is one: not empty, no binary data, no sign of another encoding. A byte order mark is taken off.
 *
 * @throws InputError otherwise
 */
export function checkText(text: string, faults: Faults): string {
  const from = text.charCodeAt(0) === MARK ? 1 : 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= SPACE && code !== REPLACEMENT) continue;
    if (code >= TAB && code <= CARRIAGE_RETURN) continue;
    const line = lineAt(text, at);
    if (code === REPLACEMENT)
      faults.stop(line, 'must be UTF-8 text, got bytes of another encoding; save it as UTF-8 (in Excel: "CSV UTF-8")');
    faults.stop(line, `must be UTF-8 text, got the control character ${code}: is it a binary or a UTF-16 file?`);
  }
  if (text.trim() === "") faults.stop(0, "is empty");
  return from === 0 ? text : text.slice(from);
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < place; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
