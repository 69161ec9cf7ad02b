import fc from "fast-check";
import { expect, test } from "vitest";
import { seedKey } from "../../../sim/index.ts";
import { saltelliSample } from "../../../study/designs/saltelli.ts";
import { sobolSequence } from "../../../study/designs/sobol-sequence.ts";

const key = seedKey("saltelli");

test("in each block, AB_i is A with factor i taken from B", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 10 }), (base, dimensions) => {
      const sample = saltelliSample(base, dimensions, key);
      expect(sample).toHaveLength(base * (dimensions + 2) * dimensions);
      const rowAt = (row: number) => Array.from(sample.subarray(row * dimensions, (row + 1) * dimensions));
      for (let block = 0; block < base * (dimensions + 2); block += dimensions + 2) {
        const [a, b] = [rowAt(block), rowAt(block + 1)];
        for (let factor = 0; factor < dimensions; factor++) expect(rowAt(block + 2 + factor)).toEqual(a.with(factor, b[factor]));
      }
    }),
  );
});

test("with groups, AB_i is A with all factors of the group from B; with second order, BA_i the other way round", () => {
  const units = [[0, 3], [1], [2]];
  const sample = saltelliSample(6, 4, key, { units, secondOrder: true });
  expect(sample).toHaveLength(6 * 8 * 4);
  const rowAt = (row: number) => Array.from(sample.subarray(row * 4, (row + 1) * 4));
  for (let block = 0; block < 48; block += 8) {
    const [a, b] = [rowAt(block), rowAt(block + 1)];
    expect([2, 3, 4].map((row) => rowAt(block + row))).toEqual([[b[0], a[1], a[2], b[3]], a.with(1, b[1]), a.with(2, b[2])]);
    expect([5, 6, 7].map((row) => rowAt(block + row))).toEqual([[a[0], b[1], b[2], a[3]], b.with(1, a[1]), b.with(2, a[2])]);
  }
  expect(rowAt(8)).toEqual(Array.from(saltelliSample(6, 4, key).subarray(6 * 4, 7 * 4)));
});

test("A and B are the two halves of a scrambled Sobol sequence with twice as many dimensions", () => {
  const pairs = sobolSequence(8, 6, key);
  const sample = saltelliSample(8, 3, key);
  for (let base = 0; base < 8; base++) {
    expect(sample.slice(base * 15, base * 15 + 6)).toEqual(pairs.slice(base * 6, base * 6 + 6));
  }
});

test("more base points do not change the first ones", () => {
  const few = saltelliSample(5, 4, key);
  expect(saltelliSample(20, 4, key).slice(0, few.length)).toEqual(few);
});

test("128 factors are the most that fit", () => {
  expect(saltelliSample(1, 128, key)).toHaveLength(130 * 128);
  expect(() => saltelliSample(1, 129, key)).toThrow(RangeError);
});
