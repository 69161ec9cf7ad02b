import { readAgents } from "../../formats/agents.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { type PeopleOfFiles, peopleOfFiles, type ReadFile } from "../../formats/people-of-files.ts";
import type { Input, InputReader } from "../input/input-reader.ts";

/**
 * Reads the network and the agents file, either of which may be missing.
 *
 * @param network, agents "faulty" where it cannot be read
 * @returns undefined where one of them is faulty; the reader has the problems
 */
export function readPeople(
  { network, agents }: { readonly network?: Input | "faulty"; readonly agents?: Input | "faulty" },
  { seed, domains }: { readonly seed: string; readonly domains: number },
  reader: InputReader,
): PeopleOfFiles | undefined {
  const found = read(network, reader, ({ text, file }) => readNetwork(text, { file, seed }));
  const rows = read(agents, reader, ({ text, file }) => readAgents(text, file, { domains }));
  if (found === "faulty" || rows === "faulty") return undefined;
  return reader.try(() => peopleOfFiles(found, rows, seed));
}

function read<T>(
  input: Input | "faulty" | undefined,
  reader: InputReader,
  by: (input: Input) => T,
): ReadFile<T> | "faulty" | undefined {
  if (input === undefined || input === "faulty") return input;
  const value = reader.try(() => by(input));
  return value === undefined ? "faulty" : { file: input.file, value };
}
