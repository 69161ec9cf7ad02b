import type { Command } from "commander";
import { didYouMean, formatValue, isScenario } from "../../sim/index.ts";

/**
 * The flags and arguments that a command doesn't know, as problems. The command must let unknown ones pass, so that it can report
 * them together with everything else that is wrong.
 */
export function unknownProblems(command: Pick<Command, "args" | "options">): string[] {
  const flags = knownFlags(command);
  const problems: string[] = [];
  let isAfterUnknown = false;
  for (const given of command.args) {
    if (given.startsWith("-") && given.length > 1) {
      const flag = withoutValue(given);
      problems.push(
        flags.includes(flag) ? `${flag} must come before --` : `unknown flag ${formatValue(flag)}${didYouMean(flag, flags)}`,
      );
      isAfterUnknown = !given.includes("=");
    } else {
      // What follows an unknown flag is most likely its value.
      if (!isAfterUnknown)
        problems.push(`unknown argument ${formatValue(given)}${isScenario(given) ? ` (did you mean --scenario ${given}?)` : ""}`);
      isAfterUnknown = false;
    }
  }
  return problems;
}

/** The flags of a command in all forms. */
export function knownFlags(command: Pick<Command, "options">): string[] {
  const own = command.options.flatMap(({ short, long }) => [short, long]);
  return [...own, "--help"].filter((flag) => flag !== undefined);
}

/** A flag without what follows its `=`. */
export function withoutValue(flag: string): string {
  return flag.replace(/=.*/s, "");
}
