import { existsSync, linkSync, lstatSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { plainReason } from "./plain-reason.ts";
import { TextFile } from "./text-file.ts";
import { WriteError } from "./write-error.ts";

/** What stands in the way of a new file, or undefined. Nothing is written. */
export function newFileProblem(name: string): string | undefined {
  const path = resolve(name);
  try {
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there !== undefined)
      return `${name} must not be there yet, and is${there.isDirectory() ? " a folder" : ""}: name another file, or move that one`;
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (folder === undefined) return `${name} must be in a folder that is there; make ${dirname(name)} first`;
    if (!folder.isDirectory()) return `${name} must be in a folder, and ${dirname(name)} is a file`;
    return undefined;
  } catch (error) {
    return `${name} cannot be written: ${plainReason(error)}`;
  }
}

/**
 * Writes a file that is not there yet. It is written aside first, so that under its name there is never half of it, and never takes
 * the place of another.
 *
 * @throws WriteError where the system refuses; then nothing is left
 */
export function writeNewFile(name: string, text: string): void {
  const path = resolve(name);
  const aside = join(dirname(path), `.${basename(path)}.weakties-new-${process.pid}`);
  const file = new TextFile(aside);
  try {
    file.write(text);
    file.close();
    takeName(aside, path);
  } catch (error) {
    if (error instanceof WriteError) throw error;
    throw new WriteError(`nothing was written: ${name}: ${plainReason(error)}`);
  } finally {
    file.abandon();
    rmSync(aside, { force: true });
  }
}

/** A second name refuses to replace a file; not every file system has them. */
function takeName(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || existsSync(path)) throw error;
    renameSync(aside, path);
  }
}
