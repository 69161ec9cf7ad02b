import type { WorkerClient } from "../../workers/worker-client.ts";
import type { ReadOptions } from "../state/from-file.ts";
import type { FileCommands, FilesRead, PreviewedFile } from "./file-messages.ts";

/** Milliseconds after which reading is given up. The largest file that the page opens takes a few seconds. */
const READING_LIMIT = 60_000;

/** Reads files in a worker that can be stopped. */
export interface LimitedReader {
  /** starts the worker, ahead of use */
  prepare(): void;
  /**
   * @param signal cancels the reading; the promise rejects
   * @throws Error with every fault, one per line, or because reading took too long or was canceled
   */
  read(files: readonly File[], options: ReadOptions, signal: AbortSignal): Promise<FilesRead>;
  /** The beginning of each file that is a table. */
  preview(files: readonly File[]): Promise<PreviewedFile[]>;
}

/**
 * A worker cannot be interrupted, so one that takes too long or is no longer wanted is ended, and the next files get a new one.
 *
 * @param begin starts a worker; calls back when it dies
 */
export function createLimitedReader(
  begin: (onDeath: () => void) => WorkerClient<FileCommands>,
  limit = READING_LIMIT,
): LimitedReader {
  let current: WorkerClient<FileCommands> | undefined;

  function client(): WorkerClient<FileCommands> {
    if (current !== undefined) return current;
    const begun = begin(() => {
      if (current === begun) current = undefined;
    });
    current = begun;
    return begun;
  }

  /** Gives a command to the worker, and ends the worker if that takes too long or is canceled. */
  async function command<T>(
    files: readonly File[],
    signal: AbortSignal,
    give: (commands: WorkerClient<FileCommands>["commands"]) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const reader = client();
    let stop: (reason: string) => void = () => undefined;
    const stopped = new Promise<never>((_, reject) => {
      stop = (reason) => {
        reject(new Error(reason));
        if (current === reader) current = undefined;
        reader.end();
      };
    });
    const names = files.map(({ name }) => name).join(" and ");
    const cancel = () => stop(`Reading ${names} was canceled`);
    signal.addEventListener("abort", cancel);
    const timer = setTimeout(() => stop(`${names}: reading took more than ${limit / 1000} s; use the command line`), limit);
    try {
      return await Promise.race([reader.call(give(reader.commands)), stopped]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
    }
  }

  return {
    prepare: () => void client(),
    read: (files, options, signal) => command(files, signal, (commands) => commands.read(files as File[], options)),
    preview: (files) => command(files, new AbortController().signal, (commands) => commands.preview(files as File[])),
  };
}
