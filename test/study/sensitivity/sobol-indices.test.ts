import { describe, expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { type SobolIndices, sobolIndices } from "../../../study/sensitivity/sobol-indices.ts";
import { randomPoints } from "../designs/spread.ts";
import { gFunction, ishigami, outcomesOf, saltelliOutcomes } from "./known-functions.ts";

const known = [
  ["Ishigami's function", ishigami()],
  ["Sobol's g-function", gFunction([0, 1, 4.5, 9, 99, 99, 99, 99])],
] as const;
const key = seedKey("indices");

/** Counts the intervals that hold the true value, first for the first-order indices, then for the total ones. */
function hits({ factors }: SobolIndices, first: readonly number[], total: readonly number[]): number[] {
  return [
    ...factors.map(({ firstLow, firstHigh }, factor) => +(firstLow <= first[factor] && first[factor] <= firstHigh)),
    ...factors.map(({ totalLow, totalHigh }, factor) => +(totalLow <= total[factor] && total[factor] <= totalHigh)),
  ];
}

/** Counts over seeds how often each index was within its interval. */
function hitsOver(seeds: number, one: (seed: number) => number[]): number[] {
  const all = Array.from({ length: seeds }, (_, seed) => one(seed));
  return all[0].map((_, index) => all.reduce((sum, ofSeed) => sum + ofSeed[index], 0));
}

test("the closed forms are the published ones", () => {
  // Ishigami: Saltelli et al. 2008; g-function: the first order shares of variance of a = 0, 1, 4.5, 9 over V = Π(1 + Vi) − 1
  const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(4)));
  expect(rounded(ishigami().first)).toEqual([0.3139, 0.4424, 0]);
  expect(rounded(ishigami().total)).toEqual([0.5576, 0.4424, 0.2437]);
  expect(rounded(ishigami().second)).toEqual([0, 0.2437, 0]);
  expect(rounded(known[1][1].first.slice(0, 4))).toEqual([0.7162, 0.179, 0.0237, 0.0072]);
  expect(rounded(known[1][1].total.slice(0, 4))).toEqual([0.7871, 0.2422, 0.0343, 0.0105]);
});

describe.each(known)("%s", (_, known) => {
  test("has closed-form indices within the 95% intervals of a Saltelli design", () => {
    // Of 20 intervals of an index, each missing 1 time in 20, fewer than 15 hold but for 3 times in 10,000. Seeds and bound were
    // written down before the first run.
    const held = hitsOver(20, (seed) => {
      const own = seedKey(`sensitivity ${seed}`);
      return hits(sobolIndices(1024, known.dimensions, saltelliOutcomes(known, 1024, own), { key: own }), known.first, known.total);
    });
    expect(Math.min(...held), `held: ${held}`).toBeGreaterThanOrEqual(15);
  });

  test("has closed-form second-order indices within their intervals, and the others as without them", () => {
    const held = hitsOver(20, (seed) => {
      const own = seedKey(`pairs ${seed}`);
      const outcomes = saltelliOutcomes(known, 1024, own, { secondOrder: true });
      const { factors, pairs = [] } = sobolIndices(1024, known.dimensions, outcomes, { key: own, secondOrder: true });
      const alone = sobolIndices(1024, known.dimensions, saltelliOutcomes(known, 1024, own), { key: own });
      expect(alone.pairs).toBeUndefined();
      if (seed === 0) expect(factors).toEqual(alone.factors);
      return pairs.map(({ secondLow, secondHigh }, at) => +(secondLow <= known.second[at] && known.second[at] <= secondHigh));
    });
    expect(held).toHaveLength((known.dimensions * (known.dimensions - 1)) / 2);
    expect(Math.min(...held), `held: ${held}`).toBeGreaterThanOrEqual(15);
  });

  test("has closed-form indices of a group within their intervals", () => {
    // The first factor and the third together; the others are alone.
    const units = [
      [0, 2],
      ...Array.from({ length: known.dimensions }, (_, factor) => [factor]).filter(([at]) => at !== 0 && at !== 2),
    ];
    const [first, total] = [0, 1].map((which) => units.map((unit) => known.ofGroup(unit)[which]));
    const held = hitsOver(20, (seed) => {
      const own = seedKey(`groups ${seed}`);
      const outcomes = saltelliOutcomes(known, 1024, own, { units });
      return hits(sobolIndices(1024, units.length, outcomes, { key: own }), first, total);
    });
    expect(Math.min(...held), `held: ${held}`).toBeGreaterThanOrEqual(15);
  });

  test("is estimated more closely with more points: 32 times the base points cut the error to a quarter or less", () => {
    // Independent points would leave 1 / √32 = 0.18 of it.
    const error = (base: number) => {
      let sum = 0;
      for (let seed = 0; seed < 8; seed++) {
        const outcomes = saltelliOutcomes(known, base, seedKey(`converges ${seed}`));
        const { factors } = sobolIndices(base, known.dimensions, outcomes, { key, resamples: 1 });
        for (const [factor, { first, total }] of factors.entries()) {
          sum += (first - known.first[factor]) ** 2 + (total - known.total[factor]) ** 2;
        }
      }
      return Math.sqrt(sum);
    };
    expect(error(8192)).toBeLessThan(error(256) / 4);
  });
});

test("with independent base points, the intervals cover as often as they claim: neither rarely nor always", () => {
  // Ishigami, 6 indices, 100 seeds. Of 100 intervals fewer than 85 hold 5 times in 100,000; that all 600 do is as unlikely. Both
  // bounds were written down before the first run.
  const function3 = ishigami();
  const base = 400;
  const held = hitsOver(100, (seed) => {
    const points = randomPoints(2 * base, 3, `independent ${seed}`);
    const rows = Array.from({ length: base }, (_, at) => {
      const [a, b] = [points.slice(6 * at, 6 * at + 3), points.slice(6 * at + 3, 6 * at + 6)];
      return [a, b, ...[0, 1, 2].map((factor) => a.with(factor, b[factor]))].map((point) => Array.from(point));
    });
    const outcomes = outcomesOf(function3, Float64Array.from(rows.flat(2)));
    return hits(
      sobolIndices(base, 3, outcomes, { key: seedKey(`boot ${seed}`), resamples: 500 }),
      function3.first,
      function3.total,
    );
  });
  expect(Math.min(...held), `held: ${held}`).toBeGreaterThanOrEqual(85);
  expect(held.reduce((sum, one) => sum + one)).toBeLessThan(600);
});

test("two base points of two factors, worked out by hand", () => {
  // A, B, AB_1, AB_2 of each. Mean of A and B: 4. Less it: −3, 1, 0, −1 and 3, −1, 1, 2. Variance: (9 + 1 + 9 + 1) / 4 = 5.
  // First: (1·3 + (−1)(−2)) / 2 / 5 = 0.5 and (1·2 + (−1)(−1)) / 2 / 5 = 0.3; total: (9 + 4) / 4 / 5 = 0.65, (4 + 1) / 4 / 5 = 0.25.
  const { base, used, factors } = sobolIndices(2, 2, Float64Array.of(1, 5, 4, 3, 7, 3, 5, 6), { key });
  expect([base, used]).toEqual([2, 2]);
  expect(factors.map(({ first, total }) => [first, total].map((index) => Number(index.toFixed(12))))).toEqual([
    [0.5, 0.65],
    [0.3, 0.25],
  ]);
});

test("a second-order index of two base points, worked out by hand", () => {
  // The same as above, with BA_1 equal to AB_2 and BA_2 to AB_1, because there are two factors. Less the mean: −1, 0 and 2, 1. The
  // products of those who share a factor: ((−1)(−1) + 0·0) / 2 = 0.5 and (2·2 + 1·1) / 2 = 2.5, less A·B, which is −3 both times: 3.5
  // and 5.5. Their mean is 4.5: 0.9 of the variance, of which 0.5 and 0.3 are due to one factor alone.
  const outcomes = Float64Array.of(1, 5, 4, 3, 3, 4, 7, 3, 5, 6, 6, 5);
  const { pairs = [] } = sobolIndices(2, 2, outcomes, { key, secondOrder: true });
  // The first block twice: mean 3, A and B −2 and 2, the others 1, 0, 0, 1; ((0·0 + 1·1) / 2 + 4) / 4 = 1.125, less 1.5 and 1. The
  // second twice: mean 5, A and B 2 and −2, the others 0, 1, 1, 0; ((1·1 + 0·0) / 2 + 4) / 4 = 1.125, less 1 and 0.5.
  const rounded = pairs.map(({ pair, ...numbers }) => [pair, ...Object.values(numbers).map((one) => Number(one.toFixed(12)))]);
  expect(rounded).toEqual([[[0, 1], 0.1, -1.375, 0.1]]);
});

test("intervals of two base points span the values of all their samples, worked out by hand", () => {
  // The same as above. Samples of two are both of them, half the time, or one of them twice, a quarter each. The first twice: mean 3,
  // A and B −2 and 2, variance 4; first 2·3/4 and 2·2/4, total 9/8 and 4/8. The second twice: mean 5, A and B 2 and −2, variance 4;
  // first (−2)(−2)/4 and (−2)(−1)/4, total 4/8 and 1/8.
  const { factors } = sobolIndices(2, 2, Float64Array.of(1, 5, 4, 3, 7, 3, 5, 6), { key });
  const bounds = factors.map(({ firstLow, firstHigh, totalLow, totalHigh }) => [firstLow, firstHigh, totalLow, totalHigh]);
  expect(bounds.map((of) => of.map((bound) => Number(bound.toFixed(12))))).toEqual([
    [0.5, 1.5, 0.5, 1.125],
    [0.3, 1, 0.125, 0.5],
  ]);
});

test("shifting and scaling the outcome changes no index", () => {
  const outcomes = saltelliOutcomes(ishigami(), 128, key);
  const plain = sobolIndices(128, 3, outcomes, { key });
  const moved = sobolIndices(
    128,
    3,
    outcomes.map((outcome) => 1e6 - 20 * outcome),
    { key },
  );
  for (const [factor, indices] of plain.factors.entries()) {
    for (const [name, index] of Object.entries(indices)) {
      expect(moved.factors[factor][name as keyof typeof indices]).toBeCloseTo(index, 7);
    }
  }
});

test("a factor without effect has a total index of exactly 0, with an interval of zero width", () => {
  const idle = { ...ishigami(), at: (point: Float64Array) => point[0] + 2 * point[2] };
  const { factors } = sobolIndices(64, 3, saltelliOutcomes(idle, 64, key), { key });
  expect(factors[1]).toEqual({ first: 0, firstLow: 0, firstHigh: 0, total: 0, totalLow: 0, totalHigh: 0 });
});

test("a base point with a missing outcome is left out with its whole block", () => {
  const outcomes = saltelliOutcomes(ishigami(), 64, key);
  const gaps = outcomes.slice();
  gaps[5 * 10 + 4] = Number.NaN;
  gaps[5 * 63] = Number.POSITIVE_INFINITY;
  const without = Float64Array.from([...outcomes.slice(0, 50), ...outcomes.slice(55, 5 * 63)]);
  const { base, used, factors } = sobolIndices(64, 3, gaps, { key });
  expect([base, used]).toEqual([64, 62]);
  expect(factors).toEqual(sobolIndices(62, 3, without, { key }).factors);
});

test("indices are undefined for an outcome that does not vary, and without a complete base point", () => {
  const nothing = { first: NaN, firstLow: NaN, firstHigh: NaN, total: NaN, totalLow: NaN, totalHigh: NaN };
  for (const base of [1, 3, 7, 50]) {
    for (const value of [0, 0.1, -0.7, 1e6 / 3]) {
      const { factors } = sobolIndices(base, 2, new Float64Array(4 * base).fill(value), { key, resamples: 20 });
      expect(factors, `${base} times ${value}`).toEqual([nothing, nothing]);
    }
  }
  expect(sobolIndices(1, 1, Float64Array.of(1, NaN, 2), { key })).toEqual({ base: 1, used: 0, factors: [nothing] });
});

test("one base point has indices but no interval", () => {
  const [{ first, firstLow, totalHigh }] = sobolIndices(1, 1, Float64Array.of(1, 3, 3), { key }).factors;
  expect([first, firstLow, totalHigh]).toEqual([2, Number.NaN, Number.NaN]);
});

test("intervals are the same with the same key and differ with another key", () => {
  const outcomes = saltelliOutcomes(ishigami(), 64, key);
  expect(sobolIndices(64, 3, outcomes, { key })).toEqual(sobolIndices(64, 3, outcomes, { key: seedKey("indices") }));
  const other = sobolIndices(64, 3, outcomes, { key: seedKey("other") });
  expect(other.factors[0].firstLow).not.toBe(sobolIndices(64, 3, outcomes, { key }).factors[0].firstLow);
});
