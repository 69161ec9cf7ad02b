import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { runFiles } from "../../sim/index.ts";
import type { Experiment, Outcome, When } from "../../study/experiment.ts";
import { performRun, type RunTask } from "../../study/perform-run.ts";
import { makeArm, makeExperiment, makeOutcome, makeValue } from "../helpers/make-experiment.ts";
import { few, makeRun } from "../helpers/make-run.ts";

const TICKS = 80;
const task: RunTask = { point: {}, arm: makeArm("base"), seed: "study-1" };
const setup = { parameters: few, ticks: TICKS, focalAgents: { every: 7 } } as const;

/** Outcomes of a run of some length, most of which are read at its end. */
function outcomesOf(ticks: number): Outcome[] {
  const toEnd = { from: 10, to: ticks };
  const times: When[] = [{ at: ticks }, { mean: toEnd }, { max: toEnd }, { min: toEnd }, { trend: toEnd }, { change: toEnd }];
  return [
    ...times.map((when, at) => makeOutcome({ name: `a${at}`, measure: "weak_ties", when, every: 7 })),
    ...times.map((when, at) => makeValue("payoff of focal + trust_score of ties", { name: `b${at}`, when, every: 9 })),
    makeOutcome({ name: "c", measure: "payoff", of: "others", when: { mean: { from: 3, to: 20 } }, every: 4 }),
    makeOutcome({ name: "d", measure: "conversion_52", when: { at: 11 } }),
    makeValue("tick", { name: "e", when: { first: "weak_ties > 0" } }),
    makeOutcome({ name: "f", measure: "contact_first_third", when: { at: ticks } }),
  ];
}

const series = { every: 25, measures: ["weak_ties", "reach"] };
const perform = (changes: Partial<Experiment>) => performRun(makeExperiment({ ...setup, ...changes }), task, {});

describe("a run that stops", () => {
  test.each([
    ["tick >= 61", 1, 61],
    ["tick > 30", 7, 35],
    ["tick > 30 and weak_ties >= 0", 1, 31],
  ])("when %s, looked at every %i ticks, is one with %i ticks, in every number", (when, every, last) => {
    const stopped = perform({ outcomes: outcomesOf(TICKS), series, stop: { when, every } });
    const { lastTick, ...results } = stopped;
    expect(lastTick).toBe(last);
    expect(results).toEqual(perform({ outcomes: outcomesOf(last), series, ticks: last }));
    expect(results.series?.map(([tick]) => tick)).toEqual([0, 25, ...(last > 50 ? [50] : []), last]);
  });

  test("stops at the first tick after 0 at which the condition holds, as series.csv shows", () => {
    let text = "";
    for (const piece of runFiles(makeRun({ parameters: few, seed: "study-1" }), { ticks: TICKS, every: 1, tables: ["series"] }))
      text += piece.text;
    const cells = csvParse(text).map(({ weak_ties: cell }) => Number(cell));
    const level = cells[40] ?? 0;
    const rises = level > (cells[0] ?? 0);
    const first = cells.findIndex((cell, tick) => tick > 0 && (rises ? cell >= level : cell <= level));
    expect(first).toBeGreaterThan(1);
    const when = `weak_ties ${rises ? ">=" : "<="} ${level}`;
    expect(perform({ stop: { when, every: 1 } }).lastTick).toBe(first);
    expect(perform({ stop: { when: "weak_ties >= 0", every: 1 } }).lastTick).toBe(1);
  });

  test("has no value of a time that it did not live through", () => {
    const outcomes = [
      makeValue("tick", { when: { at: 41 } }),
      makeValue("tick", { when: { at: 40 } }),
      makeValue("tick", { when: { mean: { from: 20, to: 41 } } }),
      makeValue("tick", { when: { mean: { from: 20, to: 40 } } }),
      makeValue("tick", { when: { change: { from: 40, to: TICKS } } }),
      makeValue("tick", { when: { change: { from: 39, to: TICKS } } }),
      makeValue("tick", { when: { max: { from: 60, to: TICKS } } }),
      makeValue("tick", { when: { first: "tick > 40" } }),
    ];
    const { values } = perform({ outcomes, stop: { when: "tick = 40", every: 1 } });
    expect(values).toEqual([Number.NaN, 40, Number.NaN, 30.5, Number.NaN, 1, Number.NaN, Number.NaN]);
  });
});

test("a condition that never holds changes nothing", () => {
  const { lastTick, ...results } = perform({ outcomes: outcomesOf(TICKS), series, stop: { when: "weak_ties < 0", every: 1 } });
  expect(lastTick).toBe(TICKS);
  expect(results).toEqual(perform({ outcomes: outcomesOf(TICKS), series }));
});

test("after a burn-in, ticks count from its end, and the condition is not looked at before", () => {
  const settled = { ...setup, settled: 30, outcomes: [makeValue("tick", { when: { at: TICKS } })] };
  const { lastTick, values } = perform({ ...settled, stop: { when: "tick > 3", every: 1 } });
  expect([lastTick, ...values]).toEqual([4, 4]);
});
