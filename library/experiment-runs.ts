import { stepCode } from "../sim/compiled/step-code.ts";
import { useCompiledStep } from "../sim/index.ts";
import type { DesignPoint, Experiment } from "../study/experiment.ts";
import { performRun as performTask } from "../study/perform-run.ts";
import { createPlan, type PlannedReplicate, runAt, workOrder } from "../study/plan.ts";
import type { RealPeople } from "./run-options.ts";

export type { PlannedReplicate };

/** A finished run of an experiment, as plain data. */
export interface ExperimentRun {
  /** 16 hexadecimal digits; the same as in runs.csv */
  readonly id: string;
  /** name of the arm */
  readonly arm: string;
  readonly point: DesignPoint;
  /** from 1 */
  readonly replicate: number;
  readonly seed: string;
  /** by outcome; NaN where one is undefined */
  readonly values: Readonly<Record<string, number>>;
  readonly stateHash: string;
}

/** The runs of an experiment, replicate by replicate, so that the first ones are a balanced sample. None is made yet. */
export function* experimentRuns(experiment: Experiment): Generator<PlannedReplicate> {
  const plan = createPlan(experiment);
  for (const number of workOrder(plan)) yield runAt(plan, number);
}

/**
 * Makes one run. A pure function of its arguments, so runs can be made in any order, in any thread, on any machine.
 *
 * @param people those of the experiment, if they are real
 */
export function performRun(experiment: Experiment, planned: PlannedReplicate, people: RealPeople = {}): ExperimentRun {
  useCompiledStep(stepCode);
  const { id, arm, point, replicate, seed } = planned;
  const { values, stateHash } = performTask(experiment, { point, arm, seed }, people);
  const named = Object.fromEntries(experiment.outcomes.map(({ name }, at) => [name, values[at] ?? Number.NaN]));
  return { id, arm: arm.name, point, replicate, seed, values: named, stateHash };
}
