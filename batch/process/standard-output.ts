import { once } from "node:events";
import { plainReason } from "../files/plain-reason.ts";
import type { TextSink } from "../files/text-file.ts";
import { WriteError } from "../files/write-error.ts";

/** Thrown where nobody reads standard output any more, as after `| head`: the end of the program, but no failure. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

let failure: Error | undefined;

let isWatched = false;

/** To be called before anything is printed: without it a reader that goes away would end the program with a stack trace. */
export function watchStandardOutput(): void {
  if (isWatched) return;
  isWatched = true;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    failure = error.code === "EPIPE" ? new ReaderGone() : new WriteError(`standard output: ${plainReason(error)}`);
  });
  process.stderr.on("error", () => {}); // there is nobody to tell
}

/** Standard output, at the pace of its reader. */
export const standardOutput: TextSink = {
  async write(text) {
    throwFailure();
    if (!process.stdout.write(text)) await once(process.stdout, "drain").catch(() => {});
    throwFailure();
  },
};

/** Returns when standard output has taken all that was written. */
export async function finishStandardOutput(): Promise<void> {
  if (failure === undefined) await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
  throwFailure();
}

function throwFailure(): void {
  if (failure !== undefined) throw failure;
}
