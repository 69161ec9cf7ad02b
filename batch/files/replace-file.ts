import { readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { flushFolder } from "./flush-folder.ts";
import { TextFile } from "./text-file.ts";
import { writing } from "./write-error.ts";

/** A file that replaces another one once it is complete and on the disk. Until then it is written under another name. */
export class FileInPlace {
  readonly #path: string;
  readonly #aside: string;
  readonly #file: TextFile;

  /** @throws WriteError if the system refuses, as do the other methods; the previous file stays then */
  constructor(path: string) {
    this.#path = path;
    this.#aside = pathAside(path);
    rmSync(this.#aside, { force: true });
    this.#file = new TextFile(this.#aside, basename(path));
  }

  write(text: string): void {
    this.#file.write(text);
  }

  /** @returns the length in bytes */
  finish(): number {
    this.#file.close();
    writing(basename(this.#path), () => renameSync(this.#aside, this.#path));
    flushFolder(dirname(this.#path));
    return this.#file.bytes;
  }

  /** Removes the new file and keeps the previous one. */
  discard(): void {
    this.#file.abandon();
    rmSync(this.#aside, { force: true });
  }
}

/** The path under which this process writes a file until it is complete. */
export function pathAside(path: string): string {
  return join(dirname(path), `.${basename(path)}.new-${process.pid}`);
}

/** Removes the incomplete files of killed processes. Only this process may be writing to the folder. */
export function clearAsides(folder: string): void {
  for (const name of readdirSync(folder)) if (/^\..+\.new-\d+$/.test(name)) rmSync(join(folder, name), { force: true });
}

/**
 * Writes a file and replaces the previous one.
 *
 * @returns the length in bytes
 */
export function replaceFile(path: string, text: string): number {
  const file = new FileInPlace(path);
  try {
    file.write(text);
    return file.finish();
  } catch (error) {
    file.discard();
    throw error;
  }
}
