import { describe, expect, test } from "vitest";
// biome-ignore format: a list
import {
  countText, decimalsFor, intervalText, listText, medianOf, numberText, percentText, shortNumber,
} from "../../report/number-text.ts";

const estimate = (mean: number, low: number, high: number) => ({ mean, low, high });

describe("decimals", () => {
  // A width of 0.034 has its second digit at the third decimal, one of 12 at the units, one of 340 at the tens, which are shown whole.
  test.each([
    [0.034, 3],
    [0.0034, 4],
    [1.2, 1],
    [12, 0],
    [340, 0],
  ])("an interval of a width of %f takes %i", (width, places) => {
    expect(decimalsFor([estimate(5, 5 - width / 2, 5 + width / 2)])).toBe(places);
  });

  test("they go by the interval in the middle, and those without a width do not count", () => {
    expect(decimalsFor([estimate(1, 1, 1), estimate(1, 0.9, 1.1), estimate(1, 0.5, 1.5), estimate(1, 0, 1000)])).toBe(1);
  });

  test("without intervals the largest value has three digits", () => {
    expect(decimalsFor([estimate(0.01234, Number.NaN, Number.NaN), estimate(2.345, Number.NaN, Number.NaN)])).toBe(2);
    expect(decimalsFor([])).toBe(0);
    expect(decimalsFor([estimate(0, 0, 0)])).toBe(0);
  });
});

describe("numbers in words", () => {
  test("a number has its decimals, a true minus, commas from five digits on, and no minus before zero", () => {
    expect([
      numberText(0.256, 2),
      numberText(-0.25, 1),
      numberText(1234, 0),
      numberText(-12345.6, 1),
      numberText(-0.001, 2),
    ]).toEqual(["0.26", "−0.3", "1234", "−12,345.6", "0.00"]);
  });

  test("what is not defined is a dash, and so is an interval that is not there", () => {
    expect(numberText(Number.NaN, 2)).toBe("–");
    expect(intervalText({ low: Number.NaN, high: Number.NaN }, 2)).toBe("–");
    expect(intervalText({ low: -0.5, high: 0.25 }, 2)).toBe("−0.50 to 0.25");
  });

  test("a number by itself has three digits at most, and no idle zeros", () => {
    expect([0, 4, 0.5, 1 / 3, 0.000123456, 1234.5].map(shortNumber)).toEqual(["0", "4", "0.5", "0.333", "0.000123", "1235"]);
  });

  test("counts agree with their noun, lists end with and, shares are percent", () => {
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
