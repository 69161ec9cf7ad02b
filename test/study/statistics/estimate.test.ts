import { describe, expect, test } from "vitest";
import { estimateDifference, estimateMean, estimateRatio } from "../../../study/statistics/estimate.ts";

test("a mean has the interval of Student's t and leaves out undefined seeds", () => {
  // deviations −2, 0, 2: a standard error of √(4/3), times the quantile for two degrees of freedom
  const half = 4.302653 * Math.sqrt(4 / 3);
  const { n, mean, low, high } = estimateMean([1, Number.NaN, 3, 5]);
  expect([n, mean]).toEqual([3, 3]);
  expect([low, high].map((end) => Math.abs(end - 3))).toEqual([expect.closeTo(half, 12), expect.closeTo(half, 12)]);
});

describe("arms with the same seeds", () => {
  test("have a difference without the spread that they share", () => {
    expect(estimateDifference([11, 22, 33], [10, 21, 32])).toEqual({ n: 3, mean: 1, low: 1, high: 1 });
  });

  test("have a ratio of means, whose interval is 0 wide where the ratio is the same in every seed", () => {
    const { mean, low, high } = estimateRatio([2, 4, 12], [1, 2, 6]);
    expect([mean, low, high]).toEqual([2, expect.closeTo(2, 12), expect.closeTo(2, 12)]);
  });

  test("have a ratio with the interval that the jackknife gives by hand", () => {
    // without the first seed 3/2, without the second 1/2: a standard error of |3/2 − 1/2| / 2, times the quantile 12.706205
    const { mean, low } = estimateRatio([1, 3], [2, 2]);
    expect(mean).toBe(1);
    expect(low).toBeCloseTo(1 - 12.706205 * 0.5, 12);
  });

  test("count only seeds in which both are defined, and cannot have different numbers of seeds", () => {
    expect(estimateDifference([1, Number.NaN, 3], [0, 0, Number.NaN]).n).toBe(1);
    expect(() => estimateDifference([1, 2], [1])).toThrow("lengths must be equal");
  });
});
