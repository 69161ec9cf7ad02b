import { readAgents } from "../../formats/agents.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { readOptionsOf } from "../../formats/network/read-options.ts";
import { type PeopleOfFiles, peopleOfFiles, type ReadFile } from "../../formats/people-of-files.ts";
import type { FileText, Input, InputReader } from "../input/input-reader.ts";

/** A file that the user named; undefined if there is none, and "faulty" if it cannot be read. */
export type NamedInput = Input | "faulty" | undefined;

type NamedText = FileText | "faulty" | undefined;

/**
 * Reads the network and the agents file, either of which can be missing.
 *
 * @returns undefined if one of them is faulty; the reader has the problems
 */
export function readPeople(
  { network, agents }: { readonly network: NamedText; readonly agents: NamedText },
  { seed, domains }: { readonly seed: string; readonly domains: number },
  reader: InputReader,
): PeopleOfFiles | undefined {
  const ties = parse(network, reader, ({ text, file, reading }) => readNetwork(text, { file, seed, ...readOptionsOf(reading) }));
  const rows = parse(agents, reader, ({ text, file, reading }) => readAgents(text, file, { domains, ...readOptionsOf(reading) }));
  if (ties === "faulty" || rows === "faulty") return undefined;
  return reader.try(() => peopleOfFiles(ties, rows, seed));
}

function parse<T>(input: NamedText, reader: InputReader, by: (input: FileText) => T): ReadFile<T> | "faulty" | undefined {
  if (input === undefined || input === "faulty") return input;
  const value = reader.try(() => by(input));
  return value === undefined ? "faulty" : { file: input.file, value };
}
