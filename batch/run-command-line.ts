import { formatNumber, InputError } from "../sim/index.ts";
import { commandLine, isAnswered } from "./command-line.ts";
import { WriteError } from "./files/write-error.ts";
import { printMessage } from "./process/standard-error.ts";
import { finishStandardOutput, ReaderGone, watchStandardOutput } from "./process/standard-output.ts";
import { Stopped } from "./process/stop-signals.ts";

/** Exit code after a failure of the program or the system. */
const FAILED = 1;
/** Exit code if the user asked for something impossible. */
const BAD_INPUT = 2;

/** Most problems printed at once. */
const MOST_PRINTED = 50;

/**
 * Runs one command and prints its errors.
 *
 * @param args as typed after `weakties`
 * @returns the exit code; a command can set `process.exitCode` instead of throwing
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  watchStandardOutput();
  try {
    await (await commandLine(args)).parseAsync(args, { from: "user" });
    await finishStandardOutput();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error);
  }
}

/** Prints what went wrong to standard error and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof ReaderGone) return 0;
  // Commander has printed its answer. It is an error only if the user typed no command, and then the answer is the help.
  if (isAnswered(error)) return error.exitCode === 0 ? 0 : BAD_INPUT;
  if (error instanceof Stopped) return print([`weakties: ${error.message}, ${error.consequence}`], error.exitCode);
  if (error instanceof InputError) return print(problemLines(error.problems), BAD_INPUT);
  if (error instanceof WriteError) return print([`weakties: ${error.message}`], FAILED);
  if (process.env.WEAKTIES_DEBUG) return print([error instanceof Error ? (error.stack ?? error.message) : String(error)], FAILED);
  const what = error instanceof Error ? error.message : String(error);
  return print(
    [
      `weakties: internal error: ${what}. Please report this with the command that you typed. WEAKTIES_DEBUG=1 shows where it happened.`,
    ],
    FAILED,
  );
}

function print(lines: readonly string[], exitCode: number): number {
  printMessage(`${lines.join("\n")}\n`);
  return exitCode;
}

function problemLines(problems: readonly string[]): string[] {
  const lines = problems.slice(0, MOST_PRINTED).map((problem) => `  ${problem}`);
  if (problems.length > MOST_PRINTED) lines.push(`  and ${formatNumber(problems.length - MOST_PRINTED)} more`);
  return [`weakties: ${formatNumber(problems.length)} problem${problems.length === 1 ? "" : "s"}, nothing was written`, ...lines];
}
