import type { PeopleOfFiles } from "../../../formats/people-of-files.ts";
import { InputError } from "../../../sim/index.ts";
import { type FileText, InputReader } from "../../input/input-reader.ts";
import { readPeople } from "../../run/read-people.ts";

/** The files that describe the people of a run. Either can be missing. */
export interface PeopleFiles {
  readonly network?: FileText;
  readonly agents?: FileText;
  /** how many domains of expertise an agents file can name */
  readonly domains: number;
}

/**
 * Reads the people of runs. If no file assigns them to circles, communities do, and these depend on the seed. The latest people are
 * kept, because replicates of one seed follow each other. The reader throws an InputError with every fault of both files.
 */
export function createPeopleReader({ network, agents, domains }: PeopleFiles): (seed: string) => PeopleOfFiles {
  let latest: { seed: string; people: PeopleOfFiles } | undefined;
  return (seed) => {
    if (latest?.seed === seed) return latest.people;
    const reader = new InputReader();
    const people = readPeople({ network, agents }, { seed, domains }, reader);
    if (people === undefined) throw new InputError(reader.problems);
    latest = { seed, people };
    return people;
  };
}
