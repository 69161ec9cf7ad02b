import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPlan } from "../../study/plan.ts";
import { createPrecisionRule, LEAST_REPLICATES } from "../../study/precision.ts";
import { intervalKey } from "../../study/run-identity.ts";
import { describeValues } from "../../study/statistics/describe.ts";
import { repeatable } from "../helpers/experiment-files.ts";
import { makeArm, makeExperiment, makeOutcome } from "../helpers/make-experiment.ts";

const REPLICATES = 40;
const experiment = makeExperiment({
  factors: [{ name: "gossip", values: { levels: [true, false] } }],
  arms: [makeArm("a"), makeArm("b")],
  replicates: REPLICATES,
  outcomes: [makeOutcome({ name: "trust" }), makeOutcome({ name: "ties" })],
});
const plan = createPlan(experiment);
const COMBINATIONS = 4;

type Values = (combination: number, replicate: number) => [trust: number, ties: number];

/** Gives a rule the first `rounds` rounds, in design order, and `more` runs of the next one. */
function ruleAfter(values: Values, rounds: number, more = 0, share = 0.05, of = plan) {
  const rule = createPrecisionRule(of, share);
  for (let replicate = 0; replicate <= rounds; replicate++)
    for (let combination = 0; combination < (replicate < rounds ? COMBINATIONS : more); combination++)
      rule.add(combination * REPLICATES + replicate, values(combination, replicate));
  return rule;
}

const draw = repeatable(11);
const noise = Array.from({ length: COMBINATIONS * REPLICATES }, () => draw() - 0.5);
/** Trust around 10, give or take 2, and ties that hardly move. */
const noisy: Values = (combination, replicate) => [10 + 4 * noise[combination * REPLICATES + replicate], 100 + combination];

/** The first count of replicates, 5 or more, at which half of each interval is at most what is allowed. */
function firstNarrow(values: Values, allowed: (outcome: number, mean: number) => number): number | undefined {
  for (let count = 5; count <= REPLICATES; count++) {
    let narrow = true;
    for (let combination = 0; combination < COMBINATIONS; combination++) {
      for (const [outcome, { name }] of experiment.outcomes.entries()) {
        const own = Array.from({ length: count }, (_, replicate) => values(combination, replicate)[outcome]);
        const key = intervalKey("study", name, { gossip: combination < 2 }, combination % 2 === 0 ? "a" : "b");
        const { mean, low, high } = describeValues(own, key);
        narrow &&= (high - low) / 2 <= allowed(outcome, mean);
      }
    }
    if (narrow) return count;
  }
  return undefined;
}

describe("an experiment is precise enough", () => {
  test("after the smallest number of rounds at which every interval is narrow enough", () => {
    const first = firstNarrow(noisy, (_, mean) => 0.05 * mean) ?? Number.NaN;
    // neither at the first check nor only at the end, so this test means something
    expect(first).toBeGreaterThan(6);
    expect(first).toBeLessThan(REPLICATES);
    expect(ruleAfter(noisy, first - 1).settledAfter()).toBeUndefined();
    expect(ruleAfter(noisy, first).settledAfter()).toBe(first);
    expect(ruleAfter(noisy, REPLICATES).settledAfter()).toBe(first);
  });

  test("not before five rounds, even if nothing varies", () => {
    const same: Values = () => [3, 0];
    expect(LEAST_REPLICATES).toBe(5);
    expect(ruleAfter(same, 4).settledAfter()).toBeUndefined();
    expect(ruleAfter(same, 5).settledAfter()).toBe(5);
  });

  test("only when the whole round is finished", () => {
    const same: Values = () => [3, 0];
    expect(ruleAfter(same, 4, 3).settledAfter()).toBeUndefined();
    expect(ruleAfter(same, 4, 4).settledAfter()).toBe(5);
  });

  test("only if no combination of point and arm lags behind", () => {
    const oneWide: Values = (combination, replicate) => (combination === 3 ? noisy(combination, replicate) : [10, 1]);
    const first = firstNarrow(oneWide, (_, mean) => 0.05 * mean) ?? 0;
    expect(first).toBeGreaterThan(5);
    expect(ruleAfter(oneWide, first - 1).settledAfter()).toBeUndefined();
    expect(ruleAfter(oneWide, first).settledAfter()).toBe(first);
  });

  test("never, if the share is too small", () => {
    expect(ruleAfter(noisy, REPLICATES, 0, 0.001).settledAfter()).toBeUndefined();
  });

  test("relative to the size of a mean, positive or negative", () => {
    const first = ruleAfter(noisy, REPLICATES).settledAfter();
    // Mirrored values have mirrored resamples.
    const mirrored: Values = (combination, replicate) => noisy(combination, replicate).map((value) => -value) as [number, number];
    expect(first).toBeDefined();
    expect(ruleAfter(mirrored, REPLICATES).settledAfter()).toBe(first);
  });
});

test("an outcome with its own precision uses that, in its own unit", () => {
  const own = (precision: number) =>
    createPlan({ ...experiment, outcomes: [{ ...experiment.outcomes[0], precision }, experiment.outcomes[1]] });
  const allowed = (precision: number) => (outcome: number, mean: number) => (outcome === 0 ? precision : 0.05 * mean);
  for (const precision of [0.4, 0.8]) {
    const first = firstNarrow(noisy, allowed(precision));
    expect(first).toBeDefined();
    expect(ruleAfter(noisy, REPLICATES, 0, 0.05, own(precision)).settledAfter()).toBe(first);
  }
  expect(firstNarrow(noisy, allowed(0.4))).toBeGreaterThan(firstNarrow(noisy, allowed(0.8)) ?? 0);
  expect(ruleAfter(noisy, REPLICATES, 0, 0.05, own(0.01)).settledAfter()).toBeUndefined();
});

describe("the stopping point does not depend on", () => {
  const first = firstNarrow(noisy, (_, mean) => 0.05 * mean);
  const numbers = Array.from({ length: plan.runs }, (_, number) => number);
  const addRun = (rule: ReturnType<typeof ruleAfter>, number: number) =>
    rule.add(number, noisy(Math.floor(number / REPLICATES), number % REPLICATES));

  test("the order in which runs arrive or when it is checked", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(numbers, { minLength: numbers.length }), fc.integer({ min: 1, max: 60 }), (order, each) => {
        const rule = createPrecisionRule(plan, 0.05);
        for (const [at, number] of order.entries()) {
          addRun(rule, number);
          if (at % each === 0) rule.settledAfter();
        }
        expect(rule.settledAfter()).toBe(first);
      }),
      { numRuns: 20 },
    );
  });

  test("a run that is added twice, which does not replace a missing one", () => {
    const rule = createPrecisionRule(plan, 1);
    const last = 3 * REPLICATES + 4;
    for (const number of numbers.filter((one) => one % REPLICATES < 5 && one !== last)) addRun(rule, number);
    addRun(rule, 4);
    expect(rule.settledAfter()).toBeUndefined();
    addRun(rule, last);
    expect(rule.settledAfter()).toBe(5);
  });
});

describe("if outcomes of runs are undefined", () => {
  const at =
    (missing: (combination: number, replicate: number) => boolean): Values =>
    (combination, replicate) =>
      missing(combination, replicate) ? [Number.NaN, Number.NaN] : [3, 0];

  test("the other runs decide, once there are two", () => {
    expect(
      ruleAfter(
        at((_, replicate) => replicate < 3),
        5,
      ).settledAfter(),
    ).toBe(5);
    expect(
      ruleAfter(
        at((_, replicate) => replicate < 4),
        5,
      ).settledAfter(),
    ).toBeUndefined();
    expect(
      ruleAfter(
        at((_, replicate) => replicate < 4),
        6,
      ).settledAfter(),
    ).toBe(6);
  });

  // As without --until-precision, all replicates are run, and n in summary.csv is 0.
  test("in all runs of one point and arm, the experiment is never precise enough", () => {
    expect(
      ruleAfter(
        at((combination) => combination === 2),
        REPLICATES,
      ).settledAfter(),
    ).toBeUndefined();
  });

  test("a failed run that is added again counts with its new outcome", () => {
    const rule = ruleAfter(
      at((combination, replicate) => combination === 0 && replicate < 4),
      5,
    );
    rule.add(0, [3, 0]);
    expect(rule.settledAfter()).toBe(5);
  });
});
