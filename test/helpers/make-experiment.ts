import type { Arm, Experiment, MeasureOutcome, ValueOutcome } from "../../study/experiment.ts";
import { few } from "./make-run.ts";

/** An experiment with few people and few ticks; a test can override parts of it. */
export function makeExperiment(changes: Partial<Experiment> = {}): Experiment {
  return {
    question: "",
    scenario: "default",
    parameters: few,
    interventions: [],
    ticks: 20,
    burnIn: 0,
    seed: "study",
    replicates: 3,
    factors: [],
    design: { kind: "grid" },
    arms: [makeArm("base")],
    outcomes: [makeOutcome({ name: "trust", measure: "mean_trust_score" })],
    runLimit: 3600,
    ...changes,
  };
}

export function makeArm(name: string, changes: Partial<Arm> = {}): Arm {
  return { name, parameters: {}, focalTraits: {}, interventions: [], ...changes };
}

/** An outcome of the network, by default at the last tick of `makeExperiment`. */
export function makeOutcome(changes: Partial<MeasureOutcome> & Pick<MeasureOutcome, "name">): MeasureOutcome {
  return { measure: changes.name, of: "network", when: { at: 20 }, every: 13, ...changes };
}

/** An outcome by an expression, by default at the last tick of `makeExperiment`. */
export function makeValue(value: string, changes: Partial<ValueOutcome> = {}): ValueOutcome {
  return { name: "value", value, when: { at: 20 }, every: 1, ...changes };
}
