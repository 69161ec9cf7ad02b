import { dirname, isAbsolute, join } from "node:path";
import { type CompleteExperiment, completeExperiment, type NamedFile } from "../../../formats/experiment/complete-experiment.ts";
import type { ExperimentFile } from "../../../formats/experiment/experiment-file.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { addedLookAlikes } from "../../../formats/names.ts";
import { InputError } from "../../../sim/index.ts";
import { burnInOf } from "../../../study/burn-in.ts";
import { combine, type FromFiles, meaningOf } from "../../../study/combination.ts";
import type { Experiment } from "../../../study/experiment.ts";
import { createPlan, type Plan } from "../../../study/plan.ts";
import { runSeed } from "../../../study/run-identity.ts";
import { type Input, InputReader, sumOf, withReading } from "../../input/input-reader.ts";
import { readBase } from "../../input/read-base.ts";
import { createPeopleReader, type PeopleFiles } from "./people-by-seed.ts";

/** An experiment that is ready to run. */
export interface PlannedExperiment extends ReadExperiment {
  readonly plan: Plan;
  /** by combination, what its runs mean */
  readonly meanings: readonly string[];
  /** what they meant with another length */
  meaningsAt(ticks: number): readonly string[];
  /** SHA-256 of the agents and network files, with the way they are read; empty if there is none */
  readonly sums: readonly string[];
  /** by combination, a hash of its burn-in; undefined for a combination without one */
  readonly burnIns: readonly (string | undefined)[];
  /** a line about the network that was read */
  readonly found: string | undefined;
}

/** An experiment and the files about people that it names. */
export interface ReadExperiment {
  readonly experiment: Experiment;
  readonly network: Input | undefined;
  readonly agents: Input | undefined;
  readonly peopleFiles: PeopleFiles;
  /** what a person should know before it starts */
  readonly notes: readonly string[];
}

/** Stop checking design points after this many problems: the user will recognize the others. */
const ENOUGH = 100;

/**
 * Reads an experiment file and the files it names, and checks that every point can run in every arm. Writes nothing.
 *
 * @param problems of the flags, to report with those of the file
 * @throws InputError with every fault
 */
export function planExperiment(file: string, problems: readonly string[] = []): PlannedExperiment {
  const reader = new InputReader();
  reader.problems.push(...problems);
  const input = reader.read(file);
  const parsed = input && reader.try(() => readExperiment(input.text, file));
  if (parsed === undefined) throw new InputError(reader.problems);
  const read = readExperimentFiles(parsed, reader);
  const { experiment, network, agents } = read;
  const people = reader.try(() => createPeopleReader(read.peopleFiles)(runSeed(experiment, 1)));
  if (people === undefined || reader.problems.length > 0) throw new InputError(reader.problems);
  const plan = createPlan(experiment);
  const sums = [sumOf(network) ?? "", sumOf(agents) ?? ""];
  const { meanings, burnIns, notes } = checkCombinations(file, plan, people, sums);
  const found = people.note;
  const byLength = new Map([[experiment.ticks, meanings]]);
  return {
    ...read,
    plan,
    meanings,
    sums,
    meaningsAt(ticks) {
      const known = byLength.get(ticks) ?? listMeanings({ ...plan, experiment: { ...experiment, ticks } }, people, sums);
      byLength.set(ticks, known);
      return known;
    },
    burnIns,
    found,
    notes: [
      ...read.notes,
      ...(found === undefined ? [] : [found]),
      ...people.notices,
      ...warnOfLookAlikes(file, read, people),
      ...notes,
    ],
  };
}

/** Warnings about agents that the experiment or an arm adds, whose names look like others. */
function warnOfLookAlikes(file: string, { experiment }: ReadExperiment, { people }: FromFiles): string[] {
  const notices = experiment.arms.flatMap(({ interventions }) =>
    addedLookAlikes(people?.names ?? [], [...experiment.interventions, ...interventions]),
  );
  return [...new Set(notices)].map((notice) => `${file}: WARNING: ${notice}`);
}

/**
 * Completes an experiment file with its configuration or scenario, and reads the files about people. Problems of the latter stay with
 * the reader.
 *
 * @throws InputError with every fault, if the experiment is not complete
 */
export function readExperimentFiles(parsed: ExperimentFile, reader: InputReader): ReadExperiment {
  const { file, scenario, config } = parsed;
  const base = readBase(
    { scenario: config === undefined ? scenario : undefined, config: config && resolveBeside(file, config) },
    reader,
  );
  const complete = reader.try(() => completeExperiment(parsed, base));
  if (complete === undefined) throw new InputError(reader.problems);
  return withPeople(complete, readNamed(complete.network, reader), readNamed(complete.agents, reader));
}

function withPeople(
  { experiment, notes }: CompleteExperiment,
  network: Input | undefined,
  agents: Input | undefined,
): ReadExperiment {
  const [arm] = experiment.arms;
  if (arm === undefined) throw new RangeError("an experiment has at least one arm");
  const peopleFiles: PeopleFiles = {
    ...(network && { network }),
    ...(agents && { agents }),
    domains: combine(experiment, {}, arm, {}).combination.parameters.domains,
  };
  return { experiment, network, agents, peopleFiles, notes };
}

/** The path of a file that another file names. It is relative to that file. */
function resolveBeside(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}

function readNamed(named: NamedFile | undefined, reader: InputReader): Input | undefined {
  if (named === undefined) return undefined;
  const { sha256 } = named;
  const file = resolveBeside(named.namedBy, named.file);
  const input = reader.read(file);
  if (input !== undefined && sha256 !== undefined && input.sha256 !== sha256)
    reader.problems.push(`${file}: has changed: SHA-256 ${input.sha256}, recorded ${sha256}`);
  return input && withReading(input, named);
}

/** By combination, what the runs of a plan mean. */
function listMeanings({ points, experiment }: Plan, people: FromFiles, sums: readonly string[]): string[] {
  return points.flatMap((point) =>
    experiment.arms.map((arm) => meaningOf(experiment, combine(experiment, point, arm, people).combination, sums)),
  );
}

/** @throws InputError if a point cannot run in an arm */
function checkCombinations(file: string, plan: Plan, people: FromFiles, sums: readonly string[]) {
  const { points, experiment } = plan;
  const meanings: string[] = [];
  const burnIns: (string | undefined)[] = [];
  const notes = new Set<string>();
  const problems = new Map<string, string>();
  for (const point of points) {
    for (const arm of experiment.arms) {
      const combined = combine(experiment, point, arm, people);
      for (const note of combined.notes) notes.add(note);
      for (const problem of combined.problems) if (!problems.has(problem)) problems.set(problem, JSON.stringify(point));
      meanings.push(meaningOf(experiment, combined.combination, sums));
      burnIns.push(burnInOf(experiment, combined.combination, sums));
    }
    if (problems.size >= ENOUGH) break;
  }
  if (problems.size > 0)
    throw new InputError([...problems].map(([problem, point]) => `${file}: ${problem}${point === "{}" ? "" : ` (at ${point})`}`));
  return { meanings, burnIns, notes: [...notes] };
}
