import { expect } from "vitest";

/** Critical values of chi-square at 1 in 1000, by degrees of freedom. */
const CRITICAL = [Number.NaN, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32];

/**
 * Chi-square of counts against expected shares.
 *
 * @param weights the shares, up to a factor; equal if left out. Places of weight 0 are not counted
 */
export function chiSquare(counts: readonly number[], weights: readonly number[] = counts.map(() => 1)): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return counts.reduce((sum, n, k) => {
    const expected = (total * weights[k]) / all;
    return expected > 0 ? sum + (n - expected) ** 2 / expected : sum;
  }, 0);
}

/** Expects counts in proportion to the weights; chance fails it once in 1000 seeds. */
export function expectProportional(counts: readonly number[], weights: readonly number[]): void {
  const possible = weights.filter((weight) => weight > 0).length;
  expect(chiSquare(counts, weights), `${counts} for ${weights}`).toBeLessThan(CRITICAL[possible - 1]);
}
