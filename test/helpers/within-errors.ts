import { expect } from "vitest";

/** Allowed standard errors between an estimate and its expected value; by chance 1 estimate in 1.7 million is farther away. */
const ERRORS = 5;

/** Expects an estimate within five standard errors of its expectation. */
export function expectWithinErrors(estimate: number, expected: number, standardError: number, of: string): void {
  const bound = ERRORS * standardError;
  const off = Math.abs(estimate - expected);
  expect(off, `${of}: ${estimate}, expected ${expected} ± ${bound}`).toBeLessThanOrEqual(bound);
}

/** Expects a share of `trials` independent trials within five standard errors. */
export function expectShare(hits: number, trials: number, chance: number, of: string): void {
  expectWithinErrors(hits / trials, chance, Math.sqrt((chance * (1 - chance)) / trials), of);
}
