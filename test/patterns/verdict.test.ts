import { expect, test } from "vitest";
import { judgeAll, judgeMean, judgeSeeds } from "../../patterns/verdict.ts";
import type { Estimate } from "../../study/statistics/estimate.ts";

const between = (low: number, high: number): Estimate => ({ n: 20, mean: (low + high) / 2, low, high });

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
