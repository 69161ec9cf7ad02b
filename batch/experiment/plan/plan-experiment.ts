import { dirname, isAbsolute, join } from "node:path";
import { completeExperiment, type NamedFile } from "../../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { InputError } from "../../../sim/index.ts";
import { combine, type FromFiles, meaningOf } from "../../../study/combination.ts";
import type { Experiment } from "../../../study/experiment.ts";
import { createPlan, type Plan } from "../../../study/plan.ts";
import { runSeed } from "../../../study/run-identity.ts";
import { type Input, InputReader } from "../../input/input-reader.ts";
import { readBase } from "../../input/read-base.ts";
import { createPeopleReader, type PeopleFiles } from "./people-by-seed.ts";

/** An experiment that can begin. */
export interface PlannedExperiment {
  readonly plan: Plan;
  /** by combination, what its runs mean */
  readonly meanings: readonly string[];
  /** the files of people that it names */
  readonly network?: Input;
  readonly agents?: Input;
  readonly peopleFiles: PeopleFiles;
  /** a line on the network that was read */
  readonly found?: string;
  /** what a person should know before it begins */
  readonly notes: readonly string[];
}

/** So many problems of design points are looked for; who sees these will find the others. */
const ENOUGH = 100;

/**
 * Reads an experiment file and all that it names, and checks that every point and arm can run. Nothing is written.
 *
 * @param problems of the flags, to be told with the others
 * @throws InputError with every fault
 */
export function planExperiment(file: string, problems: readonly string[] = []): PlannedExperiment {
  const reader = new InputReader();
  reader.problems.push(...problems);
  const { experiment, network, agents, notes: ofFile } = readFiles(file, reader);
  if (experiment === undefined) throw new InputError(reader.problems);
  const peopleFiles: PeopleFiles = {
    network: network && { file: network.file, text: network.text },
    agents: agents && { file: agents.file, text: agents.text },
    domains: combine(experiment, {}, experiment.arms[0], {}).combination.parameters.domains,
  };
  const people = reader.try(() => createPeopleReader(peopleFiles)(runSeed(experiment.seed, 1)));
  if (people === undefined || reader.problems.length > 0) throw new InputError(reader.problems);
  const plan = createPlan(experiment);
  const sums = [network?.sha256 ?? "", agents?.sha256 ?? ""];
  const { meanings, notes } = checkCombinations(file, plan, people, sums);
  return {
    plan,
    meanings,
    network,
    agents,
    peopleFiles,
    found: people.note,
    notes: [...ofFile, ...(people.note === undefined ? [] : [people.note]), ...notes],
  };
}

/** The experiment as its file and the configuration that it names say, and the files of people; undefined where they are faulty. */
function readFiles(
  file: string,
  reader: InputReader,
): { experiment?: Experiment; network?: Input; agents?: Input; notes: readonly string[] } {
  const input = reader.read(file);
  const read = input && reader.try(() => readExperiment(input.text, file));
  if (read === undefined) return { notes: [] };
  const base = readBase(
    { scenario: read.config === undefined ? read.scenario : undefined, config: read.config && beside(file, read.config) },
    reader,
  );
  const complete = reader.try(() => completeExperiment(read, base));
  if (complete === undefined) return { notes: [] };
  const { experiment, network, agents, notes } = complete;
  return { experiment, network: readNamed(network, reader), agents: readNamed(agents, reader), notes };
}

/** A path that a file names is meant from where that file is. */
function beside(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}

function readNamed(named: NamedFile | undefined, reader: InputReader): Input | undefined {
  if (named === undefined) return undefined;
  const { sha256 } = named;
  const file = beside(named.namedBy, named.file);
  const input = reader.read(file);
  if (input !== undefined && sha256 !== undefined && input.sha256 !== sha256)
    reader.problems.push(`${file}: must be the file that the experiment means, with SHA-256 ${sha256}, got ${input.sha256}`);
  return input;
}

/** @throws InputError where a point does not fit with an arm */
function checkCombinations(file: string, plan: Plan, people: FromFiles, sums: readonly string[]) {
  const { points, experiment } = plan;
  const meanings: string[] = [];
  const notes = new Set<string>();
  const problems = new Map<string, string>();
  for (const point of points) {
    for (const arm of experiment.arms) {
      const combined = combine(experiment, point, arm, people);
      for (const note of combined.notes) notes.add(note);
      for (const problem of combined.problems) if (!problems.has(problem)) problems.set(problem, JSON.stringify(point));
      meanings.push(meaningOf(experiment, combined.combination, sums));
    }
    if (problems.size >= ENOUGH) break;
  }
  if (problems.size > 0)
    throw new InputError([...problems].map(([problem, point]) => `${file}: ${problem}${point === "{}" ? "" : ` (at ${point})`}`));
  return { meanings, notes: [...notes] };
}
