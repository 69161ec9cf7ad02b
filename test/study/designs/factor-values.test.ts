import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridValueAt, placeOf, valueAt } from "../../../study/designs/factor-values.ts";
import type { Range } from "../../../study/experiment.ts";

const place = fc.double({ min: 0, max: 1, noNaN: true });
const bounds = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
  .filter(([from, to]) => from < to);

/** Counts how often each value occurs at evenly spaced places. */
function counts(values: Parameters<typeof valueAt>[0], places: number): number[] {
  const seen = new Map<unknown, number>();
  for (let at = 0; at < places; at++) {
    const value = valueAt(values, (at + 0.5) / places);
    seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  return [...seen.values()];
}

describe("a place from 0 to 1", () => {
  test("falls on each level equally often, in the listed order, and 1 falls on the last", () => {
    const values = { levels: ["low", "middle", "high"] };
    expect([0, 0.33, 0.34, 0.66, 0.67, 1].map((at) => valueAt(values, at))).toEqual([
      "low",
      "low",
      "middle",
      "middle",
      "high",
      "high",
    ]);
    expect(counts(values, 300)).toEqual([100, 100, 100]);
  });

  test("falls on each whole number equally often, including both bounds, and 1 falls on the upper one", () => {
    const values = { from: -1, to: 2, whole: true };
    expect([0, 0.24, 0.25, 0.5, 0.75, 1].map((at) => valueAt(values, at))).toEqual([-1, -1, 0, 1, 2, 2]);
    expect(counts(values, 400)).toEqual([100, 100, 100, 100]);
  });

  test("maps linearly from bound to bound, to 6 significant digits", () => {
    const values = { from: 0.1, to: 0.7, whole: false };
    expect([0, 1 / 3, 0.5, 1].map((at) => valueAt(values, at))).toEqual([0.1, 0.3, 0.4, 0.7]);
    expect(valueAt({ from: 0, to: 1, whole: false }, 2 / 3)).toBe(0.666667);
    expect(valueAt({ from: 0, to: 1000, whole: false }, 2 / 3)).toBe(666.667);
  });

  test("keeps its digits if a range is narrow compared with its bounds", () => {
    const values = { from: 1_000_000, to: 1_000_001, whole: false };
    expect([0, 1 / 3, 1].map((at) => valueAt(values, at))).toEqual([1_000_000, 1_000_000.33333, 1_000_001]);
  });

  test("stays within its bounds and reaches them", () => {
    fc.assert(
      fc.property(bounds, place, ([from, to], at) => {
        const values: Range = { from, to, whole: false };
        const value = Number(valueAt(values, at));
        expect(value >= from && value <= to).toBe(true);
        expect(Math.abs(value - (from + at * (to - from)))).toBeLessThanOrEqual(1e-5 * (to - from));
      }),
    );
  });

  test("is never −0", () => {
    const values = [
      { levels: [-0, 1] },
      { from: -0, to: 1, whole: true },
      { from: -0, to: 1, whole: false },
      { from: -1, to: -0, whole: false },
      { from: -1, to: -0, whole: true },
    ];
    for (const at of [0, 1]) for (const one of values) expect(valueAt(one, at)).not.toBe(-0);
    for (const level of [0, 3]) for (const one of values) expect(gridValueAt(one, level, 4)).not.toBe(-0);
    expect(valueAt({ from: -1, to: 1, whole: true }, 0.5)).toBe(0);
    expect(gridValueAt({ from: -1, to: 0, whole: true }, 2, 4)).toBe(0); // −⅓ rounds to −0
  });
});

describe("a level of a grid that includes both ends", () => {
  const onGrid = (values: Parameters<typeof gridValueAt>[0], levels = 4) =>
    Array.from({ length: levels }, (_, level) => gridValueAt(values, level, levels));

  test("maps to evenly spaced numbers, including both bounds", () => {
    expect(onGrid({ from: 0, to: 1, whole: false })).toEqual([0, 0.333333, 0.666667, 1]);
    expect(onGrid({ from: 2, to: 8, whole: false })).toEqual([2, 4, 6, 8]);
  });

  test("maps to the nearest whole numbers", () => {
    expect(onGrid({ from: 0, to: 10, whole: true })).toEqual([0, 3, 7, 10]);
    expect(onGrid({ from: 1, to: 2, whole: true })).toEqual([1, 1, 2, 2]);
  });

  test("maps to listed levels, from the first to the last", () => {
    expect(onGrid({ levels: ["off", "on"] })).toEqual(["off", "off", "on", "on"]);
    expect(onGrid({ levels: ["a", "b", "c"] })).toEqual(["a", "b", "b", "c"]);
    expect(onGrid({ levels: ["a", "b", "c", "d"] })).toEqual(["a", "b", "c", "d"]);
  });

  test("a level half the grid away has a different value, so a Morris step always changes its factor", () => {
    for (let half = 1; half <= 10; half++) {
      for (let count = 2; count <= 30; count++) {
        const values = [
          { levels: Array.from({ length: count }, (_, level) => level) },
          { from: 5, to: 5 + count - 1, whole: true },
        ];
        for (let level = 0; level < half; level++) {
          for (const one of values) expect(gridValueAt(one, level + half, 2 * half)).not.toBe(gridValueAt(one, level, 2 * half));
        }
      }
    }
  });
});

test("the place of a value is its fraction of the distance between the ends of the factor", () => {
  expect(placeOf({ from: 2, to: 10, whole: false }, 4)).toBe(0.25);
  expect(["a", "b", "c"].map((level) => placeOf({ levels: ["a", "b", "c"] }, level))).toEqual([0, 0.5, 1]);
  expect(placeOf({ levels: ["a", "b"] }, "z")).toBeNaN();
});
