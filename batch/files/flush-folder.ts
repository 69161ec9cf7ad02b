import { closeSync, fsyncSync, openSync } from "node:fs";

/** Writes the names in a folder to the disk. Not every system can do this, and no system needs it to be consistent later. */
export function flushFolder(path: string): void {
  try {
    const folder = openSync(path, "r");
    fsyncSync(folder);
    closeSync(folder);
  } catch {}
}
