import { InputError } from "../sim/index.ts";
import { commandLine, isAnswered } from "./command-line.ts";
import { WriteError } from "./files/write-error.ts";
import { finishStandardOutput, ReaderGone, watchStandardOutput } from "./process/standard-output.ts";
import { Stopped } from "./process/stop.ts";

/** Exit codes: the program failed, and it was asked for something it cannot do. */
const FAILED = 1;
const BAD_INPUT = 2;

/** Most problems printed at once. */
const MOST_PRINTED = 50;

/**
 * Runs one command and prints what it has to say.
 *
 * @param args as typed after `weakties`
 * @returns the exit code; a command that ends well may have set `process.exitCode`
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  watchStandardOutput();
  try {
    await (await commandLine(args[0])).parseAsync(args, { from: "user" });
    await finishStandardOutput();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error);
  }
}

/** Prints what went wrong to standard error and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof ReaderGone) return 0;
  // Commander has already printed its answer; with an error that is the help for a command line without a command.
  if (isAnswered(error)) return error.exitCode === 0 ? 0 : BAD_INPUT;
  if (error instanceof Stopped) return print([`weakties: ${error.message}, nothing was written`], error.exitCode);
  if (error instanceof InputError) return print(problemLines(error.problems), BAD_INPUT);
  if (error instanceof WriteError) return print([`weakties: ${error.message}`], FAILED);
  if (process.env.WEAKTIES_DEBUG) return print([error instanceof Error ? (error.stack ?? error.message) : String(error)], FAILED);
  const what = error instanceof Error ? error.message : String(error);
  return print(
    [`weakties: internal error: ${what}. Please report it with what you typed; with WEAKTIES_DEBUG=1 it says where.`],
    FAILED,
  );
}

function print(lines: readonly string[], exitCode: number): number {
  process.stderr.write(`${lines.join("\n")}\n`);
  return exitCode;
}

function problemLines(problems: readonly string[]): string[] {
  const lines = problems.slice(0, MOST_PRINTED).map((problem) => `  ${problem}`);
  if (problems.length > MOST_PRINTED) lines.push(`  and ${problems.length - MOST_PRINTED} more`);
  return [`weakties: ${problems.length} problem${problems.length === 1 ? "" : "s"}, nothing was written`, ...lines];
}
