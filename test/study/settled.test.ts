import { describe, expect, test } from "vitest";
import { networkMeasures } from "../../sim/index.ts";
import { burnInOf } from "../../study/burn-in.ts";
import { combine, meaningOf } from "../../study/combination.ts";
import type { Arm, DesignPoint, Experiment } from "../../study/experiment.ts";
import { openWorld, performRun, type RunTask, settleWorld } from "../../study/perform-run.ts";
import { createPlan, workOrder } from "../../study/plan.ts";
import { makeArm, makeExperiment, makeOutcome } from "../helpers/make-experiment.ts";
import { few } from "../helpers/make-run.ts";

const SETTLED = 170;
const TICKS = 60;

const measures = ["weak_ties", "conversion_52", "conversion_156", "reach", "gini_reach", "promises_kept_share"];

const ofNetwork = measures.flatMap((measure) => [
  makeOutcome({ name: `${measure}_start`, measure, when: { at: 0 } }),
  makeOutcome({ name: `${measure}_end`, measure, when: { at: TICKS } }),
  makeOutcome({ name: `${measure}_mean`, measure, when: { mean: { from: 0, to: TICKS } }, every: 7 }),
]);
const ofFocal = makeOutcome({ name: "focal", measure: "conversion_156", of: "focal", when: { at: TICKS } });

const names = networkMeasures.slice(1).map(({ name }) => name);

const settled = makeExperiment({
  settled: SETTLED,
  ticks: TICKS,
  outcomes: [...ofNetwork, ofFocal],
  series: { every: 10, measures: names },
  focalAgents: { every: 7 },
  interventions: [{ tick: 5, remove: [3] }],
});

const arm = makeArm("reversed", {
  parameters: { noise: 0.4, gossip: false, fading_rate: 0.1 },
  focalTraits: { follow_through: 1 },
  interventions: [{ tick: 9, set: { gossip: true }, until: 20 }],
});
const point: DesignPoint = { blow_off: 0.6, "focal.openness": 0.9 };
const task: RunTask = { point, arm, seed: "study-1" };

/** The same experiment without a burn-in: everything happens later, and what a burn-in leaves to its end is an intervention. */
function runningThrough(): { experiment: Experiment; task: RunTask } {
  const later = (tick: number) => tick + SETTLED;
  return {
    experiment: {
      ...makeExperiment(),
      focalAgents: { every: 7 },
      parameters: { ...few, fading_rate: 0.1 },
      ticks: later(TICKS),
      outcomes: settled.outcomes.map((outcome) => {
        const { when } = outcome;
        if ("at" in when) return { ...outcome, when: { at: later(when.at) } };
        return "mean" in when ? { ...outcome, when: { mean: { from: later(when.mean.from), to: later(when.mean.to) } } } : outcome;
      }),
      series: { every: 1, measures: names },
      interventions: [
        { tick: later(1), set: { noise: 0.4, gossip: false, blow_off: 0.6 } },
        { tick: later(1), set_traits: { follow_through: 1, openness: 0.9 }, agents: { every: 7 } },
        { tick: later(5), remove: [3] },
        { tick: later(9), set: { gossip: true }, until: later(20) },
      ],
    },
    task: { point: {}, arm: makeArm("base"), seed: "study-1" },
  };
}

describe("a run with a burn-in", () => {
  const inline = performRun(settled, task, {});

  test("gives the numbers and the state of the same run without one, in which everything happens later", () => {
    const through = runningThrough();
    const { values, series, stateHash } = performRun(through.experiment, through.task, {});
    expect(inline.stateHash).toBe(stateHash);
    expect(inline.values).toEqual(values);
    expect(inline.values.every((value) => !Number.isNaN(value))).toBe(true);
    const rows = series?.filter(([tick = 0]) => tick >= SETTLED && (tick - SETTLED) % 10 === 0);
    expect(inline.series).toEqual(rows?.map(([tick = 0, ...rest]) => [tick - SETTLED, ...rest]));
  });

  test("gives the same if it forks from the world of another point and arm", () => {
    const other: RunTask = {
      ...task,
      point: { blow_off: 0, "focal.openness": 0 },
      arm: makeArm("other", { parameters: { fading_rate: 0.1 } }),
    };
    expect(hashOf(settled, other.point, other.arm)).toBe(hashOf(settled, task.point, task.arm));
    const bytes = settleWorld(settled, other, {}, "key");
    for (let fork = 0; fork < 2; fork++)
      expect(performRun(settled, task, {}, { world: openWorld(settled, bytes, "key") })).toEqual(inline);
  });
});

/** The hash of a burn-in. */
function hashOf(experiment: Experiment, one: DesignPoint, arm: Arm): string | undefined {
  return burnInOf(experiment, combine(experiment, one, arm, {}).combination, []);
}

describe("points and arms share a burn-in", () => {
  const base = hashOf(settled, {}, makeArm("a"));

  test.each<[string, DesignPoint, Partial<Arm>]>([
    ["a live parameter", { blow_off: 0.3 }, {}],
    ["a switch", { gossip: false }, {}],
    ["a trait of focal agents", { "focal.openness": 0.3 }, {}],
    ["a live parameter of an arm", {}, { parameters: { noise: 0.3 } }],
    ["traits of an arm", {}, { focalTraits: { sharing: 1 } }],
    ["interventions of an arm", {}, { interventions: [{ tick: 4, set: { noise: 0.1 } }] }],
  ])("that differ in %s", (_, one, changes) => {
    expect(hashOf(settled, one, makeArm("b", changes))).toBe(base);
    expect(base).toBeDefined();
  });

  test.each<[string, DesignPoint, Partial<Arm>]>([
    ["the number of agents", { agents: 40 }, {}],
    ["a parameter that cannot change during a run", { fading_rate: 0.2 }, {}],
    ["such a parameter of an arm", {}, { parameters: { ties_within: 6 } }],
  ])("but not if they differ in %s", (_, one, changes) => {
    expect(hashOf(settled, one, makeArm("b", changes))).not.toBe(base);
  });

  test("but not with other parameters, another length or other ticks to measure", () => {
    for (const changes of [{ parameters: { ...few, noise: 0.3 } }, { settled: 171 }, { series: { every: 3, measures: ["reach"] } }])
      expect(hashOf({ ...settled, ...changes }, {}, makeArm("a"))).not.toBe(base);
  });

  test("and no experiment without a burn-in has one", () => {
    expect(hashOf(makeExperiment(), {}, makeArm("a"))).toBeUndefined();
  });
});

test("the meaning of a run changes with the length of its burn-in and with what changes after it", () => {
  const meaning = (experiment: Experiment, one: DesignPoint) =>
    meaningOf(experiment, combine(experiment, one, makeArm("a"), {}).combination, []);
  const { settled: _, ...unsettled } = settled;
  const all = [
    meaning(settled, {}),
    meaning({ ...settled, settled: 9 }, {}),
    meaning(settled, { noise: 0.3 }),
    meaning(unsettled, {}),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test("settings that don't fit during the burn-in are a problem, even if they fit after it", () => {
  const experiment = { ...settled, parameters: { ...few, strong_from: 0.1, active_from: 0.3 } };
  expect(combine(experiment, { strong_from: 0.4 }, makeArm("a"), {}).problems).toEqual([
    expect.stringMatching(/strong_from.*\(during the burn-in\)$/),
  ]);
});

describe("shards of an experiment with a burn-in", () => {
  const plan = createPlan({
    ...settled,
    replicates: 5,
    arms: [makeArm("a"), makeArm("b")],
    factors: [{ name: "noise", values: { levels: [0, 0.1, 0.2] } }],
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 11, 40])("%i shards share all runs, each in one shard", (of) => {
    const numbers = Array.from({ length: of }, (_, at) => [...workOrder(plan, { number: at + 1, of })]).flat();
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: plan.runs }, (_, number) => number));
  });

  test("as few shards as possible need the burn-in of a replicate", () => {
    const replicatesOf = (number: number, of: number) => new Set(Array.from(workOrder(plan, { number, of }), (run) => run % 5));
    for (const of of [1, 2, 3, 5]) {
      const sizes = Array.from({ length: of }, (_, at) => replicatesOf(at + 1, of).size);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5);
    }
    for (let number = 1; number <= 11; number++) expect(replicatesOf(number, 11).size).toBe(1);
  });
});
