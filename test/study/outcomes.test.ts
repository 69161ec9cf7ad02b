import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { When } from "../../study/experiment.ts";
import { isInSeries, outcomeValue, sampleTicks } from "../../study/outcomes.ts";

describe("a run is measured", () => {
  test("at one tick for a value at that tick", () => {
    expect(sampleTicks({ when: { at: 520 }, every: 13 }, 520)).toEqual([520]);
    expect(sampleTicks({ when: { at: 0 }, every: 13 }, 520)).toEqual([0]);
  });

  test("at both ends of a change, the earlier end first", () => {
    expect(sampleTicks({ when: { change: { from: 52, to: 104 } }, every: 13 }, 520)).toEqual([52, 104]);
  });

  test("for a mean, at the last tick and at steps back from it that are later than the first", () => {
    expect(sampleTicks({ when: { mean: { from: 260, to: 312 } }, every: 13 }, 520)).toEqual([312, 299, 286, 273]);
    expect(sampleTicks({ when: { mean: { from: 10, to: 20 } }, every: 4 }, 520)).toEqual([20, 16, 12]);
    expect(sampleTicks({ when: { mean: { from: 0, to: 3 } }, every: 1 }, 520)).toEqual([3, 2, 1]);
    expect(sampleTicks({ when: { mean: { from: 5, to: 7 } }, every: 100 }, 520)).toEqual([7]);
  });

  test("for a condition, from the start on at every nth tick up to the last", () => {
    expect(sampleTicks({ when: { first: "weak_ties > 3" }, every: 4 }, 10)).toEqual([0, 4, 8]);
  });

  test("for the highest, the lowest and the trend, as for a mean", () => {
    for (const kind of ["max", "min", "trend"])
      expect(sampleTicks({ when: { [kind]: { from: 10, to: 20 } } as unknown as When, every: 4 }, 20)).toEqual([20, 16, 12]);
  });

  test("for a mean, as often as the span divided by the distance, rounded up", () => {
    fc.assert(
      fc.property(fc.nat(600), fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 60 }), (from, span, every) => {
        const ticks = sampleTicks({ when: { mean: { from, to: from + span } }, every }, 520);
        expect(ticks).toHaveLength(Math.ceil(span / every));
        expect(Math.min(...ticks)).toBeGreaterThan(from);
      }),
    );
  });
});

describe("the outcome of a run", () => {
  test("at a tick is the measured value", () => {
    expect(outcomeValue({ when: { at: 9 }, every: 13 }, [2.5])).toBe(2.5);
    expect(outcomeValue({ when: { at: 9 }, every: 13 }, [Number.NaN])).toBeNaN();
  });

  test("as a change is the later value minus the earlier one, and undefined if either is", () => {
    const change = { when: { change: { from: 1, to: 9 } }, every: 13 };
    expect(outcomeValue(change, [2, 5])).toBe(3);
    expect(outcomeValue(change, [5, 2])).toBe(-3);
    expect(outcomeValue(change, [Number.NaN, 5])).toBeNaN();
    expect(outcomeValue(change, [5, Number.NaN])).toBeNaN();
  });

  test("as a mean leaves out undefined values, and is undefined if all are", () => {
    const mean = { when: { mean: { from: 0, to: 39 } }, every: 13 };
    expect(outcomeValue(mean, [1, 2, 6])).toBe(3);
    expect(outcomeValue(mean, [1, Number.NaN, 6])).toBe(3.5);
    expect(outcomeValue(mean, [Number.NaN, 0])).toBe(0);
    expect(outcomeValue(mean, [Number.NaN, Number.NaN])).toBeNaN();
  });

  test("as the highest or lowest sample leaves out undefined values, and is undefined if all are", () => {
    const most = { when: { max: { from: 0, to: 39 } }, every: 13 };
    const least = { when: { min: { from: 0, to: 39 } }, every: 13 };
    expect(outcomeValue(most, [1, Number.NaN, -6])).toBe(1);
    expect(outcomeValue(least, [1, Number.NaN, -6])).toBe(-6);
    expect(outcomeValue(most, [Number.NaN])).toBeNaN();
    expect(outcomeValue(least, [Number.NaN])).toBeNaN();
  });

  // lm(c(3, 5, 4, 8) ~ I(c(13, 26, 39, 52) / 52)) of R gives 5.6; without the third point, 6.571429.
  test("as a trend is the least-squares slope per year of the samples, the latest first", () => {
    const trend = { when: { trend: { from: 0, to: 52 } }, every: 13 };
    expect(outcomeValue(trend, [8, 4, 5, 3])).toBeCloseTo(5.6, 12);
    expect(outcomeValue(trend, [8, Number.NaN, 5, 3])).toBeCloseTo(6.571428571428571, 12);
    expect(outcomeValue(trend, [8, Number.NaN])).toBeNaN();
  });

  test("a condition gives the value at the first tick at which it holds, and undefined if it never holds", () => {
    const first = { when: { first: "weak_ties > 3" }, every: 1 };
    expect(outcomeValue(first, [4.5])).toBe(4.5);
    expect(outcomeValue(first, [])).toBeNaN();
  });
});

test("a series contains the start, every nth tick and the end", () => {
  const ticks = Array.from({ length: 31 }, (_, tick) => tick);
  const series = { every: 13, measures: ["weak_ties"] };
  expect(ticks.filter((tick) => isInSeries(series, tick, 30))).toEqual([0, 13, 26, 30]);
  expect(ticks.filter((tick) => isInSeries(series, tick, 26))).toEqual([0, 13, 26]);
});
