import { terminalText } from "../text/terminal-text.ts";

/** Prints a message to standard error. */
export function printMessage(text: string): void {
  process.stderr.write(terminalText(text));
}
