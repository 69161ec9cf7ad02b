import { itemAt } from "../item-at.ts";
import { sobolSequence } from "./sobol-sequence.ts";

/**
 * A sample for Sobol indices. The two independent points A and B are the halves of a point of a scrambled Sobol sequence with twice
 * the dimensions. For each factor i there is also a point AB_i: A, with factor i from B. Adding base points leaves the earlier ones
 * unchanged.
 *
 * @param base number of pairs of A and B; a power of 2 fills the space most evenly
 * @param dimensions at most half of `SOBOL_DIMENSIONS`
 * @param key key of a seed, length 2
 * @returns base × (dimensions + 2) rows of `dimensions` numbers: for each base point A, B, AB_1 to AB_k; each from 0 up to but not
 *   including 1
 * @throws RangeError if there are more dimensions
 * @see Saltelli et al. 2010, Computer Physics Communications 181(2), 259–270
 */
export function saltelliSample(base: number, dimensions: number, key: Int32Array): Float64Array {
  const pairs = sobolSequence(base, 2 * dimensions, key);
  const block = (dimensions + 2) * dimensions;
  const sample = new Float64Array(base * block);
  for (let point = 0; point < base; point++) {
    const a = pairs.subarray(2 * point * dimensions, (2 * point + 1) * dimensions);
    const b = pairs.subarray((2 * point + 1) * dimensions, (2 * point + 2) * dimensions);
    sample.set(a, point * block);
    sample.set(b, point * block + dimensions);
    for (let factor = 0; factor < dimensions; factor++) {
      const at = point * block + (2 + factor) * dimensions;
      sample.set(a, at);
      sample[at + factor] = itemAt(b, factor);
    }
  }
  return sample;
}
