import { terminalText } from "./terminal-text.ts";

/** The part of a stream that progress needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Progress for a person: one line that is overwritten on a terminal, or a new line each time in a log. */
export interface ProgressLine {
  write(text: string): void;
  /** Removes the line from a terminal, before anything else is written. */
  erase(): void;
}

/** Milliseconds between two updates. A person can read ten a second on a terminal; a log needs one a minute. */
export function progressInterval(stream: ProgressStream): number {
  return stream.isTTY ? 100 : 60_000;
}

export function createProgressLine(stream: ProgressStream): ProgressLine {
  let isVisible = false;
  return {
    write(given) {
      const text = terminalText(given);
      // A line that wraps cannot be overwritten.
      stream.write(stream.isTTY ? `\r${text.slice(0, (stream.columns || 80) - 1)}\x1b[K` : `${text}\n`);
      isVisible = true;
    },
    erase() {
      if (isVisible && stream.isTTY) stream.write("\r\x1b[K");
      isVisible = false;
    },
  };
}
