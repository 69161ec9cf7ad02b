import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { TextFile } from "../../files/text-file.ts";
import { namesIn } from "../folder/experiment-folder.ts";

/** The folder with the settled worlds of an experiment, inside its results folder. */
export const BURN_INS = "burn-ins";

const ending = ".bin";

/** The bytes of a settled world, as they are on the disk; undefined if there is no such file. */
export function readBurnIn(folder: string, key: string): Uint8Array | undefined {
  try {
    return readFileSync(fileOf(folder, key));
  } catch {
    return undefined;
  }
}

/**
 * Writes a settled world. Its name never shows an incomplete file, and several threads and processes may write the same world at the
 * same time.
 *
 * @throws WriteError or a system error if the system refuses; nothing remains then
 */
export function writeBurnIn(folder: string, key: string, bytes: Uint8Array): void {
  const path = fileOf(folder, key);
  mkdirSync(folder, { recursive: true });
  const aside = `${path}.new-${process.pid}-${threadId}`;
  rmSync(aside, { force: true });
  const file = new TextFile(aside);
  try {
    file.writeBytes(bytes);
    file.close();
    renameSync(aside, path);
  } finally {
    file.abandon();
    rmSync(aside, { force: true });
  }
}

export function removeBurnIn(folder: string, key: string): void {
  rmSync(fileOf(folder, key), { force: true });
}

/** Removes every file that isn't the world of one of these keys, such as what killed processes have left. */
export function keepOnly(folder: string, keys: ReadonlySet<string>): void {
  for (const name of namesIn(folder))
    if (!(name.endsWith(ending) && keys.has(name.slice(0, -ending.length)))) rmSync(join(folder, name), { force: true });
}

/** How many settled worlds a folder holds, and their size. */
export function countBurnIns(folder: string): { readonly count: number; readonly bytes: number } {
  const sizes = namesIn(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
  return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function fileOf(folder: string, key: string): string {
  return join(folder, key + ending);
}
