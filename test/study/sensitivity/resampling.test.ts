import { expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { percentileInterval, resampledCounts } from "../../../study/sensitivity/resampling.ts";

const key = seedKey("resampling");

test("a bootstrap sample has as many rows as the data, each drawn with equal probability", () => {
  const resamples = 2000;
  const totals = new Float64Array(20);
  let absent = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const counts = resampledCounts(20, key, resample);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    for (const [row, count] of counts.entries()) totals[row] += count;
    absent += counts.filter((count) => count === 0).length;
  }
  // chi-square with 19 degrees of freedom: above 56.8 once in 100,000
  expect(totals.reduce((sum, total) => sum + (total - resamples) ** 2 / resamples, 0)).toBeLessThan(56.8);
  // A row is absent with probability (19/20)^20 = 0.358; as counts exclude each other, their sum varies less than if independent.
  const share = 0.95 ** 20;
  expect(Math.abs(absent - 20 * resamples * share)).toBeLessThan(4.42 * Math.sqrt(20 * resamples * share * (1 - share)));
});

test("the interval is the middle 95% of the defined values", () => {
  const values = Float64Array.from({ length: 1000 }, (_, at) => ((at * 7) % 1000) + 1); // 1 to 1000, out of order
  // Between ranks in a straight line (type 7 of Hyndman and Fan 1996): ranks 1 + 0.025 × 999 and 1 + 0.975 × 999.
  const interval = [expect.closeTo(25.975, 10), expect.closeTo(975.025, 10)];
  expect(percentileInterval(values)).toEqual(interval);
  expect(percentileInterval(Float64Array.from([...values, Number.NaN, Number.NaN]))).toEqual(interval);
  expect(percentileInterval(Float64Array.of(Number.NaN))).toEqual([Number.NaN, Number.NaN]);
});
