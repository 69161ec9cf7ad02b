import { crc32 } from "node:zlib";
import type { DesignPoint, Series } from "../../../study/experiment.ts";

/** Why a run has no numbers: the model refused, its worker ended, it passed its limit, or it came out otherwise than before. */
export type Failure = "error" | "crash" | "limit" | "mismatch";

/** A line of log.jsonl: a run that has been finished, whole, and when and where that was. */
export interface LogEntry {
  readonly id: string;
  /** the hash of all it depends on, but its replicate */
  readonly means: string;
  readonly arm: string;
  readonly point: DesignPoint;
  readonly replicate: number;
  readonly seed: string;
  /** by what each outcome is, not by its name (`outcomeText`); null where one is not defined */
  readonly values?: Readonly<Record<string, number | null>>;
  /** where series are kept: rows of tick and measures */
  readonly series?: Series & { readonly rows: readonly (readonly (number | null)[])[] };
  readonly state_hash?: string;
  readonly failure?: Failure;
  /** what a person is told of the failure */
  readonly error?: string;
  /** of work, without waiting */
  readonly seconds: number;
  /** ISO 8601 */
  readonly at: string;
  readonly host: string;
}

/** The last member of a line is a checksum over all before it: a line that a crash tore or a disk garbled is none. */
const CHECK = ',"check":"';
/** Characters of the checksum and what follows it, `"}`. */
const TAIL = CHECK.length + 10;

/** The line of an entry, with its line feed. */
export function encodeEntry(entry: LogEntry): string {
  const text = JSON.stringify(entry).slice(0, -1);
  return `${text}${CHECK}${checksum(text)}"}\n`;
}

/** @returns undefined where the line, without its line feed, is not whole */
export function decodeEntry(line: string): LogEntry | undefined {
  const text = line.slice(0, -TAIL);
  if (line.slice(-TAIL) !== `${CHECK}${checksum(text)}"}`) return undefined;
  return JSON.parse(`${text}}`) as LogEntry;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}

/** A number as JSON can hold it. */
export function asJsonNumber(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
