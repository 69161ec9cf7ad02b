import { clip } from "./trust-equation.ts";

/**
 * Moves a belief toward what was seen: B += rate × (value − B), then cut to 0 to 1. The value may lie outside, as noise is
 * added to it before.
 *
 * @param at place of the belief in `beliefs`
 */
export function moveBelief(beliefs: Float64Array, at: number, rate: number, value: number): void {
  const belief = beliefs[at];
  beliefs[at] = clip(belief + rate * (value - belief));
}
