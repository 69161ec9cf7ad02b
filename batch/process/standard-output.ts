import { once } from "node:events";
import { plainReason } from "../files/plain-reason.ts";
import type { TextSink } from "../files/text-file.ts";
import { WriteError } from "../files/write-error.ts";
import { terminalText } from "../text/terminal-text.ts";

/** Thrown when nobody reads standard output any longer, as after `| head`. It ends the program, but it is not a failure. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

let failure: Error | undefined;

let isWatched = false;

/** Call this before anything is printed. Otherwise a reader that leaves would end the program with a stack trace. */
export function watchStandardOutput(): void {
  if (isWatched) return;
  isWatched = true;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    failure = error.code === "EPIPE" ? new ReaderGone() : new WriteError(`standard output: ${plainReason(error)}`);
  });
  process.stderr.on("error", () => {}); // nobody is left to read a message
}

/** Standard output, no faster than its reader. */
export const standardOutput: TextSink = {
  async write(text) {
    throwFailure();
    if (!process.stdout.write(terminalText(text))) await once(process.stdout, "drain").catch(() => {});
    throwFailure();
  },
};

/** Returns when standard output has accepted everything. */
export async function finishStandardOutput(): Promise<void> {
  if (failure === undefined) await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
  throwFailure();
}

function throwFailure(): void {
  if (failure !== undefined) throw failure;
}
