import { accessSync, constants, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { nearestFolder } from "../files/nearest-folder.ts";
import { plainReason } from "../files/plain-reason.ts";
import { realPath } from "../files/real-path.ts";
import { runFileNames } from "./run-file-names.ts";

/** The most bytes in the name of a folder. Files that are not complete get longer names, and file systems accept 255 bytes. */
const LONGEST_NAME = 200;

/** A folder for a run. */
export interface OutputFolder {
  /** as the user typed it */
  readonly name: string;
  /** absolute, with symbolic links resolved */
  readonly path: string;
  /** whether it holds a run, which will be replaced */
  readonly replaces: boolean;
}

/**
 * Checks whether a run can be stored in a folder. Writes nothing.
 *
 * @param force whether to replace a run that the folder holds
 */
export function checkRunFolder(name: string, force: boolean): { folder: OutputFolder } | { problem: string } {
  const fault = (rule: string) => ({ problem: `--out: ${name === "" ? "the folder" : name} ${rule}` });
  if (name.trim() === "") return fault("must have a name");
  const given = resolve(name);
  if (Buffer.byteLength(basename(given)) > LONGEST_NAME) return fault(`must have a name of at most ${LONGEST_NAME} bytes`);
  try {
    const path = realPath(given);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return fault("is a broken link, not a folder");
    if (`${realPath(".")}${sep}`.startsWith(path.endsWith(sep) ? path : `${path}${sep}`))
      return fault("cannot be the current folder or one that contains it: choose a folder for this run alone");
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isDirectory()) return fault("is a file, not a folder");
    const parent = nearestFolder(dirname(path));
    if ("problem" in parent) return fault(parent.problem);
    accessSync(parent.path, constants.W_OK | constants.X_OK);
    if (stats !== undefined && stats.dev !== statSync(parent.path).dev)
      return fault("cannot be the root of a disk, because the run is written beside the folder first: choose a folder inside it");
    const held = stats === undefined ? [] : readdirSync(path);
    const replaces = held.length > 0;
    if (replaces) {
      if (!isRun(path)) return fault("contains other files and no run: choose another folder, or an empty one");
      const foreign = held.filter((file) => !runFileNames.includes(file));
      if (foreign.length > 0)
        return fault(`contains files that do not belong to its run, such as ${foreign[0]}: move them, or choose another folder`);
      if (!force) return fault("already holds a run: replace it with --force, or choose another folder with --out");
    }
    return { folder: { name, path, replaces } };
  } catch (error) {
    return fault(`cannot be written: ${plainReason(error)}`);
  }
}

/** Whether a folder contains a run.json of this program. */
function isRun(path: string): boolean {
  try {
    return JSON.parse(readFileSync(join(path, "run.json"), "utf8")).program === "weakties";
  } catch {
    return false;
  }
}
