import { expect, test } from "vitest";
import { bandWidth, fadeProgress, tieWidth } from "../../../../viz/network/painting/tie-style.ts";
import { Stroke } from "../../../../viz/network/ties/drawn-ties.ts";

test("fading takes 600 milliseconds, and no time at all for a reader who prefers reduced motion", () => {
  expect([1000, 1300, 1600, 9000].map((now) => fadeProgress(1000, now))).toEqual([0, 0.5, 1, 1]);
  expect(fadeProgress(Number.NEGATIVE_INFINITY, 0)).toBe(1);
  expect(fadeProgress(1000, Number.POSITIVE_INFINITY)).toBe(1);
});

test("a strong tie is wider than a weak one, and the wider the stronger; none is finer than a pixel", () => {
  expect([Stroke.WEAK, Stroke.BRIDGE].map((stroke) => tieWidth(stroke, 0.9, 2))).toEqual([1, 1]);
  expect([0.4, 0.7, 1].map((strength) => tieWidth(Stroke.STRONG, strength, 2))).toEqual([2.05, 2.65, 3.25]);
  expect([0.4, 1].map((strength) => tieWidth(Stroke.STRONG, strength, 0.4))).toEqual([1, 1.3]);
});

test("a band is wider for more ties, and keeps its width while the most ties are within one step of 1, 2, 5, 10 ...", () => {
  expect([10, 50, 100].map((ties) => bandWidth(ties, 100, 30))).toEqual([3, 15, 30]);
  expect([51, 99, 100].map((most) => bandWidth(50, most, 30))).toEqual([15, 15, 15]);
  expect([101, 200, 201, 1000, 1].map((most) => bandWidth(1, most, 1))).toEqual([1 / 200, 1 / 200, 1 / 500, 1 / 1000, 1]);
});
