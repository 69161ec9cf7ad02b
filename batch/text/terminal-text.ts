/**
 * Characters that a terminal could obey or that change the order of what it shows: C0 without tab and line feed, DEL, C1, and the
 * controls of writing direction.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const unsafe = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as it may be printed. Names of files, seeds, questions and titles come from other people's files, so every control character
 * is printed as its escape, such as \u001b. In JSON, that is the same text.
 */
export function terminalText(text: string): string {
  return text.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
