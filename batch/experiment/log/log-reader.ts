import { closeSync, openSync, readSync } from "node:fs";
import { decodeEntry, type LogEntry } from "./log-entry.ts";
import type { LinePlace } from "./log-writer.ts";

/** Bytes to read at a time. */
const BLOCK = 1 << 20;
const LINE_FEED = 10;

/** A line of a log, and where it is. */
export interface ScannedLine extends LinePlace {
  /** undefined if the line is damaged, or torn off at the end of the file */
  readonly entry: LogEntry | undefined;
  /** false for a last line without a line feed */
  readonly ended: boolean;
}

/**
 * Reads a whole log line by line. Never holds more than one line and one block in memory.
 *
 * @returns nothing if the file doesn't exist
 */
export function* scanLog(path: string): Generator<ScannedLine> {
  const file = openIfExists(path);
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

function openIfExists(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Reads single entries by their places. */
export class LogReader {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, "r");
  }

  /** @throws Error if the line has changed */
  read({ offset, length }: LinePlace): LogEntry {
    const line = Buffer.allocUnsafe(length);
    readSync(this.#file, line, 0, length, offset);
    const entry = decodeEntry(line.toString("utf8"));
    if (entry === undefined) throw new Error(`log.jsonl changed during reading, at byte ${offset}`);
    return entry;
  }

  close(): void {
    closeSync(this.#file);
  }
}
