import { plainReason } from "../../files/plain-reason.ts";
import { WriteError } from "../../files/write-error.ts";
import type { LogFile } from "./durable-file.ts";
import { encodeEntry, type LogEntry } from "./log-entry.ts";

/** Where a line of a log lies, in bytes, without its line feed. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

interface Waiting {
  readonly line: Buffer;
  done(place: LinePlace): void;
  fail(error: Error): void;
}

/**
 * Appends entries to a log. An entry counts when its promise is fulfilled: then it is whole and on the disk. Entries that come
 * while others are being flushed wait and are flushed together, so that many short runs do not wait for a disk each.
 */
export class LogWriter {
  readonly #file: LogFile;
  /** bytes that are whole and flushed */
  #length: number;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  #failure: WriteError | undefined;

  /** @param length of the whole lines that are there; what lies beyond is cut off by the next entry */
  constructor(file: LogFile, length: number) {
    this.#file = file;
    this.#length = length;
  }

  /** @throws WriteError where the system does not take it; the log is then as it was, and takes no more */
  append(entry: LogEntry): Promise<LinePlace> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const written = new Promise<LinePlace>((done, fail) => {
      this.#waiting.push({ line: Buffer.from(encodeEntry(entry)), done, fail });
    });
    this.#working ??= this.#work();
    return written;
  }

  /** Waits for all that was appended, and closes the file. */
  async close(): Promise<void> {
    await this.#working;
    await this.#file.close();
  }

  async #work(): Promise<void> {
    // What is appended in the same turn goes together.
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
    for (const { line, done } of batch) {
      done({ offset: this.#length, length: line.length - 1 });
      this.#length += line.length;
    }
  }

  async #giveUp(batch: readonly Waiting[], error: unknown): Promise<void> {
    this.#failure = new WriteError(`log.jsonl: ${plainReason(error)}`);
    // Half a line does no harm, as it is passed over when the log is read; cut off it also looks whole to other readers.
    await this.#file.truncate(this.#length).catch(() => {});
    for (const { fail } of [...batch, ...this.#waiting]) fail(this.#failure);
    this.#waiting = [];
  }
}
