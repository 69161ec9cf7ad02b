import { expect, test } from "vitest";
import { computeStatistic } from "../../../study/expressions/statistics-of-lists.ts";

const values = Float64Array.of(0.3, 2.5, 7, Number.NaN, 1.25, 4, 4, 9.75);

// R 4: x <- c(0.3, 2.5, 7, 1.25, 4, 4, 9.75); mean(x); sd(x); median(x); quantile(x, 0.9); quantile(x, 0.333); sum(x); mean(x > 4)
test.each([
  ["mean", undefined, 4.114285714285714],
  ["sd", undefined, 3.3033712938090845],
  ["median", undefined, 4],
  ["quantile", 0.9, 8.1],
  ["quantile", 0.333, 2.4975],
  ["quantile", 0, 0.3],
  ["quantile", 1, 9.75],
  ["sum", undefined, 28.8],
  ["share_above", 4, 2 / 7],
  ["gini", undefined, 0.410218253968254],
  ["min", undefined, 0.3],
  ["max", undefined, 9.75],
  ["count", undefined, 7],
] as const)("%s (%s) is that of R", (name, by, expected) => {
  expect(computeStatistic(name, values, by)).toBeCloseTo(expected, 12);
});

test("of nothing, all are undefined but sum and count", () => {
  const none = Float64Array.of(Number.NaN);
  for (const name of ["mean", "sd", "median", "min", "max", "gini"] as const) expect(computeStatistic(name, none), name).toBeNaN();
  for (const name of ["quantile", "share_above"] as const) expect(computeStatistic(name, none, 0.5), name).toBeNaN();
  expect(computeStatistic("sum", none)).toBe(0);
  expect(computeStatistic("count", none)).toBe(0);
});

test("the spread of one value and the inequality of negative ones are undefined", () => {
  expect(computeStatistic("sd", Float64Array.of(3))).toBeNaN();
  expect(computeStatistic("gini", Float64Array.of(3, -1))).toBeNaN();
  expect(computeStatistic("quantile", values, 1.5)).toBeNaN();
  expect(computeStatistic("share_above", values, Number.NaN)).toBeNaN();
});
