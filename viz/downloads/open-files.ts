import { createWorkerClient, type WorkerClient } from "../../workers/worker-client.ts";
import type { FromFile, ReadOptions } from "../state/from-file.ts";
import type { FileCommands, PeopleRead } from "./file-messages.ts";

/** Bytes of a file that is still opened: some two million ties. */
const LARGEST = 64 * 2 ** 20;

let reader: WorkerClient<FileCommands> | undefined;

/** Starts the worker that reads files, so that it is there when it is wanted, with the net or without. */
export function prepareReader(): WorkerClient<FileCommands> {
  if (reader !== undefined) return reader;
  const worker = new Worker(new URL("./read-files.worker.ts", import.meta.url), { type: "module" });
  const client = createWorkerClient<FileCommands>(worker, () => {
    if (reader === client) reader = undefined; // the next files have another
  });
  reader = client;
  return client;
}

/**
 * Reads files as the people of a run: a network, a list of people, or both.
 *
 * @throws Error with every fault, a line each
 */
export async function openFiles(files: readonly File[], options: ReadOptions): Promise<FromFile> {
  const large = files.filter(({ size }) => size > LARGEST).map(tooLarge);
  if (large.length > 0) throw new Error(large.join("\n"));
  const { call, commands } = prepareReader();
  const read = await call(commands.read(files as File[], options));
  const again = (next: ReadOptions) =>
    next.seed === options.seed && next.domains === options.domains ? Promise.resolve(opened) : openFiles(files, next);
  const opened: FromFile = { ...read, file: files.map(({ name }) => name).join(" and "), summary: summaryOf(read), again };
  return opened;
}

function tooLarge({ name, size }: File): string {
  return `${name}: must have at most ${LARGEST / 2 ** 20} MB, got ${Math.ceil(size / 2 ** 20)} MB; the command line takes larger ones`;
}

/** What a person sees in the place of a scenario's story. */
function summaryOf({ people, imported, files }: PeopleRead): string {
  const agents = `${people.names.length.toLocaleString("en")} people`;
  if (imported === undefined) return `${agents} from ${files?.agents?.file}, whose ties are made by the model.`;
  const ties = `${imported.lower.length.toLocaleString("en")} ${imported.lower.length === 1 ? "tie" : "ties"}`;
  const also = files?.agents === undefined ? "" : ` and ${files.agents.file}`;
  return `${agents} and ${ties} from ${files?.network?.file}${also}.`;
}
