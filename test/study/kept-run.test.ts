import { describe, expect, test } from "vitest";
import type { Experiment } from "../../study/experiment.ts";
import { performRun } from "../../study/perform-run.ts";
import { makeArm, makeExperiment, makeOutcome, makeValue } from "../helpers/make-experiment.ts";

const arm = makeArm("keep", {
  focalTraits: { follow_through: 1 },
  interventions: [
    { tick: 150, set: { blow_off: 0.5 }, until: 230 },
    { tick: 240, add: 3 },
  ],
});
const task = { point: {}, arm, seed: "kept-1" };

/** An experiment that measures in every way. */
function lasting(ticks: number, changes: Partial<Experiment> = {}): Experiment {
  const window = { from: 60, to: ticks };
  return makeExperiment({
    ticks,
    burnIn: 60,
    focalAgents: { every: 6 },
    arms: [arm],
    outcomes: [
      makeOutcome({ name: "trust", measure: "mean_trust_score", when: { at: ticks } }),
      makeOutcome({ name: "ties", measure: "active_ties", when: { mean: window }, every: 10 }),
      makeOutcome({ name: "focal", measure: "incoming_trust_share", of: "focal", when: { at: ticks } }),
      makeOutcome({ name: "gained", measure: "weak_ties", when: { change: window } }),
      makeOutcome({ name: "thirds", measure: "contact_first_third", when: { mean: window }, every: 10 }),
      makeValue("sd(strength of cross ties)", { when: { max: { from: 100, to: 180 } } }),
      makeValue("tick", { name: "early", when: { first: "promises_broken_share > 0.05" }, every: 7 }),
      makeValue("tick", { name: "late", when: { first: "agents > 52" }, every: 7 }),
    ],
    series: { every: 10, measures: ["weak_ties", "mean_trust_score"] },
    tables: {
      ties: { at: [100, ticks], where: "strong cross ties" },
      agents: { at: [60, 200] },
      events: { kinds: ["promise_broken"], from: 90, to: ticks },
    },
    ...changes,
  });
}

/** Everything that a result says, without what is kept of it. */
function resultOf({ kept: _kept, isContinued: _isContinued, ...result }: ReturnType<typeof performRun>) {
  return result;
}

const keeping = (experiment: Experiment) => performRun(experiment, task, {}, { keeps: true });

/** A run with fewer ticks, continued to more. */
function continued(before: Experiment, now: Experiment) {
  return performRun(now, task, {}, { kept: keeping(before).kept, keeps: true });
}

describe("a run that continues gives what a run at once gives: values, series, tables and state", () => {
  const whole = performRun(lasting(300), task, {});

  test("for the experiment of this test, which measures something", () => {
    expect(whole.values.filter(Number.isNaN)).toEqual([]);
    expect([whole.tables?.ties, whole.tables?.agents, whole.tables?.events].map((rows) => (rows ?? []).length > 5)).toEqual([
      true,
      true,
      true,
    ]);
    expect(keeping(lasting(300))).toMatchObject(resultOf(whole));
  });

  test.each([200, 290, 299, 300])("from %i ticks to 300", (ticks) => {
    // An end that is no multiple of 10 has other windows, so the run starts again.
    const result = continued(lasting(ticks), lasting(300));
    expect(resultOf(result)).toEqual(resultOf(whole));
    expect(result.isContinued).toBe(ticks !== 299);
  });

  test("in several steps", () => {
    let { kept } = keeping(lasting(200));
    for (const ticks of [210, 290]) {
      const step = performRun(lasting(ticks), task, {}, { kept, keeps: true });
      expect(step.isContinued).toBe(true);
      kept = step.kept;
    }
    const last = performRun(lasting(300), task, {}, { kept });
    expect(last.isContinued).toBe(true);
    expect(resultOf(last)).toEqual(resultOf(whole));
  });

  test("after a burn-in", () => {
    const settled = continued(lasting(200, { settled: 40 }), lasting(300, { settled: 40 }));
    expect(settled.isContinued).toBe(true);
    expect(resultOf(settled)).toEqual(resultOf(performRun(lasting(300, { settled: 40 }), task, {})));
  });

  test("with a stop condition that holds only later, or never before", () => {
    const stop = { when: "agents > 52", every: 4 };
    const stopped = continued(lasting(200, { stop }), lasting(300, { stop }));
    expect(stopped).toMatchObject({ isContinued: true, lastTick: 240 });
    expect(resultOf(stopped)).toEqual(resultOf(performRun(lasting(300, { stop }), task, {})));
  });
});

describe("a run starts again", () => {
  const { kept = new Uint8Array() } = keeping(lasting(200));

  test.each<[string, Experiment]>([
    [
      "if it needs a measurement that was not taken",
      lasting(300, { outcomes: [makeOutcome({ name: "reach", when: { at: 33 } })] }),
    ],
    ["if its series has more measures", lasting(300, { series: { every: 10, measures: ["reach"] } })],
    ["if its tables have more events", lasting(300, { tables: { events: { kinds: ["promise_kept"], from: 90, to: 300 } } })],
    ["if it is another run", lasting(300, { parameters: { ...lasting(300).parameters, ties_across: 6 } })],
    ["if it has fewer ticks", lasting(190)],
  ])("%s", (_, experiment) => {
    const result = performRun(experiment, task, {}, { kept });
    expect(result.isContinued).toBe(false);
    expect(resultOf(result)).toEqual(resultOf(performRun(experiment, task, {})));
  });

  test.each([
    ["damaged", new Uint8Array(kept).fill(7, 2000, 2010)],
    ["cut off", kept.subarray(0, 5000)],
    ["empty", new Uint8Array()],
  ])("if what it kept is %s", (_, bytes) => {
    expect(performRun(lasting(300), task, {}, { kept: bytes }).isContinued).toBe(false);
  });
});

test("a run keeps nothing if nobody asks, if it lasts three years or less, or if it stopped early", () => {
  expect(performRun(lasting(200), task, {}).kept).toBeUndefined();
  expect(keeping(makeExperiment({ ticks: 156, arms: [arm] })).kept).toBeUndefined();
  expect(keeping(lasting(200, { stop: { when: "tick > 190", every: 1 } })).kept).toBeUndefined();
});
