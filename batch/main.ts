#!/usr/bin/env node
import { InputError } from "../sim/index.ts";
import { commandLine, isAnswered } from "./command-line.ts";
import { WriteError } from "./files/write-error.ts";
import { finishStandardOutput, ReaderGone, watchStandardOutput } from "./process/standard-output.ts";
import { Stopped } from "./process/stop.ts";

/** Exit codes: of a program that went wrong, and of one that was asked for what it cannot do. */
const FAILED = 1;
const BAD_INPUT = 2;

/** So many problems are told. */
const TOLD = 50;

watchStandardOutput();
try {
  await (await commandLine(process.argv[2])).parseAsync();
  await finishStandardOutput();
} catch (error) {
  process.exitCode = tell(error);
}

/** Says what went wrong, on standard error, and returns the exit code. */
function tell(error: unknown): number {
  if (error instanceof ReaderGone) return 0;
  // Commander has written what it had to say; with an error that is the help of a command line without a command.
  if (isAnswered(error)) return error.exitCode === 0 ? 0 : BAD_INPUT;
  if (error instanceof Stopped) return say([`weakties: ${error.message}, nothing was written`], error.exitCode);
  if (error instanceof InputError) return say(problemLines(error.problems), BAD_INPUT);
  if (error instanceof WriteError) return say([`weakties: ${error.message}`], FAILED);
  if (process.env.WEAKTIES_DEBUG) return say([error instanceof Error ? (error.stack ?? error.message) : String(error)], FAILED);
  const what = error instanceof Error ? error.message : String(error);
  return say(
    [`weakties: internal error: ${what}. Please report it with what you typed; with WEAKTIES_DEBUG=1 it says where.`],
    FAILED,
  );
}

function say(lines: readonly string[], exitCode: number): number {
  process.stderr.write(`${lines.join("\n")}\n`);
  return exitCode;
}

function problemLines(problems: readonly string[]): string[] {
  const lines = problems.slice(0, TOLD).map((problem) => `  ${problem}`);
  if (problems.length > TOLD) lines.push(`  and ${problems.length - TOLD} more`);
  return [`weakties: ${problems.length} problem${problems.length === 1 ? "" : "s"}, nothing was written`, ...lines];
}
