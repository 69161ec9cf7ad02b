import { expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { describeValues } from "../../../study/statistics/describe.ts";

const key = seedKey("describe");

test("mean and spread of 2, 4, 4, 4, 5, 5, 7, 9 are 5 and √(32 ∕ 7)", () => {
  const { n, mean, sd, low, high } = describeValues([2, 4, 4, 4, 5, 5, 7, 9], key);
  expect([n, mean]).toEqual([8, 5]);
  expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
  expect(low).toBeLessThan(5);
  expect(high).toBeGreaterThan(5);
});

test("undefined values are left out and change nothing", () => {
  expect(describeValues([1, Number.NaN, 2, 4, Number.NaN], key)).toEqual(describeValues([1, 2, 4], key));
});

test("one value has a mean but no spread; no values have neither", () => {
  const nothing = { sd: Number.NaN, low: Number.NaN, high: Number.NaN };
  expect(describeValues([0.3], key)).toEqual({ n: 1, mean: 0.3, ...nothing });
  expect(describeValues([Number.NaN], key)).toEqual({ n: 0, mean: Number.NaN, ...nothing });
});

test("equal values have that value as mean and a spread of 0, despite rounding", () => {
  expect(describeValues(new Array(10).fill(0.1), key)).toEqual({ n: 10, mean: 0.1, sd: 0, low: 0.1, high: 0.1 });
});

test("values far from 0 keep their spread", () => {
  expect(describeValues([1e15 + 1, 1e15 + 2, 1e15 + 3], key)).toMatchObject({ mean: 1e15 + 2, sd: 1 });
});
