import { expect, test } from "vitest";
import { findSpacing } from "../../../../viz/network/layout/find-spacing.ts";

test("neighbors on a grid are as far apart as its lines", () => {
  const positions = Float32Array.from({ length: 2 * 400 }, (_, k) => 7 * (k % 2 === 0 ? (k >> 1) % 20 : Math.floor((k >> 1) / 20)));
  expect(findSpacing(positions, new Uint8Array(400).fill(1))).toBe(7);
});

test("the spacing is the median over everyone's nearest neighbor, as found by comparing all pairs", () => {
  let state = 7;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return (state / 2147483647) * 100;
  };
  const agents = 151;
  const positions = Float32Array.from({ length: 2 * agents }, next);
  const present = Uint8Array.from({ length: agents }, (_, agent) => +(agent % 5 > 0));
  const there = [...present.keys()].filter((agent) => present[agent] === 1);
  const nearest = there.map((one) =>
    Math.min(
      ...there
        .filter((other) => other !== one)
        .map((other) => Math.hypot(positions[2 * one] - positions[2 * other], positions[2 * one + 1] - positions[2 * other + 1])),
    ),
  );
  nearest.sort((a, b) => a - b);
  expect(findSpacing(positions, present)).toBeCloseTo(nearest[nearest.length >> 1], 9);
});

test("one agent alone has no spacing", () => {
  expect(findSpacing(Float32Array.of(1, 2, 3, 4), Uint8Array.of(1, 0))).toBeUndefined();
});
