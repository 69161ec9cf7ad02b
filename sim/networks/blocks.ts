import { pairsBetween } from "../parameters/circle-sizes.ts";
import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";
import { addRandomTies } from "./random-ties.ts";

/**
 * Creates a stochastic block model: for any two circles, and within each, a given share of the pairs is tied. All pairs of two circles
 * are equally likely. The agents of a circle have consecutive indices.
 *
 * @param sizes number of agents in each circle
 * @param matrix by circle and circle, symmetric: the share of pairs that are tied
 * @param tick the key of tick 0
 * @see Holland, Laskey and Leinhardt 1983, Social Networks 5(2), 109–137
 */
export function createBlocks(
  agents: number,
  sizes: readonly number[],
  matrix: readonly (readonly number[])[],
  tick: Int32Array,
): Pairs {
  const firsts = sizes.map((_, circle) => sizes.slice(0, circle).reduce((sum, size) => sum + size, 0));
  const into = new PairSet(agents, 16);
  for (let a = 0; a < sizes.length; a++)
    for (let b = a; b < sizes.length; b++) {
      const possible = pairsBetween(sizes, a, b);
      addRandomTies(
        into,
        matrix[a][b] * possible,
        possible,
        (u, v) => [firsts[a] + Math.floor(u * sizes[a]), firsts[b] + Math.floor(v * sizes[b])],
        (each) => {
          for (let one = firsts[a]; one < firsts[a] + sizes[a]; one++)
            for (let other = a === b ? one + 1 : firsts[b]; other < firsts[b] + sizes[b]; other++) each(one, other);
        },
        tick,
        a * sizes.length + b,
        purposes.blockTies,
        purposes.tieCount,
      );
    }
  return into.pairs;
}
