import { clip } from "./trust-equation.ts";

/**
 * Moves a belief toward an observed value: B += rate × (value − B), limited to 0 to 1.
 *
 * @param at position of the belief in `beliefs`
 * @param rate 0 to 1
 * @param value may lie outside 0 to 1, because it includes noise
 */
export function moveBelief(beliefs: Float64Array, at: number, rate: number, value: number): void {
  const belief = beliefs[at];
  beliefs[at] = clip(belief + rate * (value - belief));
}
