import type { Interval } from "../statistics/bootstrap-interval.ts";
import type { Bound } from "./contrast.ts";

/** `undecided`: these replicates don't decide whether the expectation is met. */
export type Verdict = "holds" | "fails" | "undecided";

/** Holds if the whole interval lies within the bound, and fails if the whole interval lies outside. */
export function judgeInterval({ low, high }: Interval, { least, most, above, below }: Bound): Verdict {
  const lowest = Math.max(least ?? Number.NEGATIVE_INFINITY, above ?? Number.NEGATIVE_INFINITY);
  const highest = Math.min(most ?? Number.POSITIVE_INFINITY, below ?? Number.POSITIVE_INFINITY);
  const isAbove = above !== undefined && lowest === above;
  const isBelow = below !== undefined && highest === below;
  if ((isAbove ? low > lowest : low >= lowest) && (isBelow ? high < highest : high <= highest)) return "holds";
  const isTooLow = isAbove ? high <= lowest : high < lowest;
  return isTooLow || (isBelow ? low >= highest : low > highest) ? "fails" : "undecided";
}

/** A bound as an experiment file has it: `> 0`, `≥ 2`, `6 to 30`. */
export function boundText({ least, most, above, below }: Bound): string {
  if (above !== undefined) return `> ${above}`;
  if (below !== undefined) return `< ${below}`;
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  return least === undefined ? `≤ ${most}` : `≥ ${least}`;
}
