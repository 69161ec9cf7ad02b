import { describe, expect, test } from "vitest";
import { meanOf } from "../../../study/statistics/describe.ts";
import { halfInterval95, jackknifeError, standardError } from "../../../study/statistics/student-interval.ts";

describe("statistics over seeds", () => {
  test("the standard error matches a calculation by hand", () => {
    // deviations −2, 0, 2: variance 4, over three values
    expect(standardError([1, 3, 5])).toBeCloseTo(Math.sqrt(4 / 3), 12);
  });

  test("the interval has the width that Student's t gives", () => {
    expect(halfInterval95([1, 3])).toBeCloseTo(12.706, 12);
    expect(halfInterval95([1, 3, 5])).toBeCloseTo(4.303 * Math.sqrt(4 / 3), 12);
  });

  test("the jackknife of a mean gives the standard error of the mean", () => {
    const values = [1, 2, 4, 8, 16];
    expect(jackknifeError(values, meanOf)).toBeCloseTo(standardError(values), 12);
  });
});
