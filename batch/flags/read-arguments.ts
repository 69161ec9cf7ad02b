import type { Command } from "commander";
import { knownFlags, readUnknown } from "./unknown-flags.ts";

/**
 * The arguments of a command that takes some: those that are no flags, the first so many. What is left is unknown.
 *
 * @param most how many it takes; Infinity for any number
 * @returns the arguments, fewer where fewer are given, and a problem for each flag or argument that the command does not know
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
  return { given, problems: readUnknown({ args: rest, options }) };
}
