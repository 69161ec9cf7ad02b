import fc from "fast-check";
import { expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { latinHypercube } from "../../../study/designs/latin-hypercube.ts";

const key = seedKey("latin hypercube");

test("each stratum of each dimension holds one point", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 8 }), fc.string(), (points, dimensions, seed) => {
      const sample = latinHypercube(points, dimensions, seedKey(seed));
      expect(sample).toHaveLength(points * dimensions);
      for (let dimension = 0; dimension < dimensions; dimension++) {
        const strata = new Set<number>();
        for (let point = 0; point < points; point++) strata.add(Math.floor(sample[point * dimensions + dimension] * points));
        expect([Math.min(...strata), Math.max(...strata), strata.size]).toEqual([0, points - 1, points]);
      }
    }),
  );
});

test("a point can lie anywhere in its stratum, and any strata can be paired", () => {
  const points = 10_000;
  const sample = latinHypercube(points, 2, key);
  const within = sample.map((place) => (place * points) % 1);
  // means of uniform numbers have standard deviation √(1/12n), products of two centered ones 1/12√n; 4.42 of them: 1 in 100,000
  const mean = within.reduce((sum, place) => sum + place, 0) / within.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(4.42 / Math.sqrt(12 * within.length));
  const variance = within.reduce((sum, place) => sum + (place - 0.5) ** 2, 0) / within.length;
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(4.42 / Math.sqrt(180 * within.length)); // as (place − ½)² has the variance 1/180
  const covariance = (numbers: Float64Array) => {
    let sum = 0;
    for (let point = 0; point < points; point++) sum += (numbers[2 * point] - 0.5) * (numbers[2 * point + 1] - 0.5);
    return sum / points;
  };
  expect(Math.abs(covariance(within))).toBeLessThan(4.42 / (12 * Math.sqrt(points)));
  expect(Math.abs(covariance(sample))).toBeLessThan(4.42 / (12 * Math.sqrt(points)));
});

test("every pairing of three strata is equally likely", () => {
  // Chi-square with 5 degrees of freedom: above 30.9 once in 100,000.
  const seeds = 6000;
  const counts = new Map<string, number>();
  for (let seed = 0; seed < seeds; seed++) {
    const order = latinHypercube(3, 1, seedKey(`order ${seed}`)).map((place) => Math.floor(place * 3));
    counts.set(order.join(""), (counts.get(order.join("")) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - seeds / 6) ** 2 / (seeds / 6), 0);
  expect(chiSquare).toBeLessThan(30.9);
});

test("the same key gives the same sample, and another key gives another", () => {
  expect(latinHypercube(20, 3, key)).toEqual(latinHypercube(20, 3, seedKey("latin hypercube")));
  expect(latinHypercube(20, 3, key)).not.toEqual(latinHypercube(20, 3, seedKey("latin")));
});

test("more points than exact strata are refused", () => {
  expect(() => latinHypercube(2 ** 20 + 1, 1, key)).toThrow(RangeError);
});
