import { expect, test } from "vitest";
import { describeProgress, percentDone } from "../../../viz/downloads/export-progress.ts";

test.each([
  [0, 0, 0],
  [0, 300, 0],
  [2, 300, 0],
  [3, 300, 1],
  [299, 300, 99],
  [300, 300, 100],
])("after %d of %d ticks, %d percent are done", (tick, ticks, percent) => {
  expect(percentDone({ tick, ticks })).toBe(percent);
});

test("progress is in years, which begin with 1", () => {
  expect(describeProgress({ tick: 0, ticks: 300 })).toBe("Replaying: year 1 of 6");
  expect(describeProgress({ tick: 260, ticks: 260 })).toBe("Replaying: year 5 of 5");
});
