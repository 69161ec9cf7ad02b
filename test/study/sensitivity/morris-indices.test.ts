import { describe, expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { designPoints } from "../../../study/designs/design-points.ts";
import { type MorrisSteps, morrisSteps } from "../../../study/designs/design-roles.ts";
import type { DesignPoint, Factor } from "../../../study/experiment.ts";
import { morrisIndices } from "../../../study/sensitivity/morris-indices.ts";
import { gFunction } from "./known-functions.ts";

const key = seedKey("effects");

/** A Morris design of an experiment, with an outcome for each of its rows. */
function measured(
  factors: readonly Factor[],
  trajectories: number,
  levels: number,
  seed: string,
  at: (point: DesignPoint) => number,
) {
  const experiment = { design: { kind: "morris", trajectories, levels }, factors, seed } as const;
  const { points, rows } = designPoints(experiment);
  return { steps: morrisSteps(experiment), outcomes: Float64Array.from(rows, (point) => at(points[point])) };
}

test("two trajectories of two factors, worked out by hand", () => {
  // Effects of the first factor: (5 − 2) / ½ = 6 and (1 − 5) / ½ = −8; of the second: (4 − 5) / −½ = 2 and (5 − 3) / −½ = −4.
  const steps: MorrisSteps = {
    dimensions: 2,
    changed: Int32Array.of(-1, 0, 1, -1, 1, 0),
    steps: Float64Array.of(Number.NaN, 0.5, -0.5, Number.NaN, -0.5, 0.5),
  };
  const { trajectories, used, factors } = morrisIndices(steps, Float64Array.of(2, 5, 4, 3, 5, 1), { key });
  expect([trajectories, used]).toEqual([2, 2]);
  // two values x and y have the standard deviation |x − y| / √2; samples of two are (x, x), (x, y), (y, x) or (y, y)
  expect(factors).toEqual([
    { mu: -1, muStar: 7, muStarLow: 6, muStarHigh: 8, sigma: expect.closeTo(14 / Math.SQRT2, 12) },
    { mu: -1, muStar: 3, muStarLow: 2, muStarHigh: 4, sigma: expect.closeTo(6 / Math.SQRT2, 12) },
  ]);
});

describe("of a linear function", () => {
  const factors: Factor[] = [
    { name: "number", values: { from: -1, to: 3, whole: false } },
    { name: "whole", values: { from: 0, to: 10, whole: true } },
    { name: "switch", values: { levels: [false, true] } },
    { name: "few", values: { levels: [1, 2, 3] } },
    { name: "idle", values: { from: 0, to: 1, whole: false } },
  ];
  const linear = ({ number, whole, switch: on, few }: DesignPoint) =>
    5 + 2 * Number(number) - 0.3 * Number(whole) + 4 * Number(on) - 7 * Number(few);

  test("μ is the change in outcome across each factor's range, μ* its size and σ 0, with or without rounding", () => {
    const { steps, outcomes } = measured(factors, 12, 6, "linear", linear);
    const gains = [8, -3, 4, -14, 0];
    for (const [factor, { mu, muStar, sigma, muStarLow, muStarHigh }] of morrisIndices(steps, outcomes, {
      key,
    }).factors.entries()) {
      expect(mu).toBeCloseTo(gains[factor], 10);
      for (const size of [muStar, muStarLow, muStarHigh]) expect(size).toBeCloseTo(Math.abs(gains[factor]), 10);
      expect(sigma).toBeCloseTo(0, 10);
    }
  });
});

test("effects that change sign cancel out in μ and not in μ*", () => {
  // y = x z with z from −1 to 1: the effect of x is z, which on 4 levels is ±1 or ±⅓; that of z is 2x, from 0 to 2.
  const factors: Factor[] = [
    { name: "x", values: { from: 0, to: 1, whole: false } },
    { name: "z", values: { from: -1, to: 1, whole: false } },
  ];
  const { steps, outcomes } = measured(factors, 2000, 4, "signs", ({ x, z }) => Number(x) * Number(z));
  const [x, z] = morrisIndices(steps, outcomes, { key, resamples: 10 }).factors;
  // means of 2000; 4.42 standard deviations: 1 in 100,000. The variance of z is 5/9, of |z| 1/9, and of 2x 5/9.
  const near = (variance: number) => 4.42 * Math.sqrt(variance / 2000);
  expect(Math.abs(x.mu)).toBeLessThan(near(5 / 9));
  expect(Math.abs(x.muStar - 2 / 3)).toBeLessThan(near(1 / 9));
  expect(Math.abs(z.mu - 1)).toBeLessThan(near(5 / 9));
  expect(z.muStar).toBeCloseTo(z.mu, 12);
  expect(x.sigma).toBeCloseTo(Math.sqrt(5 / 9), 1);
});

describe("of Sobol's g-function", () => {
  const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
  const { at } = gFunction(a);
  const factors = a.map((_, factor): Factor => ({ name: `x${factor}`, values: { from: 0, to: 1, whole: false } }));
  const ofSeed = (seed: string) => {
    const { steps, outcomes } = measured(factors, 50, 4, seed, (point) => at(Float64Array.from(Object.values(point), Number)));
    return morrisIndices(steps, outcomes, { key: seedKey(seed) }).factors;
  };

  test("μ* ranks the factors correctly, with those that hardly matter last", () => {
    const [first, second, third, fourth, ...others] = ofSeed("ranking").map(({ muStar }) => muStar);
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
    expect(third).toBeGreaterThan(fourth);
    expect(fourth).toBeGreaterThan(Math.max(...others));
  });

  test("the expected μ* lies within its 95% intervals", () => {
    // |4x − 2| is 2, ⅔, ⅔ and 2 on four levels, 4/3 on average; a step of Δ = ⅔ changes it by 4/3. So the expected μ* of factor i is
    // 2 / (1 + a_i), times (4/3 + a_j) / (1 + a_j) for each other factor j. Of 20 intervals, each missing 1 time in 20, fewer than 15
    // hold but for 3 times in 10,000. Seeds and bound were written down before the first run.
    const all = a.reduce((product, one) => (product * (4 / 3 + one)) / (1 + one), 1);
    const expected = a.map((one) => (2 / (4 / 3 + one)) * all);
    const held = a.map(() => 0);
    for (let seed = 0; seed < 20; seed++) {
      for (const [factor, { muStarLow, muStarHigh }] of ofSeed(`effects ${seed}`).entries()) {
        if (muStarLow <= expected[factor] && expected[factor] <= muStarHigh) held[factor]++;
      }
    }
    expect(Math.min(...held), `held: ${held}`).toBeGreaterThanOrEqual(15);
  });
});

describe("trajectories", () => {
  const factors: Factor[] = ["x", "y"].map((name) => ({ name, values: { from: 0, to: 1, whole: false } }));
  const { steps, outcomes } = measured(factors, 10, 20, "gaps", ({ x, y }) => Number(x) + Number(x) * Number(y));

  test("with a missing outcome are left out entirely", () => {
    const gaps = outcomes.slice();
    gaps[3 * 4 + 2] = Number.NaN;
    const keep = (_: number, row: number) => Math.floor(row / 3) !== 4;
    const without: MorrisSteps = { dimensions: 2, changed: steps.changed.filter(keep), steps: steps.steps.filter(keep) };
    const { trajectories, used, factors } = morrisIndices(steps, gaps, { key });
    expect([trajectories, used]).toEqual([10, 9]);
    expect(factors).toEqual(morrisIndices(without, outcomes.filter(keep), { key }).factors);
  });

  test("give no indices if all are missing; a single one gives effects without spread or interval", () => {
    const none = morrisIndices(steps, outcomes.slice().fill(Number.NaN), { key });
    expect(none.used).toBe(0);
    expect(Object.values(none.factors[0])).toEqual([NaN, NaN, NaN, NaN, NaN]);
    const one = morrisIndices(steps, outcomes.slice().fill(Number.NaN, 3), { key });
    expect(one.used).toBe(1);
    const { mu, muStar, ...rest } = one.factors[0];
    expect(Math.abs(mu)).toBe(muStar);
    expect(rest).toEqual({ muStarLow: NaN, muStarHigh: NaN, sigma: NaN });
  });

  test("give the same intervals with the same key and others with another key", () => {
    const again = morrisIndices(steps, outcomes, { key: seedKey("effects") });
    expect(morrisIndices(steps, outcomes, { key })).toEqual(again);
    expect(morrisIndices(steps, outcomes, { key: seedKey("other") }).factors[0]).not.toEqual(again.factors[0]);
  });
});
