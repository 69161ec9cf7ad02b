import { beforeAll, describe, expect, test } from "vitest";
import { seedKey } from "../../sim/index.ts";
import type { Arm, Experiment } from "../../study/experiment.ts";
import { performRun } from "../../study/perform-run.ts";
import { runSeed } from "../../study/run-identity.ts";
import { pairedDifference } from "../../study/statistics/paired-difference.ts";

const REPLICATES = 20;

const arm = (name: string, parameters: Arm["parameters"], focalTraits: Arm["focalTraits"] = {}): Arm => ({
  name,
  parameters,
  focalTraits,
  interventions: [],
});

const asIs = arm("as_is", {});
const keepWord = arm("keep_word", {}, { follow_through: 1 });

const experiment: Experiment = {
  question: "",
  scenario: "default",
  parameters: { agents: 60, circle_size: 20, ties_within: 6 },
  interventions: [],
  ticks: 60,
  burnIn: 0,
  seed: "pairs",
  replicates: REPLICATES,
  focalAgents: { every: 10 },
  factors: [],
  design: { kind: "grid" },
  arms: [asIs, keepWord],
  outcomes: [{ name: "trust", measure: "incoming_trust_share", of: "focal", when: { at: 60 }, every: 13 }],
  runLimit: 60,
};

/** The outcome of each replicate, from seeds that begin with the given text. */
function outcomes(of: Arm, seed = experiment.seed): number[] {
  return Array.from({ length: REPLICATES }, (_, at) => {
    const task = { point: {}, arm: of, seed: runSeed({ seed }, at + 1) };
    return performRun(experiment, task, {}).values[0];
  });
}

// The bounds were fixed before the first run. Two runs with one seed differ by the effect of the trait and by little else.
describe("the difference of two arms of the model", () => {
  let reference: number[];
  beforeAll(() => {
    reference = outcomes(asIs);
  });

  test("has an interval at most two thirds as wide if the arms share their seeds", () => {
    const paired = pairedDifference(outcomes(keepWord), reference, seedKey("paired"));
    expect(paired.narrowing).toBeLessThan(2 / 3);
    expect(paired.high - paired.low).toBeLessThan((2 / 3) * (paired.unpairedHigh - paired.unpairedLow));
    expect(paired.low).toBeGreaterThan(0);
  });

  test("control: with separate seeds for each arm, it is about as wide as without pairing", () => {
    const apart = pairedDifference(outcomes(keepWord, "others"), reference, seedKey("paired"));
    expect(apart.narrowing).toBeGreaterThan(2 / 3);
  });
});
