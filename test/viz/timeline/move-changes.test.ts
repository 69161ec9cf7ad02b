import { expect, test } from "vitest";
import { movableAt, moveChanges, weeksOfKey } from "../../../viz/timeline/move-changes.ts";

const changes = [
  { tick: 10, set: { noise: 0.4 }, until: 22 },
  { tick: 10, remove: 7 },
  { tick: 10, promise: { asker: 1, promiser: 2, outcome: "kept" } },
];

test("changes move by weeks, and last as long as before", () => {
  expect(moveChanges(changes, [0, 1], -4)).toEqual([
    { tick: 6, set: { noise: 0.4 }, until: 18 },
    { tick: 6, remove: 7 },
    changes[2],
  ]);
});

test("a turned event stays in its week", () => {
  expect(movableAt(changes, [0, 1, 2])).toEqual([0, 1]);
});

test("keys move by a week or a year", () => {
  expect(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "a"].map((key) => weeksOfKey(key, 52))).toEqual([
    -1,
    1,
    52,
    -52,
    undefined,
  ]);
});
