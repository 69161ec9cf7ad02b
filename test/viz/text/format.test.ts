import { expect, test } from "vitest";
import { countOf, formatNumber } from "../../../viz/text/format-number.ts";
import { formatTick, yearOf } from "../../../viz/text/format-tick.ts";

test.each([
  [0, "0"],
  [0.55, "0.55"],
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.333"],
  [0.000123456, "0.000123"],
  [12.345, "12.3"],
  [999.4, "999"],
  [1000, "1,000"],
  [-1234.5, "-1,234"],
  [1_000_000, "1,000,000"],
  [Number.NaN, "–"],
])("the number %d is shown as %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [0, "0 ties"],
  [1, "1 tie"],
  [2, "2 ties"],
  [1335, "1,335 ties"],
])("%d ties are counted as %s", (count, text) => {
  expect(countOf(count, "tie")).toBe(text);
});

test("a noun with an irregular plural is counted with that plural", () => {
  expect([countOf(1, "person", "people"), countOf(34, "person", "people")]).toEqual(["1 person", "34 people"]);
});

test.each([
  [0, "start", 1],
  [1, "year 1, week 1", 1],
  [52, "year 1, week 52", 1],
  [53, "year 2, week 1", 2],
  [520, "year 10, week 52", 10],
])("tick %d is %s, in year %d", (tick, text, year) => {
  expect(formatTick(tick)).toBe(text);
  expect(yearOf(tick)).toBe(year);
});
