import { type AgentRows, readAgents } from "../../formats/agents.ts";
import { joinPeople, peopleOf } from "../../formats/join-people.ts";
import { describeNetwork } from "../../formats/network/network-summary.ts";
import { type ReadNetwork, readNetwork } from "../../formats/network/read-network.ts";
import type { ImportedTies, People } from "../../sim/index.ts";
import type { Input, InputReader } from "./read-input.ts";

/** What the files of a run say of its people. */
export interface PeopleFiles {
  readonly people?: People;
  readonly imported?: ImportedTies;
  /** a line on what was found in the network */
  readonly note?: string;
}

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
): PeopleFiles | undefined {
  const found = read(network, reader, ({ text, file }) => readNetwork(text, { file, seed }));
  const rows = read(agents, reader, ({ text, file }) => readAgents(text, file, { domains }));
  if (found === "faulty" || rows === "faulty") return undefined;
  return reader.try(() => join(found, rows, seed));
}

interface Read<T> {
  readonly file: string;
  readonly value: T;
}

function read<T>(
  input: Input | "faulty" | undefined,
  reader: InputReader,
  by: (input: Input) => T,
): Read<T> | "faulty" | undefined {
  if (input === undefined || input === "faulty") return input;
  const value = reader.try(() => by(input));
  return value === undefined ? "faulty" : { file: input.file, value };
}

function join(network: Read<ReadNetwork> | undefined, agents: Read<AgentRows> | undefined, seed: string): PeopleFiles {
  if (network === undefined) return agents === undefined ? {} : { people: peopleOf(agents.value, { file: agents.file, seed }) };
  const joined = agents === undefined ? network.value : joinPeople(network.value, agents.value, { file: agents.file, seed });
  return { people: joined.people, imported: joined.ties, note: `${network.file}: ${describeNetwork(joined.summary)}` };
}
