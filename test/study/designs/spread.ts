import { draw, eventKey, seedKey } from "../../../sim/index.ts";

/** Independent uniform points, row by row. */
export function randomPoints(points: number, dimensions: number, seed: string): Float64Array {
  const words = new Int32Array(2);
  eventKey(seedKey(seed), 0, 0, words, 0);
  return Float64Array.from({ length: points * dimensions }, (_, at) => draw(words[0], words[1], at));
}

/**
 * L2 star discrepancy: the mean, over all boxes at the origin, of the squared difference between a box's volume and its share of the
 * points, and the root of it. By Warnock's formula.
 */
export function starDiscrepancy(sample: Float64Array, dimensions: number): number {
  const points = sample.length / dimensions;
  let single = 0;
  let pairs = 0;
  for (let one = 0; one < points; one++) {
    let product = 1;
    for (let dimension = 0; dimension < dimensions; dimension++) product *= (1 - sample[one * dimensions + dimension] ** 2) / 2;
    single += product;
    for (let other = 0; other < points; other++) {
      let shared = 1;
      for (let dimension = 0; dimension < dimensions; dimension++) {
        shared *= 1 - Math.max(sample[one * dimensions + dimension], sample[other * dimensions + dimension]);
      }
      pairs += shared;
    }
  }
  return Math.sqrt(3 ** -dimensions - (2 * single) / points + pairs / points ** 2);
}
