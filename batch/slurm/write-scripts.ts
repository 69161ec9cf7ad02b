import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TextFile } from "../files/text-file.ts";
import { writing } from "../files/write-error.ts";
import { arrayScript, mergeScript, type SlurmJobs, slurmFolder } from "./job-scripts.ts";

/** The paths of the two scripts. */
export interface Scripts {
  readonly array: string;
  readonly merge: string;
}

/** @param folder of the experiment, absolute or relative */
export function scriptPaths(folder: string): Scripts {
  return { array: join(slurmFolder(folder), "array.sh"), merge: join(slurmFolder(folder), "merge.sh") };
}

/**
 * Writes both scripts or neither: first under other names.
 *
 * @throws WriteError if the system refuses; folders that were created for the scripts are removed then
 */
export function writeScripts(jobs: SlurmJobs): void {
  const paths = scriptPaths(jobs.folder);
  const texts = [
    { path: paths.array, text: arrayScript(jobs) },
    { path: paths.merge, text: mergeScript(jobs) },
  ];
  const aside = (path: string): string => `${path}.new`;
  const created = writing(slurmFolder(jobs.folder), () => mkdirSync(slurmFolder(jobs.folder), { recursive: true }));
  try {
    for (const { path, text } of texts) {
      rmSync(aside(path), { force: true });
      const file = new TextFile(aside(path));
      try {
        file.write(text);
        file.close();
      } finally {
        file.abandon();
      }
    }
    for (const { path } of texts) writing(path, () => renameSync(aside(path), path));
  } catch (error) {
    for (const { path } of texts) rmSync(aside(path), { force: true });
    if (created !== undefined) rmSync(created, { recursive: true, force: true });
    throw error;
  }
}
