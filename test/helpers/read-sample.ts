import { readFileSync } from "node:fs";
import { decodeText } from "../../formats/decode-text.ts";
import type { ReadNetwork } from "../../formats/network/network-of-file.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import type { ReadOptions } from "../../formats/network/read-options.ts";
import { InputError } from "../../sim/index.ts";

/** The text of a file in test/formats/samples. */
export function sampleText(file: string): string {
  return decodeText(readFileSync(new URL(`../formats/samples/${file}`, import.meta.url)));
}

export function sampleNetwork(file: string, seed = "1"): ReadNetwork {
  return readNetwork(sampleText(file), { file, seed });
}

/** A network given as lines; the format is not detected from `file`. */
export function networkOf(lines: readonly string[], file = "network", options: ReadOptions = {}): ReadNetwork {
  return readNetwork(`${lines.join("\n")}\n`, { file, seed: "1", ...options });
}

/** The pairs of a network by name, as `Ana - Bo`, lower agent first. */
export function pairNames({ people, ties }: Pick<ReadNetwork, "people" | "ties">): string[] {
  return Array.from(ties.lower, (lower, tie) => `${people.names[lower]} - ${people.names[ties.upper[tie]]}`);
}

/** Agents by circle, as text: `Sales: Ana, Bo`. */
export function circlesByName({ people }: Pick<ReadNetwork, "people">): string[] {
  return people.circleNames.map(
    (name, circle) => `${name}: ${people.names.filter((_, agent) => people.circle[agent] === circle).join(", ")}`,
  );
}

/** The problems of an input. */
export function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error("no fault was found");
}
