import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { SOBOL_DIMENSIONS } from "../../../study/designs/sobol-directions.ts";
import { sobolSequence } from "../../../study/designs/sobol-sequence.ts";
import { randomPoints, starDiscrepancy } from "./spread.ts";

const key = seedKey("sobol");

/** The columns of a sample, one per dimension. */
function columns(sample: Float64Array, dimensions: number): Float64Array[] {
  const column = (dimension: number) =>
    Float64Array.from({ length: sample.length / dimensions }, (_, point) => sample[point * dimensions + dimension]);
  return Array.from({ length: dimensions }, (_, dimension) => column(dimension));
}

/** Whether each of `cells` equal intervals holds the same number of values. */
function evenlySpread(numbers: Float64Array, cells: number): boolean {
  const counts = new Uint32Array(cells);
  for (const number of numbers) counts[Math.floor(number * cells)]++;
  return counts.every((count) => count === numbers.length / cells);
}

/** Counts the leading binary digits that two numbers share, up to 32. */
function sharedDigits(one: number, other: number): number {
  return Math.clz32((one * 2 ** 32) ^ (other * 2 ** 32));
}

describe("the plain sequence", () => {
  test("begins with the points in the notes of Joe and Kuo", () => {
    const printed = [
      0, 0, 0, 0.5, 0.5, 0.5, 0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.375, 0.375, 0.625, 0.875, 0.875, 0.125, 0.625, 0.125, 0.875,
      0.125, 0.625, 0.375, 0.1875, 0.3125, 0.9375, 0.6875, 0.8125, 0.4375,
    ];
    expect(Array.from(sobolSequence(10, 3))).toEqual(printed);
  });

  test("matches SciPy 1.17.1 (scipy.stats.qmc.Sobol), also far into the sequence", () => {
    const sample = sobolSequence(1024, 256);
    const rows = [100, 777, 1023].map((point) => [39, 107, 199, 255].map((dimension) => sample[point * 256 + dimension]));
    expect(rows).toEqual([
      [0.1328125, 0.0234375, 0.1328125, 0.5703125],
      [0.3583984375, 0.9931640625, 0.1435546875, 0.6357421875],
      [0.6982421875, 0.7705078125, 0.1865234375, 0.8427734375],
    ]);
  });

  test("matches SciPy in all dimensions by a checksum: the sum of each number times its place modulo 1009", () => {
    // 4096 points use every number of the table. All are multiples of 1 / 4096, so the sum is exact.
    const sum = sobolSequence(4096, 256).reduce((all, number, at) => all + number * 4096 * (at % 1009), 0);
    expect(sum).toBe(1_081_902_242_976);
  });

  test("has Sobol's Property A: cut in halves along each of d dimensions, every box holds one of the first 2^d points", () => {
    for (let dimensions = 1; dimensions <= 16; dimensions++) {
      const sample = sobolSequence(2 ** dimensions, dimensions);
      const boxes = new Set<number>();
      for (let point = 0; point < 2 ** dimensions; point++) {
        let box = 0;
        for (let dimension = 0; dimension < dimensions; dimension++) {
          box = 2 * box + Math.floor(2 * sample[point * dimensions + dimension]);
        }
        boxes.add(box);
      }
      expect(boxes.size, `${dimensions} dimensions`).toBe(2 ** dimensions);
    }
  });
});

describe.each([
  ["plain", undefined],
  ["scrambled", key],
] as const)("the %s sequence", (_, scrambling) => {
  test("is a (0,m,1)-net in each of its 256 dimensions: each of 2^m intervals has one of the first 2^m points", () => {
    for (const m of [1, 4, 10]) {
      const all = columns(sobolSequence(2 ** m, SOBOL_DIMENSIONS, scrambling), SOBOL_DIMENSIONS);
      expect(all.every((column) => evenlySpread(column, 2 ** m))).toBe(true);
    }
  });

  test("is a (0,m,2)-net in its first two dimensions: so does each box of area 2^−m of any shape", () => {
    const sample = sobolSequence(256, 2, scrambling);
    for (let wide = 0; wide <= 8; wide++) {
      const boxes = new Set<number>();
      for (let point = 0; point < 256; point++) {
        boxes.add(
          Math.floor(sample[2 * point] * 2 ** wide) * 2 ** (8 - wide) + Math.floor(sample[2 * point + 1] * 2 ** (8 - wide)),
        );
      }
      expect(boxes.size, `boxes ${2 ** -wide} wide`).toBe(256);
    }
  });

  test("does not depend on the first point or the number of points requested", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 12 }), (from, points, dimensions) => {
        const whole = sobolSequence(from + points, dimensions, scrambling);
        expect(sobolSequence(points, dimensions, scrambling, from)).toEqual(whole.slice(from * dimensions));
      }),
    );
  });

  test("keeps the first dimensions unchanged when there are more", () => {
    const few = columns(sobolSequence(64, 3, scrambling), 3);
    expect(columns(sobolSequence(64, 40, scrambling), 40).slice(0, 3)).toEqual(few);
  });

  test("spreads more evenly than each of five samples of random points", () => {
    expect(starDiscrepancy(Float64Array.of(0.5), 1)).toBeCloseTo(Math.sqrt(1 / 12), 12); // by hand, to check the measure
    const sobol = starDiscrepancy(sobolSequence(512, 6, scrambling), 6);
    const random = ["a", "b", "c", "d", "e"].map((seed) => starDiscrepancy(randomPoints(512, 6, seed), 6));
    expect(sobol).toBeLessThan(Math.min(...random));
  });

  test("ends with its 2^32nd point", () => {
    const last = sobolSequence(3, 2, scrambling, 2 ** 32 - 3);
    expect(new Set(last).size).toBe(6);
    expect(() => sobolSequence(4, 2, scrambling, 2 ** 32 - 3)).toThrow(RangeError);
  });
});

test("the last of 2^32 plain points are those of the Gray code, worked out by hand in the first dimension", () => {
  // The codes of 2^32 − 2 and 2^32 − 1 are 2^31 + 1 and 2^31; read backwards, as fractions, ½ + 2^−32 and 2^−32.
  expect(Array.from(sobolSequence(2, 1, undefined, 2 ** 32 - 2))).toEqual([0.5 + 2 ** -32, 2 ** -32]);
});

test("scrambling is nested: numbers share exactly as many first digits after it as before", () => {
  const plain = columns(sobolSequence(300, 5), 5);
  const scrambled = columns(sobolSequence(300, 5, key), 5);
  for (const [dimension, column] of plain.entries()) {
    for (let one = 0; one < 300; one++) {
      for (let other = 0; other < one; other++) {
        const [before, after] = [column, scrambled[dimension]].map((numbers) => sharedDigits(numbers[one], numbers[other]));
        if (before !== after) expect.fail(`dimension ${dimension}, points ${one} and ${other}: ${before} digits, then ${after}`);
      }
    }
  }
});

test("over seeds, every scrambled point is uniform digit by digit, and its digits are independent", () => {
  // 4.42 standard deviations: 1 in 100,000
  const seeds = 4000;
  const bound = 4.42 * Math.sqrt(seeds / 4);
  for (const [point, dimension] of [
    [0, 0],
    [5, 7],
  ]) {
    const numbers = Array.from(
      { length: seeds },
      (_, seed) => sobolSequence(1, 8, seedKey(`over ${seed}`), point)[dimension] * 2 ** 32,
    );
    for (let digit = 0; digit < 32; digit++) {
      const ones = numbers.filter((number) => (number >>> digit) & 1).length;
      expect(Math.abs(ones - seeds / 2), `digit ${digit}`).toBeLessThan(bound);
      const unlikeNext = numbers.filter((number) => ((number >>> digit) ^ (number >>> ((digit + 1) % 32))) & 1).length;
      expect(Math.abs(unlikeNext - seeds / 2), `digit ${digit} and the next`).toBeLessThan(bound);
    }
  }
});

test("intervals of one width trade halves independently of each other, and of the same interval in another dimension", () => {
  // 64 points put one in each of 64 intervals, so they show whether each interval of width 1 to 1/32 swapped its halves.
  const seeds = 2000;
  const flips = Array.from({ length: seeds }, (_, seed) => {
    const plain = sobolSequence(64, 2);
    const scrambled = sobolSequence(64, 2, seedKey(`halves ${seed}`));
    const digits = new Map<string, number>();
    for (let at = 0; at < 128; at++) {
      for (let place = 0; place < 6; place++) {
        const above = Math.floor(plain[at] * 2 ** place);
        const bit = (number: number) => Math.floor(number * 2 ** (place + 1)) % 2;
        digits.set(`${at % 2} ${place} ${above}`, bit(plain[at]) ^ bit(scrambled[at]));
      }
    }
    return digits;
  });
  const intervals = [...flips[0].keys()];
  expect(intervals).toHaveLength(2 * 63);
  // 126 × 125 / 2 pairs: 5.7 standard deviations are exceeded by none of them but for 1 in 10,000
  const bound = 5.7 * Math.sqrt(seeds / 4);
  const bits = intervals.map((interval) => Uint8Array.from(flips, (digits) => digits.get(interval) ?? 2));
  for (let one = 0; one < bits.length; one++) {
    for (let other = 0; other < one; other++) {
      let unlike = 0;
      for (let seed = 0; seed < seeds; seed++) unlike += bits[one][seed] ^ bits[other][seed];
      if (Math.abs(unlike - seeds / 2) > bound)
        expect.fail(`${intervals[one]} and ${intervals[other]}: ${unlike} of ${seeds} unlike`);
    }
  }
});

test("the same key gives the same sequence, and another key gives another", () => {
  expect(sobolSequence(50, 4, key)).toEqual(sobolSequence(50, 4, seedKey("sobol")));
  expect(sobolSequence(50, 4, key)).not.toEqual(sobolSequence(50, 4, seedKey("sobol 2")));
});

test("more dimensions than the direction numbers cover are refused", () => {
  expect(() => sobolSequence(1, 257)).toThrow("256 dimensions, got 257");
});
