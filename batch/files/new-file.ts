import { existsSync, linkSync, lstatSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { plainReason } from "./plain-reason.ts";
import { TextFile } from "./text-file.ts";
import { WriteError } from "./write-error.ts";

/** Why a new file cannot be created; undefined if it can. Writes nothing. */
export function newFileProblem(name: string): string | undefined {
  const path = resolve(name);
  try {
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (folder === undefined) return `${name} cannot be created, because ${dirname(name)} does not exist: create that folder first`;
    if (!folder.isDirectory()) return `${name} cannot be created, because ${dirname(name)} is a file`;
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there === undefined) return undefined;
    return `${name} already exists${there.isDirectory() ? " and is a folder" : ""}: choose another name or move it`;
  } catch (error) {
    return `${name} cannot be written: ${plainReason(error)}`;
  }
}

/**
 * Creates a file. It is written under another name first, so its own name never shows an incomplete file, and it never replaces
 * another file.
 *
 * @throws WriteError if the system refuses; nothing remains then
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

/** A hard link never replaces a file. Not every file system has hard links. */
function takeName(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || existsSync(path)) throw error;
    renameSync(aside, path);
  }
}
