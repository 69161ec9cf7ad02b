import type { Command } from "commander";
import { didYouMean, formatValue, isScenario } from "../../sim/index.ts";

/**
 * What a command was given and does not know, a problem each. The command must let unknown flags and arguments pass, so that
 * all of them, and all else that is wrong, can be told at once.
 */
export function readUnknown(command: Pick<Command, "args" | "options">): string[] {
  const flags = knownFlags(command);
  const problems: string[] = [];
  let afterUnknown = false;
  for (const given of command.args) {
    if (given.startsWith("-") && given.length > 1) {
      const flag = given.split("=", 1)[0];
      problems.push(
        flags.includes(flag) ? `${flag} must stand before --` : `unknown flag ${formatValue(flag)}${didYouMean(flag, flags)}`,
      );
      afterUnknown = !given.includes("=");
    } else {
      // What follows an unknown flag is most likely its value.
      if (!afterUnknown)
        problems.push(`unknown argument ${formatValue(given)}${isScenario(given) ? ` (did you mean --scenario ${given}?)` : ""}`);
      afterUnknown = false;
    }
  }
  return problems;
}

export function knownFlags(command: Pick<Command, "options">): string[] {
  const own = command.options.flatMap(({ short, long }) => [short, long]);
  return [...own, "--help"].filter((flag) => flag !== undefined);
}
