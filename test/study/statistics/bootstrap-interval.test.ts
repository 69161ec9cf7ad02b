import { describe, expect, test } from "vitest";
import { draw, seedKey } from "../../../sim/index.ts";
import { bootstrapInterval } from "../../../study/statistics/bootstrap-interval.ts";

const key = seedKey("interval");

/** Samples of n values each from uniform draws. Each sample has its own key, so no two share resamples. */
function coverage(samples: number, n: number, of: (uniform: () => number) => number, mean: number): number {
  const drawn = seedKey(`samples of ${n}`);
  let number = 0;
  const uniform = () => draw(drawn[0], drawn[1], number++);
  let covered = 0;
  for (let sample = 0; sample < samples; sample++) {
    const { low, high } = bootstrapInterval(
      Float64Array.from({ length: n }, () => of(uniform)),
      seedKey(`sample ${sample}`),
    );
    if (low <= mean && mean <= high) covered++;
  }
  return covered / samples;
}

const normal = (uniform: () => number) => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const exponential = (uniform: () => number) => -Math.log(1 - uniform());

// 2000 samples: the share covered has a standard deviation of 0.005 at 0.95 and of 0.007 at 0.90. Bounds are four of them to either
// side, and were written down before the first run.
describe("how often the interval holds the true mean", () => {
  test("ten normal values: 95%", () => {
    const share = coverage(2000, 10, normal, 0);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });

  test("thirty normal values: 95%", () => {
    const share = coverage(2000, 30, normal, 0);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });

  // Student's interval covers 0.90 of the time here, and the expanded percentiles do about the same: skewness is not made up for.
  test("ten values of the exponential distribution: about 90%", () => {
    const share = coverage(2000, 10, exponential, 1);
    expect(share).toBeGreaterThan(0.87);
    expect(share).toBeLessThan(0.95);
  });

  // The interval of three is from the least to the largest of them, and all lie on one side in a quarter of samples.
  test("three normal values: 75%, because it cannot reach beyond them", () => {
    const share = coverage(2000, 3, normal, 0);
    expect(share).toBeGreaterThan(0.71);
    expect(share).toBeLessThan(0.79);
  });
});

describe("the interval", () => {
  test("of two values runs from one to the other", () => {
    expect(bootstrapInterval(Float64Array.of(3, 7), key)).toEqual({ low: 3, high: 7 });
  });

  test("of equal values has zero width at that value", () => {
    expect(bootstrapInterval(new Float64Array(7).fill(0.1), key)).toEqual({ low: 0.1, high: 0.1 });
  });

  test("is undefined for one value or none", () => {
    expect(bootstrapInterval(Float64Array.of(3), key)).toEqual({ low: Number.NaN, high: Number.NaN });
    expect(bootstrapInterval(new Float64Array(0), key)).toEqual({ low: Number.NaN, high: Number.NaN });
  });

  // Of ten values of 0 or 1 with a share of ½, a resample has at most k ones with the chance of a binomial of 10 and ½: 0.0010 for
  // 0, 0.0107 for 1. The level for ten is 0.0086, so the lower end is at one tenth.
  test("of five zeros and five ones runs from 0.1 to 0.9, by the binomial distribution", () => {
    const { low, high } = bootstrapInterval(Float64Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1), key);
    expect(low).toBeCloseTo(0.1, 10);
    expect(high).toBeCloseTo(0.9, 10);
  });

  test("shifts and scales with its values", () => {
    const values = Float64Array.of(0.25, 1.5, 0.75, 2, 1.25, 0.5, 3);
    const { low, high } = bootstrapInterval(values, key);
    const moved = bootstrapInterval(
      values.map((value) => 4 * value + 8),
      key,
    );
    expect(moved.low).toBeCloseTo(4 * low + 8, 12);
    expect(moved.high).toBeCloseTo(4 * high + 8, 12);
  });

  test("depends only on values and key, not on earlier calls", () => {
    const values = Float64Array.of(1, 4, 2, 8, 5, 7);
    const first = bootstrapInterval(values, key);
    bootstrapInterval(Float64Array.of(100, 300, 200), seedKey("other"));
    expect(bootstrapInterval(values, key)).toEqual(first);
    expect(bootstrapInterval(values, seedKey("other"))).not.toEqual(first);
    expect([...values]).toEqual([1, 4, 2, 8, 5, 7]);
  });

  // Where one of n values is n and the others 0, the mean of a resample is how often that one was picked: binomial of n and 1 ∕ n.
  // Five times or more has a chance of 0.0009 with 7 and 0.0012 with 8, four or more of 0.010 and 0.011; the levels are 0.0041 and
  // 0.0057. So the upper end is 4, wherever the one stands; with an odd count, a separate draw picks the last value.
  test.each([7, 8])("picks each of %i values equally often", (n) => {
    const ends = Array.from({ length: n }, (_, at) =>
      bootstrapInterval(
        Float64Array.from({ length: n }, (_value, place) => (place === at ? n : 0)),
        key,
      ),
    );
    expect(ends).toEqual(new Array(n).fill({ low: 0, high: 4 }));
  });
});
