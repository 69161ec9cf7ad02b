import type { Definition } from "../../sim/parameters/definition-types.ts";
import { parameterHelp } from "./parameter-help.ts";

/** The words of a search; none if the reader has typed nothing. */
export function searchWords(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether every word occurs in the parameter's name, label, help text or symbol. */
export function matchesSearch({ name, label, symbol }: Definition, words: readonly string[]): boolean {
  const text = `${name} ${label} ${parameterHelp[name]} ${symbol}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
