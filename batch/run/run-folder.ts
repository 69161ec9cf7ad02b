import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { flushFolder } from "../files/flush-folder.ts";
import { plainReason } from "../files/plain-reason.ts";
import { TextFile } from "../files/text-file.ts";
import { WriteError } from "../files/write-error.ts";
import type { OutputFolder } from "./check-run-folder.ts";

/** Part of the name of what is written aside, so that whoever comes across it knows whose it is. */
const owner = `${hostname()
  .replace(/[^A-Za-z0-9]/g, "")
  .slice(0, 20)}-`;

/**
 * A run's folder in the making. Files are written into a folder beside it, on the same file system, which gets its name when it
 * is whole: so under that name there is never a half-written run, whenever the program is killed.
 */
export class RunFolder {
  readonly #folder: OutputFolder;
  /** of the folder beside it */
  readonly #aside: string;
  readonly #files: TextFile[] = [];
  /** the outermost parent that was made for it */
  readonly #madeParent: string | undefined;

  /** @throws a system error where it cannot be made; then nothing is left */
  constructor(folder: OutputFolder) {
    this.#folder = folder;
    this.#aside = besides(folder.path, "new", process.pid);
    this.#madeParent = mkdirSync(dirname(folder.path), { recursive: true });
    try {
      mkdirSync(this.#aside);
    } catch (error) {
      this.#removeParents();
      throw error;
    }
  }

  /** @param name one of `resultFiles` */
  create(name: string): TextFile {
    const file = new TextFile(join(this.#aside, name));
    this.#files.push(file);
    return file;
  }

  /**
   * Gives the folder its name, in the place of a run that is to be replaced. All files must be closed.
   *
   * @throws WriteError where it cannot have the name; it says which name the run has instead
   */
  publish(): void {
    const { name, path } = this.#folder;
    flushFolder(this.#aside);
    try {
      this.#takeName();
    } catch (error) {
      const rescued = `${path}-${process.pid}`;
      renameSync(this.#aside, rescued);
      throw new WriteError(`${name} could not be written (${plainReason(error)}): the run is whole, and in ${rescued}`);
    }
    flushFolder(dirname(path));
  }

  #takeName(): void {
    const { path, replaces } = this.#folder;
    if (!replaces) {
      if (existsSync(path)) rmdirSync(path); // empty; not every system renames onto a folder
      return renameSync(this.#aside, path);
    }
    const old = besides(path, "old", process.pid);
    renameSync(path, old);
    try {
      renameSync(this.#aside, path);
    } catch (error) {
      renameSync(old, path);
      throw error;
    }
    try {
      rmSync(old, { recursive: true, force: true });
    } catch {} // the next run here tries again
  }

  /** Leaves everything as it was before. */
  discard(): void {
    for (const file of this.#files) file.abandon();
    rmSync(this.#aside, { recursive: true, force: true });
    this.#removeParents();
  }

  #removeParents(): void {
    if (this.#madeParent === undefined) return;
    try {
      for (let at = dirname(this.#folder.path); at.length >= this.#madeParent.length; at = dirname(at)) rmdirSync(at);
    } catch {} // someone else has put something there
  }
}

/**
 * Clears away what killed runs have left beside a folder: half-written ones go, and a run that was about to be replaced when
 * the new one had no name yet gets its own back. What cannot be cleared stays, and does no harm.
 *
 * @param path absolute
 */
export function clearRemains(path: string): void {
  for (const entry of namesIn(dirname(path))) {
    for (const kind of ["new", "old"] as const) {
      const prefix = besidesPrefix(path, kind);
      const pid = entry.startsWith(prefix) ? entry.slice(prefix.length) : "";
      if (!/^\d+$/.test(pid) || isRunning(Number(pid))) continue;
      const remains = join(dirname(path), entry);
      try {
        if (kind === "old" && !existsSync(path)) renameSync(remains, path);
        else rmSync(remains, { recursive: true, force: true });
      } catch {}
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function besides(path: string, kind: "new" | "old", pid: number): string {
  return join(dirname(path), `${besidesPrefix(path, kind)}${pid}`);
}

function besidesPrefix(path: string, kind: "new" | "old"): string {
  return `.${basename(path)}.weakties-${kind}-${owner}`;
}

/** Whether another program has this number now. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false; // of a former one, as in a container that was started anew
  try {
    process.kill(pid, 0); // asks, and does nothing
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
