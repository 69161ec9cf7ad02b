import { describe, expect, test } from "vitest";
import type { Estimate } from "../../patterns/estimate.ts";
import { judgeAll, judgeMean, judgeRange, judgeSeeds } from "../../patterns/verdict.ts";

const between = (low: number, high: number): Estimate => ({ n: 20, mean: (low + high) / 2, low, high });

describe("a figure in a range", () => {
  const range = { least: 0.01, most: 0.08 };

  test.each([
    ["inside", between(0.01, 0.08), "holds"],
    ["across the upper end", between(0.07, 0.09), "undecided"],
    ["across the lower end", between(0, 0.02), "undecided"],
    ["wider than the range", between(0, 0.1), "undecided"],
    ["above", between(0.081, 0.09), "fails"],
    ["below", between(0, 0.009), "fails"],
  ])("with its interval %s", (_, estimate, verdict) => {
    expect(judgeRange(estimate, range)).toBe(verdict);
  });

  test("is undecided without an interval, as with a single seed", () => {
    expect(judgeRange({ n: 1, mean: 0.05, low: Number.NaN, high: Number.NaN }, range)).toBe("undecided");
  });

  test("that must be above 0 fails at exactly 0", () => {
    expect(judgeRange(between(0, 0), { above: 0 })).toBe("fails");
    expect(judgeRange(between(0, 1), { above: 0 })).toBe("undecided");
    expect(judgeRange(between(0.1, 1), { above: 0 })).toBe("holds");
  });
});

test("the ratio of pattern 2 may have an interval that begins below its least mean, but not below 1.5", () => {
  const bound = { least: 2, intervalAbove: 1.5 };
  expect(judgeMean(between(1.6, 2.6), bound)).toBe("holds");
  expect(judgeMean(between(1.4, 4), bound)).toBe("undecided");
  expect(judgeMean(between(1.6, 2.2), bound)).toBe("undecided");
  expect(judgeMean(between(1.6, 1.9), bound)).toBe("fails");
});

test("18 of 20 seeds: two may miss, and fewer than 20 seeds can fail but not hold", () => {
  const bound = { seeds: 18, of: 20 };
  const seeds = (shows: number, misses: number) => [...Array(shows).fill(true), ...Array(misses).fill(false)];
  expect(judgeSeeds(seeds(18, 2), bound)).toBe("holds");
  expect(judgeSeeds(seeds(17, 3), bound)).toBe("fails");
  expect(judgeSeeds(seeds(3, 0), bound)).toBe("undecided");
  expect(judgeSeeds(seeds(2, 3), bound)).toBe("fails");
});

test("several conditions hold only together", () => {
  expect(judgeAll(["holds", "holds"])).toBe("holds");
  expect(judgeAll(["holds", "undecided"])).toBe("undecided");
  expect(judgeAll(["undecided", "fails", "holds"])).toBe("fails");
  expect(judgeAll([])).toBe("undecided");
});
