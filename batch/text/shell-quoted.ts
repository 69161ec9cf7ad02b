/** What no shell reads as anything but itself, wherever it stands. */
const plain = /^[A-Za-z0-9_./-][A-Za-z0-9_./:=@%+,-]*$/;

/**
 * A text as one word of a POSIX shell, whatever it holds: spaces, quotes, `$`, line breaks. Plain words stay as they are.
 *
 * @param text without the character NUL, which no argument of a program can hold
 */
export function shellQuoted(text: string): string {
  return plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
