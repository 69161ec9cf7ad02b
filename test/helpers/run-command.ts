import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The result of a command. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command with its other exports. */
export const program = resolve("dist/cli/main.js");
const entry = pathToFileURL(resolve("dist/cli/run-command-line.js")).href;

/**
 * Runs the built command in this process, which is faster, for tests that don't need a separate process. Run one at a
 * time, because folder, arguments and output belong to the whole process.
 *
 * @param folder where it runs
 */
export async function runCommand(args: readonly string[], folder: string): Promise<Outcome> {
  const { runCommandLine }: typeof import("../../batch/run-command-line.ts") = await import(entry);
  const printed = { stdout: "", stderr: "" };
  const before = { folder: process.cwd(), argv: process.argv, exitCode: process.exitCode };
  const streams = (["stdout", "stderr"] as const).map((name) => ({ name, stream: process[name], write: process[name].write }));
  for (const { name, stream } of streams) {
    stream.write = (text: string | Uint8Array, ...others: unknown[]) => {
      printed[name] += typeof text === "string" ? text : Buffer.from(text).toString();
      const whenWritten = others.at(-1);
      if (typeof whenWritten === "function") whenWritten();
      return true;
    };
  }
  process.chdir(folder);
  process.argv = [process.execPath, program, ...args];
  process.exitCode = undefined;
  try {
    return { code: await runCommandLine(args), ...printed };
  } finally {
    process.exitCode = before.exitCode;
    process.argv = before.argv;
    process.chdir(before.folder);
    for (const { stream, write } of streams) stream.write = write;
  }
}
