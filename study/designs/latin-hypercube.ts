import { itemAt } from "../item-at.ts";
import { keyedDraws, shuffle } from "./keyed-draws.ts";

/** With more strata, places near the end of a stratum would be rounded into the next one. */
export const MOST_STRATA = 2 ** 20;

/**
 * A Latin hypercube sample: each dimension is divided into `points` strata of equal width, and each stratum contains one point, at a
 * uniform place. The order of the strata is drawn independently for each dimension. A different number of points gives an entirely
 * different sample.
 *
 * @param points 1 to 2²⁰
 * @param key key of a seed, length 2
 * @returns points × dimensions, row by row, each from 0 up to but not including 1
 * @throws RangeError above 2²⁰ points
 * @see McKay, Beckman and Conover 1979, Technometrics 21(2), 239–245
 */
export function latinHypercube(points: number, dimensions: number, key: Int32Array): Float64Array {
  if (points > MOST_STRATA) throw new RangeError(`a Latin hypercube can have at most ${MOST_STRATA} points, got ${points}`);
  const sample = new Float64Array(points * dimensions);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const strata = shuffle(points, keyedDraws(key, dimension, 0));
    const placeAt = keyedDraws(key, dimension, 1);
    for (let point = 0; point < points; point++) {
      sample[point * dimensions + dimension] = (itemAt(strata, point) + placeAt(point)) / points;
    }
  }
  return sample;
}
