import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { nearestFolder } from "../../files/nearest-folder.ts";
import { plainReason } from "../../files/plain-reason.ts";
import { realPath } from "../../files/real-path.ts";

/** A folder for the results of an experiment. It may not exist yet. */
export interface ExperimentFolder {
  /** as the user typed it */
  readonly name: string;
  /** absolute, with symbolic links resolved */
  readonly path: string;
}

/**
 * Checks that a folder can be written to, or created. Creates nothing.
 *
 * @param flag what named the folder, for messages
 */
export function checkWritableFolder(name: string, flag = "--out"): { folder: ExperimentFolder } | { problem: string } {
  const fault = (rule: string) => ({ problem: `${flag}: ${name === "" ? "the folder" : name} ${rule}` });
  if (name.trim() === "") return fault("must have a name");
  try {
    const path = realPath(name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isDirectory()) return fault("is a file, not a folder");
    const parent = nearestFolder(stats === undefined ? dirname(path) : path);
    if ("problem" in parent) return fault(parent.problem);
    accessSync(parent.path, constants.W_OK | constants.X_OK);
    return { folder: { name, path } };
  } catch (error) {
    return fault(`cannot be written: ${plainReason(error)}`);
  }
}

/** The names in a folder; none if it doesn't exist or can't be read. */
export function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** The default name of the folder for an experiment file. */
export function nameOfFile(file: string): string {
  return basename(file).replace(/(.)\.(ya?ml|json)$/i, "$1");
}
