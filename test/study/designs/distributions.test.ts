import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { designPoints } from "../../../study/designs/design-points.ts";
import { placeInRange, quantileOf } from "../../../study/designs/distributions.ts";
import { exponential, logarithm, normalBelow, normalQuantile } from "../../../study/designs/exact-functions.ts";
import { gridValueAt, valueAt } from "../../../study/designs/factor-values.ts";
import { latinHypercube } from "../../../study/designs/latin-hypercube.ts";
import type { Range } from "../../../study/experiment.ts";

const logUniform: Range = { from: 0.01, to: 2, whole: false, distribution: { kind: "log_uniform" } };
const triangular: Range = { from: 2, to: 10, whole: false, distribution: { kind: "triangular", mode: 6 } };
const normal: Range = { from: 0, to: 1, whole: false, distribution: { kind: "normal", mean: 0.3, sd: 0.2 } };

const places = [0.001, 0.1, 0.35, 0.5, 0.8, 0.999];

describe("the inverse distribution functions", () => {
  // Quantiles of scipy 1.17.1: loguniform, triang and truncnorm.
  test.each([
    [
      "log-uniform",
      logUniform,
      [0.01005312378272085, 0.01698646464634248, 0.0638793514896382, 0.14142135623730953, 0.6931448431551466, 1.9894313879210055],
    ],
    ["triangular", triangular, [2.178885438199983, 3.7888543819998315, 5.346640106136302, 6, 7.470177871865297, 9.821114561800016]],
    [
      "normal",
      normal,
      [0.0014329539883588538, 0.10119324990242984, 0.2458768344908454, 0.3167071813214192, 0.4779316843559177, 0.9088869869727543],
    ],
  ])("of a %s distribution have the quantiles of scipy", (_, range, quantiles) => {
    for (const [at, quantile] of quantiles.entries()) {
      expect(quantileOf(range, places[at])).toBeCloseTo(quantile, 12);
      expect(placeInRange(range, quantile)).toBeCloseTo(places[at], 10);
    }
    expect([quantileOf(range, 0), quantileOf(range, 1)]).toEqual([range.from, range.to]);
  });

  test("of a triangle with its mode at an end", () => {
    const falling: Range = { from: 0, to: 1, whole: false, distribution: { kind: "triangular", mode: 0 } };
    const rising: Range = { ...falling, distribution: { kind: "triangular", mode: 1 } };
    for (const place of [0.1, 0.5, 0.9]) {
      expect(quantileOf(falling, place)).toBeCloseTo(1 - Math.sqrt(1 - place), 14);
      expect(quantileOf(rising, place)).toBeCloseTo(Math.sqrt(place), 14);
      expect(placeInRange(rising, Math.sqrt(place))).toBeCloseTo(place, 12);
    }
    expect(placeInRange(rising, 1)).toBe(1);
  });

  test("logarithm, exponential and the normal distribution match Math and scipy", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        (x) => Math.abs(logarithm(x) - Math.log(x)) <= 3e-15 * Math.max(1, Math.abs(Math.log(x))),
      ),
    );
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => Math.abs(exponential(x) / Math.exp(x) - 1) < 3e-13),
    );
    for (const [z, share] of [
      [-7, 1.279812543885835e-12],
      [-3, 0.0013498980316300933],
      [-0.5, 0.3085375387259869],
      [0, 0.5],
      [1, 0.8413447460685429],
      [2.5, 0.9937903346742238],
      [6, 0.9999999990134123],
    ])
      expect(normalBelow(z)).toBeCloseTo(share, 13);
    for (const [share, z] of [
      [1e-12, -7.034483825301131],
      [1e-6, -4.753424308822899],
      [0.02, -2.053748910631823],
      [0.42, -0.20189347914185088],
      [0.5, 0],
      [0.9, 1.2815515655446004],
      [1 - 1e-9, 5.997807019601637],
    ])
      expect(normalQuantile(share)).toBeCloseTo(z, 8);
  });
});

describe("factors with distributions", () => {
  test("keep one point of a Latin hypercube in each stratum of their distribution", () => {
    const points = 200;
    for (const values of [logUniform, triangular, normal]) {
      const design = designPoints({ design: { kind: "latin_hypercube", points }, factors: [{ name: "noise", values }], seed: "1" });
      const strata = design.points.map(({ noise }) => Math.floor(placeInRange(values, Number(noise)) * points + 1e-4));
      expect(strata.toSorted((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, k) => k));
    }
  });

  test("take levels as often as their weights say", () => {
    const values = { levels: ["circles", "random", "ring"], weights: [5, 2, 1] };
    const sample = latinHypercube(80, 1, seedKey("weights"));
    const counts = new Map<unknown, number>();
    for (const place of sample) counts.set(valueAt(values, place), (counts.get(valueAt(values, place)) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ circles: 50, random: 20, ring: 10 });
    expect(valueAt(values, 1)).toBe("ring");
  });

  test("are rounded to whole numbers where the parameter has them", () => {
    const agents: Range = { from: 10, to: 1000, whole: true, distribution: { kind: "log_uniform" } };
    expect([0, 0.5, 1].map((place) => valueAt(agents, place))).toEqual([10, 100, 1000]);
  });

  test("give a Morris design levels at even quantiles; a normal one stays off its bounds", () => {
    expect([0, 1, 2].map((level) => gridValueAt({ ...logUniform, from: 0.01, to: 1 }, level, 3))).toEqual([0.01, 0.1, 1]);
    // scipy: truncnorm.ppf of 1/8, 3/8, 5/8 and 7/8
    const ends = [0, 1, 2, 3].map((level) => Number(gridValueAt(normal, level, 4)));
    for (const [level, value] of ends.entries()) expect(placeInRange(normal, value)).toBeCloseTo((level + 0.5) / 4, 4);
  });
});
