import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInSeries, outcomeValue, sampleTicks } from "../../study/outcomes.ts";

describe("a run is measured", () => {
  test("at one tick for a value at that tick", () => {
    expect(sampleTicks({ when: { at: 520 }, every: 13 })).toEqual([520]);
    expect(sampleTicks({ when: { at: 0 }, every: 13 })).toEqual([0]);
  });

  test("at both ends of a change, the earlier end first", () => {
    expect(sampleTicks({ when: { change: { from: 52, to: 104 } }, every: 13 })).toEqual([52, 104]);
  });

  test("for a mean, at the last tick and at steps back from it that are later than the first", () => {
    expect(sampleTicks({ when: { mean: { from: 260, to: 312 } }, every: 13 })).toEqual([312, 299, 286, 273]);
    expect(sampleTicks({ when: { mean: { from: 10, to: 20 } }, every: 4 })).toEqual([20, 16, 12]);
    expect(sampleTicks({ when: { mean: { from: 0, to: 3 } }, every: 1 })).toEqual([3, 2, 1]);
    expect(sampleTicks({ when: { mean: { from: 5, to: 7 } }, every: 100 })).toEqual([7]);
  });

  test("for a mean, as often as the span divided by the distance, rounded up", () => {
    fc.assert(
      fc.property(fc.nat(600), fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 60 }), (from, span, every) => {
        const ticks = sampleTicks({ when: { mean: { from, to: from + span } }, every });
        expect(ticks).toHaveLength(Math.ceil(span / every));
        expect(Math.min(...ticks)).toBeGreaterThan(from);
      }),
    );
  });
});

describe("the outcome of a run", () => {
  test("at a tick is the measured value", () => {
    expect(outcomeValue({ when: { at: 9 } }, [2.5])).toBe(2.5);
    expect(outcomeValue({ when: { at: 9 } }, [Number.NaN])).toBeNaN();
  });

  test("as a change is the later value minus the earlier one, and undefined if either is", () => {
    const change = { when: { change: { from: 1, to: 9 } } };
    expect(outcomeValue(change, [2, 5])).toBe(3);
    expect(outcomeValue(change, [5, 2])).toBe(-3);
    expect(outcomeValue(change, [Number.NaN, 5])).toBeNaN();
    expect(outcomeValue(change, [5, Number.NaN])).toBeNaN();
  });

  test("as a mean leaves out undefined values, and is undefined if all are", () => {
    const mean = { when: { mean: { from: 0, to: 39 } } };
    expect(outcomeValue(mean, [1, 2, 6])).toBe(3);
    expect(outcomeValue(mean, [1, Number.NaN, 6])).toBe(3.5);
    expect(outcomeValue(mean, [Number.NaN, 0])).toBe(0);
    expect(outcomeValue(mean, [Number.NaN, Number.NaN])).toBeNaN();
  });
});

test("a series contains the start, every nth tick and the end", () => {
  const ticks = Array.from({ length: 31 }, (_, tick) => tick);
  const series = { every: 13, measures: ["weak_ties"] };
  expect(ticks.filter((tick) => isInSeries(series, tick, 30))).toEqual([0, 13, 26, 30]);
  expect(ticks.filter((tick) => isInSeries(series, tick, 26))).toEqual([0, 13, 26]);
});
