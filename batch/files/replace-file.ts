import { readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { flushFolder } from "./flush-folder.ts";
import { TextFile } from "./text-file.ts";
import { writing } from "./write-error.ts";

/**
 * A file that takes the place of another one when it is whole and on the disk, and not before: until then it is written aside.
 */
export class FileInPlace {
  readonly #path: string;
  readonly #aside: string;
  readonly #file: TextFile;

  /** @throws WriteError, as all that follows, where the system refuses; then what was there is as it was */
  constructor(path: string) {
    this.#path = path;
    this.#aside = asideOf(path);
    rmSync(this.#aside, { force: true });
    this.#file = new TextFile(this.#aside, basename(path));
  }

  write(text: string): void {
    this.#file.write(text);
  }

  /** @returns its length in bytes */
  finish(): number {
    this.#file.close();
    writing(basename(this.#path), () => renameSync(this.#aside, this.#path));
    flushFolder(dirname(this.#path));
    return this.#file.bytes;
  }

  /** Leaves everything as it was before. */
  discard(): void {
    this.#file.abandon();
    rmSync(this.#aside, { force: true });
  }
}

/** Where this process writes a file until it is whole. */
export function asideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.new-${process.pid}`);
}

/** Clears away what killed processes have left in a folder of which this one is the only writer. */
export function clearAsides(folder: string): void {
  for (const name of readdirSync(folder)) if (/^\..+\.new-\d+$/.test(name)) rmSync(join(folder, name), { force: true });
}

/** Writes a whole file in place of another one. */
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
