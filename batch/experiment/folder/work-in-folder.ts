import { mkdirSync } from "node:fs";
import { WriteError, writing } from "../../files/write-error.ts";
import type { ExperimentFolder } from "./experiment-folder.ts";
import { lockFolder } from "./folder-lock.ts";

/**
 * Creates the folder of an experiment if necessary, and locks it during the work.
 *
 * @throws InputError if another process is using the folder; WriteError if the system refuses a write
 */
export async function workInFolder({ name, path }: ExperimentFolder, work: () => Promise<void>): Promise<void> {
  try {
    writing(name, () => mkdirSync(path, { recursive: true }));
    const lock = await lockFolder(path, name);
    try {
      await work();
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new WriteError(`${error.detail}: every recorded run is safe; fix this, then run the same command again to resume`);
  }
}
