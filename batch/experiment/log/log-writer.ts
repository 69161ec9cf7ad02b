import { plainReason } from "../../files/plain-reason.ts";
import { WriteError } from "../../files/write-error.ts";
import type { DurableFile } from "./durable-file.ts";
import { encodeEntry, type LogEntry } from "./log-entry.ts";

/** Where a line of a log is, in bytes, without its line feed. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

interface WaitingLine {
  readonly line: Buffer;
  resolve(place: LinePlace): void;
  reject(error: Error): void;
}

/**
 * Appends entries to a log. Once its promise resolves, an entry is complete and on the disk. Entries that arrive during a flush
 * wait and are flushed together, so many short runs don't each wait for the disk.
 */
export class LogWriter {
  readonly #file: DurableFile;
  /** complete and flushed bytes */
  #length: number;
  #waiting: WaitingLine[] = [];
  #working: Promise<void> | undefined;
  #failure: WriteError | undefined;

  /** @param length of the complete lines in the file; the next entry overwrites whatever follows them */
  constructor(file: DurableFile, length: number) {
    this.#file = file;
    this.#length = length;
  }

  /** @throws WriteError if the system refuses; the log is then unchanged and accepts no more entries */
  append(entry: LogEntry): Promise<LinePlace> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const written = new Promise<LinePlace>((resolve, reject) => {
      this.#waiting.push({ line: Buffer.from(encodeEntry(entry)), resolve, reject });
    });
    this.#working ??= this.#work();
    return written;
  }

  /** Waits for all entries and closes the file. */
  async close(): Promise<void> {
    await this.#working;
    await this.#file.close();
  }

  async #work(): Promise<void> {
    // Entries of the same turn are written together.
    await undefined;
    while (this.#waiting.length > 0) await this.#writeWaiting();
    this.#working = undefined;
  }

  async #writeWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      await this.#file.write(Buffer.concat(batch.map(({ line }) => line)), this.#length);
      await this.#file.flush();
    } catch (error) {
      return this.#giveUp(batch, error);
    }
    for (const { line, resolve } of batch) {
      resolve({ offset: this.#length, length: line.length - 1 });
      this.#length += line.length;
    }
  }

  async #giveUp(batch: readonly WaitingLine[], error: unknown): Promise<void> {
    this.#failure = new WriteError(`log.jsonl: ${plainReason(error)}`);
    // Half a line does no harm here, because reading skips it. Other programs expect complete lines.
    await this.#file.truncate(this.#length).catch(() => {});
    for (const { reject } of [...batch, ...this.#waiting]) reject(this.#failure);
    this.#waiting = [];
  }
}
