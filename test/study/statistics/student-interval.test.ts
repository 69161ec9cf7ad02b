import { describe, expect, test } from "vitest";
import { meanOf } from "../../../study/statistics/describe.ts";
import { halfInterval95, jackknifeError, standardError, studentQuantile } from "../../../study/statistics/student-interval.ts";

describe("statistics over seeds", () => {
  test("the standard error matches a calculation by hand", () => {
    // deviations −2, 0, 2: variance 4, over three values
    expect(standardError([1, 3, 5])).toBeCloseTo(Math.sqrt(4 / 3), 12);
  });

  test("the interval has the width that Student's t gives", () => {
    expect(halfInterval95([1, 3])).toBeCloseTo(12.706205, 12);
    expect(halfInterval95([1, 3, 5])).toBeCloseTo(4.302653 * Math.sqrt(4 / 3), 12);
  });

  test.each([
    // qt(1 - (1 - confidence) / 2, n - 1) in R 4
    [0.9, 32, 1.695518783],
    [0.9, 41, 1.683851013],
    [0.95, 31, 2.042272456],
    [0.95, 32, 2.039513446],
    [0.95, 100, 1.984216952],
    [0.95, 1001, 1.962339081],
    [0.99, 32, 2.744041919],
    [0.99, 61, 2.660283029],
  ] as const)("Student's quantile at %d for n = %d is that of R", (confidence, n, quantile) => {
    expect(studentQuantile(n, confidence)).toBeCloseTo(quantile, 5);
  });

  test("there is no interval of a single value", () => {
    expect(studentQuantile(1)).toBeNaN();
    expect(halfInterval95([7])).toBeNaN();
  });

  test("the jackknife of a mean gives the standard error of the mean", () => {
    const values = [1, 2, 4, 8, 16];
    expect(jackknifeError(values, meanOf)).toBeCloseTo(standardError(values), 12);
  });
});
