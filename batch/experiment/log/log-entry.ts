import { crc32 } from "node:zlib";
import type { DesignPoint, RunTables, Series } from "../../../study/experiment.ts";

import type { PackedTables } from "./packed-tables.ts";

/** Why a run has no values: the model threw an error, its worker died, it took too long, or its result differs from before. */
export type Failure = "error" | "crash" | "limit" | "mismatch";

/** One line of log.jsonl: a finished run, and when and where it was made. */
export interface LogEntry {
  readonly id: string;
  /** a hash of everything the run depends on, except its replicate */
  readonly means: string;
  readonly arm: string;
  readonly point: DesignPoint;
  readonly replicate: number;
  readonly seed: string;
  /** length of the run; undefined in logs of earlier builds */
  readonly ticks?: number;
  /** by the definition of each outcome, not by its name (`outcomeText`); null if an outcome is undefined */
  readonly values?: Readonly<Record<string, number | null>> | undefined;
  /** rows of tick and measures, if the experiment keeps series */
  readonly series?: (Series & { readonly rows: readonly (readonly (number | null)[])[] }) | undefined;
  /** if the experiment keeps tables of its runs: what it asked for, and the packed rows of each table */
  readonly tables?: { readonly asked: RunTables; readonly rows: PackedTables } | undefined;
  readonly state_hash?: string | undefined;
  /** the tick at which the run ended, if the experiment has a stop condition */
  readonly last_tick?: number | undefined;
  readonly failure?: Failure;
  /** the message for a person */
  readonly error?: string;
  /** of work, without waiting */
  readonly seconds: number;
  /** ISO 8601 */
  readonly at: string;
  readonly host: string;
}

/** The last member of a line is a checksum of everything before it. It exposes a line that was torn off or garbled. */
const CHECK = ',"check":"';
/** Characters of the checksum and of the `"}` that follows it. */
const TAIL = CHECK.length + 10;

/** The line of an entry, including its line feed. */
export function encodeEntry(entry: LogEntry): string {
  const text = JSON.stringify(entry).slice(0, -1);
  return `${text}${CHECK}${checksum(text)}"}\n`;
}

/**
 * @param line without its line feed
 * @returns undefined if the line is damaged
 */
export function decodeEntry(line: string): LogEntry | undefined {
  const text = line.slice(0, -TAIL);
  if (line.slice(-TAIL) !== `${CHECK}${checksum(text)}"}`) return undefined;
  return JSON.parse(`${text}}`) as LogEntry;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}

/** A number in the form that JSON can hold. */
export function asJsonNumber(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
