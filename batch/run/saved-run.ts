import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Row, TableName } from "../../sim/index.ts";
import type { FileState } from "../files/text-file.ts";
import { writing } from "../files/write-error.ts";

/** The state of a run in its unfinished folder. It is removed before the folder gets its name. */
const SAVED_FILE = "saved.bin";

/** An unfinished run, as it was saved. With the files beside it, another process continues it. */
export interface SavedRun {
  /** what the run computes and writes, by name, as plain values: `runFacts` */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly tick: number;
  /** the tick at which its tables begin */
  readonly from: number;
  /** of `packFork` */
  readonly state: Uint8Array;
  readonly tables: ReadonlyMap<TableName, unknown>;
  /** the first and the last row of the series so far */
  readonly series: readonly Row[];
  /** of checkpoint.bin, if it has been written */
  readonly checkpoint: FileState | undefined;
}

/** Replaces the saved run in a folder. Its name never shows an incomplete one, and it is on the disk when this returns. */
export function writeSaved(folder: string, saved: SavedRun): void {
  const path = join(folder, SAVED_FILE);
  const aside = `${path}.new`;
  writing(SAVED_FILE, () => {
    const bytes = serialize(saved);
    const file = openSync(aside, "w");
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  });
}

/** @returns undefined if the folder holds no saved run, or a damaged one */
export function readSaved(folder: string): SavedRun | undefined {
  try {
    return deserialize(readFileSync(join(folder, SAVED_FILE))) as SavedRun;
  } catch {
    return undefined;
  }
}

/** Files of a saved run that do not belong to the finished one. */
export const savedFiles: readonly string[] = [SAVED_FILE, `${SAVED_FILE}.new`];

/** What differs between a saved run and the one that is asked for: `seed: "7", now "8"`. */
export function differencesFrom({ facts: before }: SavedRun, now: SavedRun["facts"]): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const text = (value: unknown) => (value === undefined ? "not set" : JSON.stringify(value));
  return names
    .filter((name) => text(before[name]) !== text(now[name]))
    .map((name) => `${name}: ${text(before[name])}, now ${text(now[name])}`);
}
