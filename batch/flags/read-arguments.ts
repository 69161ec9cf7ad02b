import type { Command } from "commander";
import { knownFlags, unknownProblems } from "./unknown-flags.ts";

/**
 * Separates the arguments of a command from its flags.
 *
 * @param most how many arguments the command takes; Infinity for any number
 * @returns at most that many arguments, and a problem for each flag or argument that the command doesn't know
 */
export function readArguments(command: Command, most: number): { given: string[]; problems: string[] } {
  const { args, options } = command;
  const known = knownFlags(command);
  const given: string[] = [];
  const rest = args.filter((text, at) => {
    const before = args[at - 1] ?? "";
    // What follows an unknown flag is most likely its value.
    const isValue = before.startsWith("-") && !before.includes("=") && !known.includes(before);
    if (text.startsWith("-") || isValue || given.length >= most) return true;
    given.push(text);
    return false;
  });
  return { given, problems: unknownProblems({ args: rest, options }) };
}
