import { closeSync, fsyncSync, openSync } from "node:fs";

/** Has the names in a folder on the disk. Not every system can flush a folder, and none of them needs it to be consistent later. */
export function flushFolder(path: string): void {
  try {
    const folder = openSync(path, "r");
    fsyncSync(folder);
    closeSync(folder);
  } catch {}
}
