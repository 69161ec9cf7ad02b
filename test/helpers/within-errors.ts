import { expect } from "vitest";

/** Standard errors that an estimate may lie from what is expected: by chance, 1 estimate in 1.7 million lies farther. */
const ERRORS = 5;

/** Expects an estimate within five standard errors of its expectation. */
export function expectWithinErrors(estimate: number, expected: number, standardError: number, of: string): void {
  const bound = ERRORS * standardError;
  const off = Math.abs(estimate - expected);
  expect(off, `${of}: ${estimate}, expected ${expected} ± ${bound}`).toBeLessThanOrEqual(bound);
}

/** The same for a share of `trials` independent trials. */
export function expectShare(hits: number, trials: number, chance: number, of: string): void {
  expectWithinErrors(hits / trials, chance, Math.sqrt((chance * (1 - chance)) / trials), of);
}
