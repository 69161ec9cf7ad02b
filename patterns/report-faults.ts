import { InputError } from "../sim/index.ts";

/**
 * Runs a command and prints the faults of its input.
 *
 * @param command `patterns`
 * @returns the exit code
 */
export async function reportFaults(command: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.problems.map((problem) => `${command}: ${problem}`).join("\n"));
    return 2;
  }
}
