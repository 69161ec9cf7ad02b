import { createWorkerClient, type WorkerClient } from "../../workers/worker-client.ts";
import type { FromFile, ReadOptions } from "../state/from-file.ts";
import { checkFileSizes } from "./check-file-sizes.ts";
import { describePeople } from "./describe-people.ts";
import type { FileCommands } from "./file-messages.ts";

let reader: WorkerClient<FileCommands> | undefined;

/** Starts the worker that reads files, ahead of use, so that opening a file needs no network. */
export function prepareReader(): WorkerClient<FileCommands> {
  if (reader !== undefined) return reader;
  const worker = new Worker(new URL("./read-files.worker.ts", import.meta.url), { type: "module" });
  const client = createWorkerClient<FileCommands>(worker, () => {
    if (reader === client) reader = undefined; // the next files get a new worker
  });
  reader = client;
  return client;
}

/**
 * Reads a network, a list of people, or both.
 *
 * @throws Error with every fault, one per line
 */
export async function openFiles(files: readonly File[], options: ReadOptions): Promise<FromFile> {
  checkFileSizes(files);
  const { call, commands } = prepareReader();
  const read = await call(commands.read(files as File[], options));
  const opened: FromFile = {
    ...read,
    file: files.map(({ name }) => name).join(" and "),
    summary: describePeople(read),
    async again(next) {
      const isSame = next.seed === options.seed && next.domains === options.domains;
      return isSame ? opened : openFiles(files, next);
    },
  };
  return opened;
}
