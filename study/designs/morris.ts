import { itemAt } from "../item-at.ts";
import { keyedDraws, shuffle } from "./keyed-draws.ts";

/** Paths through the unit cube. One factor changes at each step. */
export interface MorrisTrajectories {
  /** trajectories × (dimensions + 1) rows of `dimensions` numbers from 0 to 1, multiples of 1 / (levels − 1) */
  readonly rows: Float64Array;
  /** by row, the factor that differs from the previous row; −1 in the first row of a trajectory */
  readonly changed: Int32Array;
}

/**
 * A sample for the method of elementary effects. Each trajectory starts at a random point of a grid and changes every factor once, in
 * random order, up or down by Δ = levels / (2 (levels − 1)). With this Δ all levels are equally frequent. Adding trajectories leaves
 * the earlier ones unchanged.
 *
 * @param levels levels of the grid, even, 2 or more
 * @param key key of a seed, length 2
 * @throws RangeError if levels is odd or less than 2
 * @see Morris 1991, Technometrics 33(2), 161–174
 */
export function morrisTrajectories(trajectories: number, dimensions: number, levels: number, key: Int32Array): MorrisTrajectories {
  if (levels < 2 || levels % 2 !== 0) throw new RangeError(`levels must be even and 2 or more, got ${levels}`);
  const rows = new Float64Array(trajectories * (dimensions + 1) * dimensions);
  const changed = new Int32Array(trajectories * (dimensions + 1)).fill(-1);
  const half = levels / 2; // Δ in levels
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    const order = shuffle(dimensions, keyedDraws(key, trajectory, 0));
    const lowerAt = keyedDraws(key, trajectory, 1);
    const directionAt = keyedDraws(key, trajectory, 2);
    const lower = Int32Array.from({ length: dimensions }, (_, factor) => Math.floor(lowerAt(factor) * half));
    const raised = Uint8Array.from({ length: dimensions }, (_, factor) => (directionAt(factor) < 0.5 ? 0 : 1));
    for (let step = 0; step <= dimensions; step++) {
      const row = trajectory * (dimensions + 1) + step;
      if (step > 0) {
        const factor = itemAt(order, step - 1);
        raised[factor] = 1 - itemAt(raised, factor);
        changed[row] = factor;
      }
      for (let factor = 0; factor < dimensions; factor++) {
        rows[row * dimensions + factor] = (itemAt(lower, factor) + half * itemAt(raised, factor)) / (levels - 1);
      }
    }
  }
  return { rows, changed };
}
