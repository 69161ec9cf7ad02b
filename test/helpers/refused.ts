import { commandLine } from "../../batch/command-line.ts";
import { InputError } from "../../sim/index.ts";
import type { Workplace } from "./command-line.ts";

/**
 * The problems for which a command line is refused in a workplace. It runs in this process, which saves starting one. Other tests
 * check that the program then exits with code 2 and prints the problems on standard error.
 */
export async function refused({ folder }: Workplace, ...args: string[]): Promise<readonly string[]> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    await (await commandLine(args)).parseAsync(["node", "weakties", ...args]);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  } finally {
    process.chdir(before);
  }
  throw new Error(`weakties ${args.join(" ")} was not refused`);
}
