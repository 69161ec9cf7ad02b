import { readAgents } from "../../../formats/agents.ts";
import { readNetwork } from "../../../formats/network/read-network.ts";
import { type Reading, readOptionsOf } from "../../../formats/network/read-options.ts";
import { type PeopleOfFiles, peopleOfFiles } from "../../../formats/people-of-files.ts";

/** The text of a file about people, not parsed yet. */
export interface FileText {
  /** the name of the file in messages */
  readonly file: string;
  readonly text: string;
  readonly reading?: Reading;
}

/** The files that describe the people of a run. Either can be missing. */
export interface PeopleFiles {
  readonly network?: FileText;
  readonly agents?: FileText;
  /** how many domains of expertise an agents file can name */
  readonly domains: number;
}

/**
 * Reads the people of runs. If no file assigns them to circles, communities do, and these depend on the seed. The latest people are
 * kept, because replicates of one seed follow each other.
 */
export function createPeopleReader({ network, agents, domains }: PeopleFiles): (seed: string) => PeopleOfFiles {
  let latest: { seed: string; people: PeopleOfFiles } | undefined;
  return (seed) => {
    if (latest?.seed === seed) return latest.people;
    const ties = network && {
      file: network.file,
      value: readNetwork(network.text, { file: network.file, seed, ...readOptionsOf(network.reading) }),
    };
    const rows = agents && {
      file: agents.file,
      value: readAgents(agents.text, agents.file, { domains, ...readOptionsOf(agents.reading) }),
    };
    latest = { seed, people: peopleOfFiles(ties, rows, seed) };
    return latest.people;
  };
}
