import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { TextFile } from "../../files/text-file.ts";
import { namesIn } from "./experiment-folder.ts";

/** Folders inside the results folder of an experiment: settled worlds for the runs that are left, and what finished runs keep. */
export const BURN_INS = "burn-ins";
export const CHECKPOINTS = "checkpoints";

const ending = ".bin";

/** The bytes of a state, as they are on the disk; undefined if there is no such file. */
export function readState(folder: string, key: string): Uint8Array | undefined {
  try {
    return readFileSync(fileOf(folder, key));
  } catch {
    return undefined;
  }
}

/**
 * Writes a state. Its name never shows an incomplete file, and several threads and processes may write the same state at the same time.
 *
 * @param waits whether to wait until the file is on the disk
 * @throws WriteError or a system error if the system refuses; nothing remains then
 */
export function writeState(folder: string, key: string, bytes: Uint8Array, waits = true): void {
  const path = fileOf(folder, key);
  mkdirSync(folder, { recursive: true });
  const aside = `${path}.new-${process.pid}-${threadId}`;
  rmSync(aside, { force: true });
  const file = new TextFile(aside);
  try {
    file.writeBytes(bytes);
    if (waits) file.close();
    else file.abandon();
    renameSync(aside, path);
  } finally {
    file.abandon();
    rmSync(aside, { force: true });
  }
}

export function removeState(folder: string, key: string): void {
  rmSync(fileOf(folder, key), { force: true });
}

/** Removes every file that isn't the state of one of these keys, such as what killed processes have left. */
export function keepOnly(folder: string, keys: ReadonlySet<string>): void {
  for (const name of namesIn(folder))
    if (!(name.endsWith(ending) && keys.has(name.slice(0, -ending.length)))) rmSync(join(folder, name), { force: true });
}

/** How many states a folder holds, and their size. */
export function countStates(folder: string): { readonly count: number; readonly bytes: number } {
  const sizes = namesIn(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
  return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function fileOf(folder: string, key: string): string {
  return join(folder, key + ending);
}

/** Whether a folder holds a state. */
export function hasState(folder: string, key: string): boolean {
  return existsSync(fileOf(folder, key));
}

/** Puts the states of one folder into another one too, as links where the file system has them. */
export function copyStates(from: string, to: string): void {
  for (const name of namesIn(from).filter((one) => one.endsWith(ending))) {
    mkdirSync(to, { recursive: true });
    const [source, target] = [join(from, name), join(to, name)];
    if (existsSync(target)) continue;
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target);
    }
  }
}

/** Removes the incomplete files of killed processes. Only this process may be writing to the folder. */
export function clearIncomplete(folder: string): void {
  for (const name of namesIn(folder)) if (!name.endsWith(ending)) rmSync(join(folder, name), { force: true });
}
