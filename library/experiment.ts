import { completeExperiment } from "../formats/experiment/complete-experiment.ts";
import type { ExperimentFile } from "../formats/experiment/experiment-file.ts";
import { readExperimentData, readExperiment as readText } from "../formats/experiment/read-experiment.ts";
import { throwIfAny } from "../sim/index.ts";
import { combine } from "../study/combination.ts";
import type { DesignPoint, Experiment } from "../study/experiment.ts";
import { createPlan } from "../study/plan.ts";
import type { RealPeople } from "./run-options.ts";

export type { DesignPoint, Experiment };

/** Stop checking design points after this many problems: the reader will recognize the others. */
const ENOUGH = 100;

/**
 * Reads an experiment file, YAML or JSON, and checks that every point can run in every arm.
 *
 * @param file its name in messages
 * @param people those of the runs, if they are real
 * @throws InputError with every fault and its line
 */
export function readExperiment(text: string, file = "experiment", people: RealPeople = {}): Experiment {
  return complete(readText(text, file), people);
}

/**
 * Creates an experiment from plain data with the keys of an experiment file.
 *
 * @param people those of the runs, if they are real
 * @throws InputError with every fault
 */
export function createExperiment(data: Readonly<Record<string, unknown>>, people: RealPeople = {}): Experiment {
  return complete(readExperimentData(data, "experiment"), people);
}

function complete(read: ExperimentFile, people: RealPeople): Experiment {
  const { file, config, network, agents, scenario = "default" } = read;
  const paths = { config, network, agents };
  throwIfAny(
    Object.entries(paths).flatMap(([key, path]) =>
      path === undefined
        ? []
        : `${file}: ${key} names a file, which the library cannot open: leave it out, and give its content to the program`,
    ),
  );
  const { experiment } = completeExperiment(read, { scenarioName: scenario, config: { parameters: {} } });
  throwIfAny([...combinationProblems(experiment, people)].map((problem) => `${file}: ${problem}`));
  return experiment;
}

function combinationProblems(experiment: Experiment, people: RealPeople): Set<string> {
  const problems = new Set<string>();
  for (const point of createPlan(experiment).points) {
    for (const arm of experiment.arms)
      for (const problem of combine(experiment, point, arm, people).problems) problems.add(problem);
    if (problems.size >= ENOUGH) break;
  }
  return problems;
}
