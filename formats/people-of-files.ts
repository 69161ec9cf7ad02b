import type { ImportedTies, People } from "../sim/index.ts";
import type { AgentRows } from "./agents.ts";
import { joinPeople, peopleOf } from "./join-people.ts";
import { findLookAlikes } from "./names.ts";
import type { ReadNetwork } from "./network/network-of-file.ts";
import { describeNetwork } from "./network/network-summary.ts";

/** What the files of a run say about its people. */
export interface PeopleOfFiles {
  readonly people?: People;
  readonly imported?: ImportedTies;
  /** one line that describes the network */
  readonly note?: string;
  /** what else a person should know of the files, one line each; what looks wrong comes first */
  readonly notices: readonly string[];
}

/** The content of a file, and its name. */
export interface ReadFile<T> {
  /** its name in messages */
  readonly file: string;
  readonly value: T;
}

/**
 * The people of a network file, of an agents file, or of both together. Empty if there is neither.
 *
 * @param seed of the run; communities depend on it
 * @throws InputError if the two files don't fit each other
 */
export function peopleOfFiles(
  network: ReadFile<ReadNetwork> | undefined,
  agents: ReadFile<AgentRows> | undefined,
  seed: string,
): PeopleOfFiles {
  const notices = [
    ...(network?.value.summary.warnings ?? []).map((warning) => `${network?.file}: WARNING: ${warning}`),
    ...(agents?.value.notes ?? []).map((note) => `${agents?.file}: ${note}`),
  ];
  if (network === undefined) return agents === undefined ? { notices } : peopleAlone(agents, seed, notices);
  const { people, ties, summary } =
    agents === undefined ? network.value : joinPeople(network.value, agents.value, { file: agents.file, seed });
  if (agents !== undefined) notices.unshift(...warnOfLookAlikes(agents.file, people, network.value.summary.warnings));
  return { people, imported: ties, note: `${network.file}: ${describeNetwork(summary)}`, notices };
}

/** Warnings about names that differ only in what can't be seen, without those that the network has already. */
function warnOfLookAlikes(file: string, { names }: People, known: readonly string[] = []): string[] {
  return findLookAlikes(names).flatMap((warning) => (known.includes(warning) ? [] : [`${file}: WARNING: ${warning}`]));
}

/** People whose starting ties the model makes. It makes them by agent number, so circles of a file don't shape them. */
function peopleAlone({ file, value }: ReadFile<AgentRows>, seed: string, notices: readonly string[]): PeopleOfFiles {
  const people = peopleOf(value, { file, seed });
  const warnings = warnOfLookAlikes(file, people);
  if (people.circleNames.length === 0) return { people, notices: [...warnings, ...notices] };
  const notice = `${file}: the ties at the start don't follow the circles of this file; meetings and richness do`;
  return { people, notices: [...warnings, ...notices, notice] };
}
