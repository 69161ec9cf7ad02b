import { WriteError, writing } from "../../files/write-error.ts";
import { type ExperimentFolder, makeExperimentFolder } from "./experiment-folder.ts";
import { lockFolder } from "./folder-lock.ts";

/**
 * Works in the folder of an experiment, made where it is not there, and locked meanwhile.
 *
 * @throws InputError where another process is at work in it; WriteError where the system takes no more
 */
export async function workInFolder(folder: ExperimentFolder, work: () => Promise<void>): Promise<void> {
  try {
    writing(folder.name, () => makeExperimentFolder(folder));
    const lock = await lockFolder(folder.path, folder.name);
    try {
      await work();
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new WriteError(`${error.detail}: every run that was recorded is safe; make room, and the same command goes on`);
  }
}
