import { itemAt } from "../item-at.ts";
import { saltelliRows } from "./index-units.ts";
import { sobolSequence } from "./sobol-sequence.ts";

/** What a sample for Sobol indices is made of, beside its base points. */
export interface SaltelliOptions {
  /** the groups of factors that take their values together; by default, each factor is one of its own */
  readonly units?: readonly (readonly number[])[];
  /** whether the sample has the points BA_i */
  readonly secondOrder?: boolean | undefined;
}

/**
 * A sample for Sobol indices. The two independent points A and B are the halves of a point of a scrambled Sobol sequence with twice
 * the dimensions. For each unit i, a factor or a group of factors, there is also a point AB_i: A, with unit i from B; and for
 * second-order indices a point BA_i: B, with unit i from A. Adding base points leaves the earlier ones unchanged.
 *
 * @param base number of pairs of A and B; a power of 2 fills the space most evenly
 * @param dimensions at most half of `SOBOL_DIMENSIONS`
 * @param key key of a seed, length 2
 * @returns base × `saltelliRows` rows of `dimensions` numbers: for each base point A, B, AB_1 to AB_k and, for second-order indices, BA_1
 *   to BA_k; each number from 0 up to but not including 1
 * @throws RangeError if there are more dimensions
 * @see Saltelli et al. 2010, Computer Physics Communications 181(2), 259–270; for BA_i Saltelli 2002, same journal 145(2), 280–297
 */
export function saltelliSample(
  base: number,
  dimensions: number,
  key: Int32Array,
  { units = Array.from({ length: dimensions }, (_, factor) => [factor]), secondOrder }: SaltelliOptions = {},
): Float64Array {
  const pairs = sobolSequence(base, 2 * dimensions, key);
  const block = saltelliRows(units.length, secondOrder) * dimensions;
  const sample = new Float64Array(base * block);
  for (let point = 0; point < base; point++) {
    const a = pairs.subarray(2 * point * dimensions, (2 * point + 1) * dimensions);
    const b = pairs.subarray((2 * point + 1) * dimensions, (2 * point + 2) * dimensions);
    const rows = [a, b, ...units.map((unit) => mix(a, b, unit)), ...(secondOrder ? units.map((unit) => mix(b, a, unit)) : [])];
    for (const [row, values] of rows.entries()) sample.set(values, point * block + row * dimensions);
  }
  return sample;
}

/** A point, with some factors from another one. */
function mix(point: Float64Array, other: Float64Array, factors: readonly number[]): Float64Array {
  const mixture = point.slice();
  for (const factor of factors) mixture[factor] = itemAt(other, factor);
  return mixture;
}
