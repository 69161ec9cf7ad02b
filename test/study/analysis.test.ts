import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../study/analysis.ts";
import { designPoints } from "../../study/designs/design-points.ts";
import type { DesignPoint, Experiment, Factor } from "../../study/experiment.ts";
import { createPlan } from "../../study/plan.ts";
import { makeArm, makeExperiment, makeOutcome } from "../helpers/make-experiment.ts";
import { gFunction, ishigami } from "./sensitivity/known-functions.ts";

const range = (name: string, from = 0, to = 1): Factor => ({ name, values: { from, to, whole: false } });

/** Analyzes an experiment whose outcomes are given by a function of point, arm, outcome and replicate. */
function analyze(
  changes: Partial<Experiment>,
  value: (point: DesignPoint, arm: number, outcome: number, replicate: number) => number,
) {
  const plan = createPlan(makeExperiment(changes));
  const { arms, outcomes, replicates } = plan.experiment;
  const analyzer = createAnalyzer(plan);
  for (const point of plan.points)
    analyzer.add(
      arms.map((_, arm) =>
        outcomes.map((_, outcome) =>
          Float64Array.from({ length: replicates }, (_, replicate) => value(point, arm, outcome, replicate)),
        ),
      ),
    );
  return { plan, ...analyzer.finish() };
}

describe("the analysis puts every number in its place", () => {
  const levels = [0, 1, 2];
  const changes: Partial<Experiment> = {
    factors: [{ name: "domains", values: { levels } }],
    arms: [makeArm("a"), makeArm("b")],
    outcomes: [makeOutcome({ name: "x" }), makeOutcome({ name: "y" })],
    replicates: 3,
  };
  // The thousands digit is the outcome, hundreds the point, tens the arm; replicates add 0, 1, 5 and, in the second arm, 0, 2, 7
  const spread = [
    [0, 1, 5],
    [0, 2, 7],
  ];
  const found = analyze(
    changes,
    (point, arm, outcome, replicate) => 1000 * outcome + 100 * Number(point.domains) + 10 * arm + spread[arm][replicate],
  );

  test("means, by outcome, point and arm", () => {
    const means = found.descriptions.map((of) => of.map((point) => point.map(({ mean }) => mean)));
    expect(means).toEqual([0, 1000].map((outcome) => levels.map((level) => [2, 13].map((mean) => outcome + 100 * level + mean))));
  });

  test("standard deviations and counts", () => {
    // of 0, 1, 5: squares 4 + 1 + 9 over 2; of 0, 2, 7: 9 + 1 + 16 over 2
    for (const of of found.descriptions.flat())
      expect(of.map(({ n, sd }) => [n, sd])).toEqual([
        [3, Math.sqrt(7)],
        [3, Math.sqrt(13)],
      ]);
  });

  test("differences from the first arm, replicate by replicate", () => {
    // 10 + 0, 10 + 1, 10 + 2, at all points
    for (const [first, second] of found.differences.flat()) {
      expect(first).toBeUndefined();
      expect(second).toMatchObject({ n: 3, mean: 11 });
      expect(second?.low).toBeGreaterThanOrEqual(10);
      expect(second?.high).toBeLessThanOrEqual(12);
    }
  });

  test("no indices for a design that does not support them", () => {
    expect(found.indices).toBeUndefined();
  });

  test("missing values are left out", () => {
    const { descriptions, differences } = analyze(changes, (_, arm, __, replicate) =>
      replicate === arm ? Number.NaN : 10 * replicate + arm,
    );
    // The first arm has 10 and 20, the second 1 and 21; both have the third replicate.
    expect(descriptions[0][0].map(({ n, mean }) => [n, mean])).toEqual([
      [2, 15],
      [2, 11],
    ]);
    expect(differences[0][0][1]).toMatchObject({ n: 1, mean: 1 });
  });
});

describe("an interval does not depend on the rest of the experiment", () => {
  const noisy = (point: DesignPoint, arm: number, _: number, replicate: number) =>
    Number(point.domains) + arm + Math.sqrt(2 + replicate) * ((replicate * 7) % 5);
  const changes = (levels: number[], arms: string[]): Partial<Experiment> => ({
    factors: [{ name: "domains", values: { levels } }],
    arms: arms.map((name) => makeArm(name)),
    replicates: 12,
  });

  test("it stays the same when a point is added before it and an arm after it", () => {
    const small = analyze(changes([1, 2], ["a"]), noisy);
    const large = analyze(changes([0, 1, 2], ["a", "b"]), noisy);
    expect(large.descriptions[0].slice(1).map(([first]) => first)).toEqual(small.descriptions[0].map(([first]) => first));
  });
});

/** Where the values of a point lie between the ends of its factors. */
const placesOf = (point: DesignPoint, factors: readonly Factor[]) =>
  Float64Array.from(factors, ({ name, values }) => {
    const { from, to } = values as { from: number; to: number };
    return (Number(point[name]) - from) / (to - from);
  });

describe("Morris, from design to indices", () => {
  // 4 x1 − 2 x2, independent of x3: every effect of x1 over its whole range is 4, of x2 −2, of x3 0
  const factors = [range("noise", 0.1, 0.5), range("blow_off", 0, 0.8), range("hearsay")];
  const changes: Partial<Experiment> = {
    factors,
    design: { kind: "morris", trajectories: 12, levels: 4 },
    arms: [makeArm("a"), makeArm("b")],
    outcomes: [makeOutcome({ name: "x" }), makeOutcome({ name: "y" })],
    replicates: 2,
  };
  const { plan, indices } = analyze(changes, (point, arm, outcome, replicate) => {
    const [x1, x2] = placesOf(point, factors);
    // Replicates lie on both sides of the mean. The second arm turns round, the second outcome is ten times as large.
    return (4 * x1 - 2 * x2 + (replicate - 0.5)) * (arm === 0 ? 1 : -1) * (outcome === 0 ? 1 : 10);
  });

  test("a linear function has its slopes as effects, in each outcome, arm and factor", () => {
    expect(plan.rows).toHaveLength(12 * 4);
    expect(plan.points.length).toBeLessThan(plan.rows.length);
    if (indices?.kind !== "morris") throw new Error("no indices of Morris");
    const slopes = [4, -2, 0];
    for (const [outcome, ofOutcome] of indices.values.entries())
      for (const [arm, ofArm] of ofOutcome.entries())
        for (const [factor, { mu, muStar, sigma }] of ofArm.entries()) {
          const slope = slopes[factor] * (arm === 0 ? 1 : -1) * (outcome === 0 ? 1 : 10);
          expect(mu).toBeCloseTo(slope, 9);
          expect(muStar).toBeCloseTo(Math.abs(slope), 9);
          expect(sigma).toBeCloseTo(0, 6);
        }
    expect(indices.values.map((of) => of.map((arm) => arm.length))).toEqual([
      [3, 3],
      [3, 3],
    ]);
  });

  test("an interaction spreads the effects, and a missing run removes some of them", () => {
    const { indices: bent } = analyze({ ...changes, replicates: 1 }, (point) => {
      const [x1, x2] = placesOf(point, factors);
      return x1 * x2;
    });
    if (bent?.kind !== "morris") throw new Error("no indices of Morris");
    const [x1, , x3] = bent.values[0][0];
    expect(x1.sigma).toBeGreaterThan(0.1);
    expect(x3.sigma).toBe(0);
    const { indices: torn } = analyze({ ...changes, replicates: 1 }, (point) => {
      const [first] = placesOf(point, factors);
      return JSON.stringify(point) === JSON.stringify(plan.points[0]) ? Number.NaN : 4 * first;
    });
    if (torn?.kind !== "morris") throw new Error("no indices of Morris");
    expect(torn.values[0][0][0].mu).toBeCloseTo(4, 9);
  });
});

describe("Saltelli, from design to indices within their intervals of the closed form", () => {
  test.each([
    ["Ishigami", ishigami()],
    ["the g-function", gFunction([0, 1, 4.5, 9])],
  ])("%s", (_, known) => {
    const names = ["noise", "blow_off", "hearsay", "need_rate"].slice(0, known.dimensions);
    const factors = names.map((name) => range(name, 0, 0.5));
    const { plan, indices } = analyze(
      { factors, design: { kind: "saltelli", base: 1024 }, replicates: 1, arms: [makeArm("a"), makeArm("flat")] },
      (point, arm) => (arm === 0 ? known.at(placesOf(point, factors)) : 7),
    );
    expect(plan.rows).toHaveLength(1024 * (known.dimensions + 2));
    if (indices?.kind !== "saltelli") throw new Error("no indices of Sobol");
    const [[found, flat]] = indices.values;
    // Of some 14 intervals of 95% one may miss by little: the margin is a tenth of an interval.
    for (const [factor, { first, firstLow, firstHigh, total, totalLow, totalHigh }] of found.entries()) {
      const slackFirst = 0.1 * (firstHigh - firstLow) + 1e-9;
      const slackTotal = 0.1 * (totalHigh - totalLow) + 1e-9;
      expect(known.first[factor]).toBeGreaterThanOrEqual(firstLow - slackFirst);
      expect(known.first[factor]).toBeLessThanOrEqual(firstHigh + slackFirst);
      expect(known.total[factor]).toBeGreaterThanOrEqual(totalLow - slackTotal);
      expect(known.total[factor]).toBeLessThanOrEqual(totalHigh + slackTotal);
      expect(first).toBeCloseTo(known.first[factor], 1);
      expect(total).toBeCloseTo(known.total[factor], 1);
    }
    // An outcome that does not vary has no variance to share out.
    for (const { first, total } of flat) expect([first, total]).toEqual([Number.NaN, Number.NaN]);
  });
});

test("rows that share a point share its runs", () => {
  const factors: Factor[] = [{ name: "gossip", values: { levels: [false, true] } }, range("noise", 0, 0.5)];
  const design = { kind: "morris", trajectories: 6, levels: 4 } as const;
  const { rows, points } = designPoints({ design, factors, seed: "study" });
  const { indices } = analyze({ factors, design }, (point) => (point.gossip ? 3 : 1));
  expect(points.length).toBeLessThan(rows.length);
  if (indices?.kind !== "morris") throw new Error("no indices of Morris");
  expect(indices.values[0][0].map(({ mu }) => mu)).toEqual([2, 0]);
});
