import type { Verdict } from "../study/contrasts/verdict.ts";
import type { Estimate } from "../study/statistics/estimate.ts";

/** Holds if the mean is at least `least` and the whole interval lies above `intervalAbove`, which is lower. */
export function judgeMean(
  { mean, low, high }: Estimate,
  { least, intervalAbove }: { readonly least: number; readonly intervalAbove: number },
): Verdict {
  if (mean >= least && low > intervalAbove) return "holds";
  return high < least ? "fails" : "undecided";
}

/**
 * Judges a bound on how many seeds show something. With fewer seeds than the bound names, it can fail, but not hold.
 *
 * @param shows by seed
 */
export function judgeSeeds(shows: readonly boolean[], { seeds, of }: { readonly seeds: number; readonly of: number }): Verdict {
  const without = shows.filter((one) => !one).length;
  if (without > of - seeds) return "fails";
  return shows.length >= of ? "holds" : "undecided";
}

/** Several conditions together: all must hold, and one that fails is enough to fail. */
export function judgeAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("fails")) return "fails";
  return verdicts.length === 0 || verdicts.includes("undecided") ? "undecided" : "holds";
}
