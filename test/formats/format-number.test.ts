import { expect, test } from "vitest";
import { formatCount } from "../../formats/format-number.ts";
import { formatNumber } from "../../sim/index.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [1_000_000_000, "1,000,000,000"],
])("%d is written %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test("a count has a plural, except for one", () => {
  expect([0, 1, 2048].map((count) => formatCount(count, "tie"))).toEqual(["0 ties", "1 tie", "2,048 ties"]);
});
