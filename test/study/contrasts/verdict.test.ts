import { describe, expect, test } from "vitest";
import { boundText, judgeInterval } from "../../../study/contrasts/verdict.ts";

const between = (low: number, high: number) => ({ low, high });

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
    expect(judgeInterval(estimate, range)).toBe(verdict);
  });

  test("is undecided without an interval, as with a single seed", () => {
    expect(judgeInterval(between(Number.NaN, Number.NaN), range)).toBe("undecided");
  });

  test("that must be above 0 fails at exactly 0", () => {
    expect(judgeInterval(between(0, 0), { above: 0 })).toBe("fails");
    expect(judgeInterval(between(0, 1), { above: 0 })).toBe("undecided");
    expect(judgeInterval(between(0.1, 1), { above: 0 })).toBe("holds");
  });

  test("that must be below 2 fails at exactly 2", () => {
    expect(judgeInterval(between(2, 3), { below: 2 })).toBe("fails");
    expect(judgeInterval(between(1, 2), { below: 2 })).toBe("undecided");
    expect(judgeInterval(between(1, 1.9), { below: 2 })).toBe("holds");
    expect(judgeInterval(between(1, 2), { most: 2 })).toBe("holds");
  });
});

test("a bound is written as an experiment file has it", () => {
  const bounds = [{ above: 0 }, { least: 2 }, { below: -1.5 }, { most: 0.1 }, { least: 6, most: 30 }];
  expect(bounds.map(boundText)).toEqual(["> 0", "≥ 2", "< -1.5", "≤ 0.1", "6 to 30"]);
});
