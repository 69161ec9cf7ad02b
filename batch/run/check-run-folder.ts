import { accessSync, constants, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { nearestFolder } from "../files/nearest-folder.ts";
import { plainReason } from "../files/plain-reason.ts";
import { realPath } from "../files/real-path.ts";
import { resultFiles } from "./run-files.ts";

/** The most bytes a folder's name may have: what is written aside has a longer one, and file systems take 255. */
const LONGEST_NAME = 200;

/** Where a run is to be put. */
export interface OutputFolder {
  /** as the user knows it */
  readonly name: string;
  /** absolute, symbolic links followed */
  readonly path: string;
  /** whether it holds a run, which is to be replaced */
  readonly replaces: boolean;
}

/**
 * Looks whether a run can be put into a folder. Nothing is written or made.
 *
 * @param force whether a run that is there may be replaced
 */
export function checkOutputFolder(name: string, force: boolean): { folder: OutputFolder } | { problem: string } {
  const fault = (rule: string) => ({ problem: `--out: ${name === "" ? "the folder" : name} ${rule}` });
  if (name.trim() === "") return fault("must have a name");
  const given = resolve(name);
  if (Buffer.byteLength(basename(given)) > LONGEST_NAME) return fault(`must have a name of at most ${LONGEST_NAME} bytes`);
  try {
    const path = realPath(given);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return fault("must be a folder, and is a link to nothing");
    if (`${realPath(".")}${sep}`.startsWith(path.endsWith(sep) ? path : `${path}${sep}`))
      return fault("must not be the folder you are in, nor one around it: a run gets a folder of its own");
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isDirectory()) return fault("must be a folder, and is a file");
    const parent = nearestFolder(dirname(path));
    if ("problem" in parent) return fault(parent.problem);
    accessSync(parent.path, constants.W_OK | constants.X_OK);
    if (stats !== undefined && stats.dev !== statSync(parent.path).dev)
      return fault("must not be a disk of its own, as what is written beside it gets its name: name a folder within it");
    const held = stats === undefined ? [] : readdirSync(path);
    const replaces = held.length > 0;
    if (replaces) {
      if (!isRun(path)) return fault("holds files and no run of this program: name another folder, or an empty one");
      const foreign = held.filter((file) => !resultFiles.includes(file));
      if (foreign.length > 0)
        return fault(`holds files that are not of its run, such as ${foreign[0]}: move them, or name another folder`);
      if (!force) return fault("holds a run already: replace it with --force, or name another folder with --out");
    }
    return { folder: { name, path, replaces } };
  } catch (error) {
    return fault(`cannot be written: ${plainReason(error)}`);
  }
}

/** Whether a folder holds a run.json of this program. */
function isRun(path: string): boolean {
  try {
    return JSON.parse(readFileSync(join(path, "run.json"), "utf8")).program === "weakties";
  } catch {
    return false;
  }
}
