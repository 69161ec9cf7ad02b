import { readAgents } from "../../../formats/agents.ts";
import { readNetwork } from "../../../formats/network/read-network.ts";
import { type PeopleOfFiles, peopleOfFiles } from "../../../formats/people-of-files.ts";

/** A file of people, read but not understood yet. */
export interface TextOfFile {
  /** its name, as messages call it */
  readonly file: string;
  readonly text: string;
}

/** The files that say who the people of a run are, either of which may be missing. */
export interface PeopleFiles {
  readonly network?: TextOfFile;
  readonly agents?: TextOfFile;
  /** domains of expertise that an agents file may name */
  readonly domains: number;
}

/**
 * Reads the people of runs. Circles that no file gives are communities, which hang on the seed, so people are those of a seed; the
 * last ones are kept, as replicates of one seed follow each other.
 */
export function createPeopleReader({ network, agents, domains }: PeopleFiles): (seed: string) => PeopleOfFiles {
  let last: { seed: string; people: PeopleOfFiles } | undefined;
  return (seed) => {
    if (last?.seed === seed) return last.people;
    const found = network && { file: network.file, value: readNetwork(network.text, { file: network.file, seed }) };
    const rows = agents && { file: agents.file, value: readAgents(agents.text, agents.file, { domains }) };
    last = { seed, people: peopleOfFiles(found, rows, seed) };
    return last.people;
  };
}
