import { readFileSync, statSync } from "node:fs";
import { decodeText } from "../../formats/decode-text.ts";
import { type Reading, readingOf } from "../../formats/network/read-options.ts";
import { formatNumber, InputError } from "../../sim/index.ts";
import { plainReason } from "../files/plain-reason.ts";
import { sha256 } from "../files/sha256.ts";

/** Bytes. A larger file does not fit into one JavaScript string. */
const LARGEST = 500_000_000;

/** The text of a file, not parsed yet. */
export interface FileText {
  /** its path, as messages show it */
  readonly file: string;
  readonly text: string;
  /** how it is to be read, if a person has chosen that */
  readonly reading?: Reading;
}

/** A file that the user named. */
export interface Input extends FileText {
  /** of its bytes, in hexadecimal digits */
  readonly sha256: string;
}

/** The same input, to be read as a reference or flags ask for. */
export function withReading(input: Input, given: Reading): Input {
  const reading = readingOf(given);
  return Object.keys(reading).length === 0 ? input : { ...input, reading };
}

/** What identifies the content of an input and the way it is read. */
export function sumOf(input: Input | undefined): string | undefined {
  return input?.reading === undefined ? input?.sha256 : `${input.sha256} ${JSON.stringify(input.reading)}`;
}

/** Reads files and collects their problems. */
export class InputReader {
  readonly problems: string[] = [];

  /** @returns undefined if the file cannot be read */
  read(file: string): Input | undefined {
    return this.try(() => readInput(file));
  }

  /**
   * Collects the problems of an InputError.
   *
   * @returns undefined if there was one
   */
  try<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // One at a time: a list can be longer than the arguments of a call.
      for (const problem of error.problems) this.problems.push(problem);
      return undefined;
    }
  }
}

function readInput(file: string): Input {
  let bytes: Buffer;
  try {
    const stats = statSync(file);
    if (!stats.isFile() && !stats.isFIFO())
      throw new InputError([`${file}: is ${stats.isDirectory() ? "a folder" : "a device"}, not a file`]);
    if (stats.size > LARGEST) throw tooLarge(file, stats.size);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([`${file}: cannot be read: ${plainReason(error)}`]);
  }
  if (bytes.length > LARGEST) throw tooLarge(file, bytes.length);
  return { file, text: decodeText(bytes), sha256: sha256(bytes) };
}

function tooLarge(file: string, bytes: number): InputError {
  return new InputError([`${file}: must have at most ${formatNumber(LARGEST)} bytes, got ${formatNumber(bytes)}`]);
}
