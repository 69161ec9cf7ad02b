import { closeSync, openSync, readSync } from "node:fs";
import { decodeEntry, type LogEntry } from "./log-entry.ts";
import type { LinePlace } from "./log-writer.ts";

/** Bytes that are read at once. */
const BLOCK = 1 << 20;
const LINE_FEED = 10;

/** A line of a log and where it lies. */
export interface LoggedLine extends LinePlace {
  /** undefined where the line is damaged, or torn at the end of the file */
  readonly entry: LogEntry | undefined;
  /** false for a last line without its line feed */
  readonly ended: boolean;
}

/**
 * Reads a log line by line; no more than a line and a block are in memory.
 *
 * @returns nothing where there is no such file
 */
export function* readLog(path: string): Generator<LoggedLine> {
  const file = openIfThere(path);
  if (file === undefined) return;
  try {
    let offset = 0;
    let rest: Buffer = Buffer.alloc(0);
    for (let at = 0; ; ) {
      const block = Buffer.allocUnsafe(BLOCK);
      const read = readSync(file, block, 0, BLOCK, at);
      if (read === 0) break;
      at += read;
      rest = rest.length === 0 ? block.subarray(0, read) : Buffer.concat([rest, block.subarray(0, read)]);
      let from = 0;
      for (let end = rest.indexOf(LINE_FEED, from); end >= 0; end = rest.indexOf(LINE_FEED, from)) {
        yield { offset, length: end - from, entry: decodeEntry(rest.toString("utf8", from, end)), ended: true };
        offset += end - from + 1;
        from = end + 1;
      }
      rest = rest.subarray(from);
    }
    if (rest.length > 0) yield { offset, length: rest.length, entry: undefined, ended: false };
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Reads single entries again, by their places. */
export class LogReader {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, "r");
  }

  /** @throws Error where the line is not what it was */
  read({ offset, length }: LinePlace): LogEntry {
    const line = Buffer.allocUnsafe(length);
    readSync(this.#file, line, 0, length, offset);
    const entry = decodeEntry(line.toString("utf8"));
    if (entry === undefined) throw new Error(`log.jsonl has changed while it was in use, at byte ${offset}`);
    return entry;
  }

  close(): void {
    closeSync(this.#file);
  }
}
