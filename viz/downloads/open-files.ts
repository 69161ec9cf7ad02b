import { createWorkerClient } from "../../workers/worker-client.ts";
import type { FromFile, ReadOptions } from "../state/from-file.ts";
import { checkFileSizes } from "./check-file-sizes.ts";
import { describePeople } from "./describe-people.ts";
import type { FileCommands } from "./file-messages.ts";
import { createLimitedReader } from "./limited-reader.ts";

const reader = createLimitedReader((onDeath) =>
  createWorkerClient<FileCommands>(new Worker(new URL("./read-files.worker.ts", import.meta.url), { type: "module" }), onDeath),
);

/** Starts the worker that reads files, ahead of use, so that opening a file needs no network. */
export function prepareReader(): void {
  reader.prepare();
}

/**
 * Reads a network, a list of people, or both; or the run.json of a run, with the files that it names.
 *
 * @param signal cancels the reading
 * @throws Error with every fault, one per line
 */
export async function openFiles(files: readonly File[], options: ReadOptions, signal: AbortSignal): Promise<FromFile> {
  checkFileSizes(files);
  const read = await reader.read(files, options, signal);
  const opened: FromFile = {
    ...read,
    file: files.map(({ name }) => name).join(" and "),
    summary: describePeople(read),
    async again(next) {
      const isSame =
        next.seed === (read.record?.seed ?? options.seed) && next.domains === (read.record?.domains ?? options.domains);
      return isSame ? opened : openFiles(files, { ...next, isAgain: true }, new AbortController().signal);
    },
  };
  return opened;
}
