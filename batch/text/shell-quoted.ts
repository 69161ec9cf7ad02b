/** Words that every shell takes literally, wherever they are. */
const plain = /^[A-Za-z0-9_./-][A-Za-z0-9_./:=@%+,-]*$/;

/**
 * Quotes a text as one word of a POSIX shell, whatever it contains: spaces, quotes, `$`, line breaks. Plain words stay as they are.
 *
 * @param text without the character NUL, which no argument of a program can contain
 */
export function shellQuoted(text: string): string {
  return plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
