import { createWorkerClient } from "../../workers/worker-client.ts";
import { type FromFile, type ReadOptions, RefusedFiles } from "../state/from-file.ts";
import { checkFileSizes } from "./check-file-sizes.ts";
import { describePeople } from "./describe-people.ts";
import type { FileCommands, FilesRead, PreviewedFile } from "./file-messages.ts";
import { createLimitedReader } from "./limited-reader.ts";

const reader = createLimitedReader((onDeath) =>
  createWorkerClient<FileCommands>(new Worker(new URL("./read-files.worker.ts", import.meta.url), { type: "module" }), onDeath),
);

/** Starts the worker that reads files, ahead of use. */
export function prepareReader(): void {
  reader.prepare();
}

/** The beginning of each file that is a table. */
export function previewFiles(files: readonly File[]): Promise<PreviewedFile[]> {
  return reader.preview(files);
}

/** Remedies that the form offers, as messages name them. */
const remedies = /--(columns|trust-scale|time-unit|circle-column)\b/;

/** How files are opened. */
export interface Opening {
  /** cancels the reading */
  readonly signal: AbortSignal;
  /** asks a person about the columns of the files, with the reasons why they were refused */
  ask(reasons: readonly string[]): void;
}

/**
 * Reads a network, a list of people, or both; or the run.json of a run, with the files that it names. If the files were refused and
 * a choice of columns may help, the person is asked.
 *
 * @throws Error with every fault, one per line
 */
export async function openFiles(files: readonly File[], options: ReadOptions, opening: Opening): Promise<FromFile> {
  checkFileSizes(files);
  const { signal, ask } = opening;
  const read = await reader.read(files, options, signal).catch((error: Error) => {
    const hasChosen = Object.keys(options.choices ?? {}).length > 0;
    if (signal.aborted || !(hasChosen || remedies.test(error.message))) throw error;
    const reasons = error.message.split("\n");
    ask(reasons);
    throw new RefusedFiles(error.message, [chooseColumns(() => ask(reasons))]);
  });
  return opened(files, read, options, opening);
}

const chooseColumns = (act: () => void) => ({ label: "Choose columns…", act });

function opened(files: readonly File[], read: FilesRead, options: ReadOptions, { ask }: Opening): FromFile {
  const { canChoose, ...content } = read;
  const result: FromFile = {
    ...content,
    file: files.map(({ name }) => name).join(" and "),
    summary: describePeople(read),
    ...(canChoose && { actions: [chooseColumns(() => ask([]))] }),
    async again(next) {
      const isSame =
        next.seed === (read.record?.seed ?? options.seed) && next.domains === (read.record?.domains ?? options.domains);
      if (isSame) return result;
      const again = { ...next, isAgain: true, ...(options.choices && { choices: options.choices }) };
      return openFiles(files, again, { signal: new AbortController().signal, ask });
    },
  };
  return result;
}
