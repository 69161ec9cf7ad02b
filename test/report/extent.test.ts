import { expect, test } from "vitest";
import { extentOf } from "../../report/figures/extent.ts";

test("the extent of many numbers, of one, and of none", () => {
  const values = Array.from({ length: 300_000 }, (_, k) => (k * 7919) % 300_007);
  expect(extentOf(values)).toEqual([0, 300_006]);
  expect(extentOf([-2, 5, 0.5])).toEqual([-2, 5]);
  expect(extentOf([3])).toEqual([3, 3]);
  expect(extentOf([])).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});
