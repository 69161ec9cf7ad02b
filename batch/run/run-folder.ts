import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { flushFolder } from "../files/flush-folder.ts";
import { plainReason } from "../files/plain-reason.ts";
import { type FileState, TextFile } from "../files/text-file.ts";
import { WriteError } from "../files/write-error.ts";
import type { OutputFolder } from "./check-run-folder.ts";
import { readSaved, type SavedRun, savedFiles } from "./saved-run.ts";

/** Part of the name of an incomplete folder. It shows which machine made it. */
const owner = `${hostname()
  .replace(/[^A-Za-z0-9]/g, "")
  .slice(0, 20)}-`;

/**
 * The folder of a run while it is being written. Its files go to a folder beside it, on the same file system, which takes its name once
 * all files are complete. So that name never shows an incomplete run, even if the program is killed.
 */
export class RunFolder {
  readonly #folder: OutputFolder;
  /** the path of the folder beside it */
  readonly #aside: string;
  readonly #files: { abandon(): void }[] = [];
  /** the outermost parent that was created for it */
  readonly #madeParent: string | undefined;

  /**
   * @param stopped the unfinished folder of a stopped run, which continues
   * @throws a system error if it cannot be created; nothing remains then
   */
  constructor(folder: OutputFolder, stopped?: string) {
    this.#folder = folder;
    this.#aside = besides(folder.path, "new", process.pid);
    this.#madeParent = mkdirSync(dirname(folder.path), { recursive: true });
    try {
      if (stopped === undefined) mkdirSync(this.#aside);
      else if (stopped !== this.#aside) renameSync(stopped, this.#aside);
    } catch (error) {
      this.#removeParents();
      throw error;
    }
  }

  /** the path of the unfinished folder */
  get path(): string {
    return this.#aside;
  }

  /** @param from of a file that continues */
  create(name: string, from?: FileState): TextFile {
    const file = new TextFile(join(this.#aside, name), undefined, undefined, from);
    this.#files.push(file);
    return file;
  }

  /** Creates a file in another way. */
  async open<T extends { abandon(): void }>(createFile: (folder: string) => Promise<T>): Promise<T> {
    const file = await createFile(this.#aside);
    this.#files.push(file);
    return file;
  }

  /**
   * Gives the folder its name. A previous run of that name is replaced. All files must be closed.
   *
   * @throws WriteError if this fails; it says where the run is instead
   */
  publish(): void {
    const { name, path } = this.#folder;
    for (const file of savedFiles) rmSync(join(this.#aside, file), { force: true });
    flushFolder(this.#aside);
    try {
      this.#takeName();
    } catch (error) {
      const rescued = `${path}-${process.pid}`;
      renameSync(this.#aside, rescued);
      throw new WriteError(`${name} cannot be written (${plainReason(error)}): the complete run is in ${rescued} instead`);
    }
    flushFolder(dirname(path));
  }

  #takeName(): void {
    const { path, replaces } = this.#folder;
    if (!replaces) {
      if (existsSync(path)) rmdirSync(path); // it is empty, but not every system can rename onto a folder
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
    } catch {} // the next run in this folder tries again
  }

  /** Leaves what was written, so that the run can continue from the state that was saved last. */
  leave(): void {
    for (const file of this.#files) file.abandon();
  }

  /** Removes what was written, and keeps a previous run. */
  discard(): void {
    for (const file of this.#files) file.abandon();
    rmSync(this.#aside, { recursive: true, force: true });
    this.#removeParents();
  }

  #removeParents(): void {
    if (this.#madeParent === undefined) return;
    try {
      for (let at = dirname(this.#folder.path); at.length >= this.#madeParent.length; at = dirname(at)) rmdirSync(at);
    } catch {} // another process has put something there
  }
}

/**
 * Removes what killed runs have left beside a folder. A run that was being replaced gets its name back if the new one did not take it.
 * What cannot be removed does no harm.
 *
 * @param path absolute
 * @param keepsSaved whether to keep runs that can continue
 */
export function clearRemains(path: string, keepsSaved: boolean): void {
  for (const { kind, remains } of findRemains(path)) {
    try {
      if (keepsSaved && kind === "new" && readSaved(remains) !== undefined) continue;
      if (kind === "old" && !existsSync(path)) renameSync(remains, path);
      else rmSync(remains, { recursive: true, force: true });
    } catch {}
  }
}

/** A run that was stopped, and its unfinished folder. */
export interface StoppedRun {
  readonly path: string;
  readonly saved: SavedRun;
}

/** The stopped run beside a folder that came farthest; undefined if there is none. */
export function findStopped(path: string): StoppedRun | undefined {
  const found = findRemains(path).flatMap(({ kind, remains }) => {
    const saved = kind === "new" ? readSaved(remains) : undefined;
    return saved === undefined ? [] : [{ path: remains, saved }];
  });
  return found.sort((a, b) => b.saved.tick - a.saved.tick)[0];
}

/** The folders that processes have left which no longer run. */
function findRemains(path: string): { kind: "new" | "old"; remains: string }[] {
  return namesIn(dirname(path)).flatMap((entry) =>
    (["new", "old"] as const).flatMap((kind) => {
      const prefix = besidesPrefix(path, kind);
      const pid = entry.startsWith(prefix) ? entry.slice(prefix.length) : "";
      return !/^\d+$/.test(pid) || isRunning(Number(pid)) ? [] : [{ kind, remains: join(dirname(path), entry) }];
    }),
  );
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

/** Whether another process has this number now. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false; // of an earlier process, as in a restarted container
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
