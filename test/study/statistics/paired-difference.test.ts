import { describe, expect, test } from "vitest";
import { draw, seedKey } from "../../../sim/index.ts";
import { pairedDifference } from "../../../study/statistics/paired-difference.ts";

const key = seedKey("difference");

/** Medians over 400 pairs of arms of ten replicates: what both share has a variance of `shared`, what each has alone of 1 − shared. */
function simulate(shared: number): { narrowing: number; paired: number; unpaired: number } {
  const drawn = seedKey(`pairs ${shared}`);
  let number = 0;
  const uniform = () => draw(drawn[0], drawn[1], number++);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const narrowings: number[] = [];
  let paired = 0;
  let unpaired = 0;
  const samples = 400;
  for (let sample = 0; sample < samples; sample++) {
    const common = Array.from({ length: 10 }, () => Math.sqrt(shared) * normal());
    const arm = (effect: number) => common.map((value) => effect + value + Math.sqrt(1 - shared) * normal());
    const found = pairedDifference(arm(2), arm(1), seedKey(`pair ${sample}`));
    narrowings.push(found.narrowing);
    if (found.low <= 1 && 1 <= found.high) paired++;
    if (found.unpairedLow <= 1 && 1 <= found.unpairedHigh) unpaired++;
  }
  narrowings.sort((a, b) => a - b);
  return { narrowing: narrowings[samples / 2], paired: paired / samples, unpaired: unpaired / samples };
}

// 400 samples: the share covered has a standard deviation of 0.011 at 0.95; bounds are four of them to either side, and were
// written down before the first run, as was that narrowing is √(1 − ρ), within a tenth.
describe("pairing, by simulation", () => {
  test("if the arms share nine tenths of the variance, the interval narrows to √0.1 and still covers", () => {
    const { narrowing, paired } = simulate(0.9);
    expect(narrowing).toBeGreaterThan(0.28);
    expect(narrowing).toBeLessThan(0.36);
    expect(paired).toBeGreaterThan(0.906);
    expect(paired).toBeLessThan(0.994);
  });

  test("control: if they share nothing, it does not narrow, and both intervals cover", () => {
    const { narrowing, paired, unpaired } = simulate(0);
    expect(narrowing).toBeGreaterThan(0.9);
    expect(narrowing).toBeLessThan(1.1);
    expect(paired).toBeGreaterThan(0.906);
    expect(unpaired).toBeGreaterThan(0.906);
  });
});

describe("the paired difference", () => {
  test("its mean is the mean of the differences: 3 for 1, 2 and 6", () => {
    expect(pairedDifference([11, 22, 36], [10, 20, 30], key)).toMatchObject({ n: 3, mean: 3, low: 1, high: 6 });
  });

  test("a constant effect has an interval of zero width, no matter how much the replicates vary", () => {
    expect(pairedDifference([1.5, 7.5, 100.5], [1, 7, 100], key)).toMatchObject({ mean: 0.5, low: 0.5, high: 0.5, narrowing: 0 });
  });

  test("replicates with an undefined value in either arm are left out", () => {
    const whole = pairedDifference([11, 36, 41], [10, 30, 44], key);
    expect(pairedDifference([11, Number.NaN, 36, 5, 41], [10, 20, 30, Number.NaN, 44], key)).toEqual(whole);
  });

  test("arms that do not vary have no narrowing, and a single pair has no interval", () => {
    expect(pairedDifference([2, 2, 2], [1, 1, 1], key)).toMatchObject({
      mean: 1,
      unpairedLow: 1,
      unpairedHigh: 1,
      narrowing: Number.NaN,
    });
    expect(pairedDifference([2], [1], key)).toMatchObject({ n: 1, mean: 1, low: Number.NaN, narrowing: Number.NaN });
  });

  test("the unpaired interval of two replicates lies between the extremes of both arms", () => {
    expect(pairedDifference([5, 9], [1, 2], key)).toMatchObject({ low: 4, high: 7, unpairedLow: 3, unpairedHigh: 8 });
  });

  test("values and reference of different lengths throw an error", () => {
    expect(() => pairedDifference([1, 2], [1], key)).toThrow("cannot pair 2 values with 1");
  });
});
