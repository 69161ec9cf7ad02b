import { describe, expect, test } from "vitest";
// biome-ignore format: a list
import {
  countText, decimalsFor, intervalText, listText, medianOf, numberText, percentText, shortNumber,
} from "../../../study/tables/number-text.ts";

const estimate = (mean: number, low: number, high: number) => ({ mean, low, high });

describe("decimals", () => {
  // The second digit of 0.034 is the third decimal. The second digit of 12 and of 340 is before the point.
  test.each([
    [0.034, 3],
    [0.0034, 4],
    [1.2, 1],
    [12, 0],
    [340, 0],
  ])("an interval of width %f has %i decimals", (width, places) => {
    expect(decimalsFor([estimate(5, 5 - width / 2, 5 + width / 2)])).toBe(places);
  });

  test("the interval of median width decides, and intervals without a width do not count", () => {
    expect(decimalsFor([estimate(1, 1, 1), estimate(1, 0.9, 1.1), estimate(1, 0.5, 1.5), estimate(1, 0, 1000)])).toBe(1);
  });

  test("without intervals the largest value has three digits", () => {
    expect(decimalsFor([estimate(0.01234, Number.NaN, Number.NaN), estimate(2.345, Number.NaN, Number.NaN)])).toBe(2);
    expect(decimalsFor([])).toBe(0);
    expect(decimalsFor([estimate(0, 0, 0)])).toBe(0);
  });
});

describe("numbers as text", () => {
  test("a number has its decimals, a minus sign, commas from five digits on, and no minus before zero", () => {
    expect([
      numberText(0.256, 2),
      numberText(-0.25, 1),
      numberText(1234, 0),
      numberText(-12345.6, 1),
      numberText(-0.001, 2),
    ]).toEqual(["0.26", "−0.3", "1234", "−12,345.6", "0.00"]);
  });

  test("an undefined number or interval is a dash", () => {
    expect(numberText(Number.NaN, 2)).toBe("–");
    expect(intervalText({ low: Number.NaN, high: Number.NaN }, 2)).toBe("–");
    expect(intervalText({ low: -0.5, high: 0.25 }, 2)).toBe("−0.50 to 0.25");
  });

  test("a short number has at most three digits and no trailing zeros", () => {
    expect([0, 4, 0.5, 1 / 3, 0.000123456, 1234.5].map(shortNumber)).toEqual(["0", "4", "0.5", "0.333", "0.000123", "1235"]);
  });

  test("counts agree with their noun, lists end with “and”, and shares are percentages", () => {
    expect([countText(1, "run"), countText(20000, "run")]).toEqual(["1 run", "20,000 runs"]);
    expect([listText([]), listText(["a"]), listText(["a", "b"]), listText(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
    expect(percentText(0.426)).toBe("43%");
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, Number.NaN]);
  });
});
