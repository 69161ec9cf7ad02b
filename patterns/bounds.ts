import type { Bound } from "../study/contrasts/contrast.ts";

const atLeast = (least: number): Bound => ({ least });
const atMost = (most: number): Bound => ({ most });
const within = (target: number, by: number): Bound => ({ least: target - by, most: target + by });

/**
 * The bounds of all patterns. They were fixed before the model that must meet them was written. Nobody may move one to make a pattern
 * hold: a pattern that fails is a result.
 */
export const bounds = {
  /** 1: share of strong ties among cross ties */
  strongAcross: { allFive: atLeast(0.1), asTheyAre: { least: 0.01, most: 0.08 }, reversed: atMost(0.005) },
  /** 2: a ratio of two arms. Its mean must reach `least`, and its whole interval must be above `intervalAbove` */
  conversion: { least: 2, intervalAbove: 1.5 },
  /** 3: Spearman's correlation of strength and overlap, and how many shuffles it must exceed in every seed */
  overlap: { within: atLeast(0.12), shuffles: 100 },
  /** 3b: in how many of how many seeds the correlation must be above 0 */
  fixedNetwork: { seeds: 18, of: 20 },
  /** 4: closed pairs of strong ties over closed pairs of weak ties */
  closedPairs: atLeast(1.3),
  /** 5 */
  localBridges: { share: { least: 0.05, most: 0.15 }, weak: atLeast(0.9) },
  /** 6 */
  topThree: atLeast(0.5),
  /** 7 */
  silentNewTies: atMost(0.35),
  /** 8: each third of the contact over a tie's life */
  contactThirds: within(0.33, 0.06),
  /** 9 */
  survival: { weak: { least: 0.55, most: 0.75 }, strong: atLeast(0.85) },
  /** 10: contacts at the three cuts, each within 20% of Dunbar's layers */
  layers: { strong: within(5, 1), middle: within(15, 3), active: within(50, 10) },
  /** 11: the interval in ticks that keeps the most cross ties, and what is left without follow-ups as a share of the most */
  followUp: { from: 6, to: 30, never: atMost(0.6) },
  /** 12: the difference between two differences */
  credentials: { above: 0 } satisfies Bound,
  /** 13: the difference between two arms */
  experts: { reach: { above: 0 } satisfies Bound, payoff: { above: 0 } satisfies Bound },
  /** 14: the ratio of two windows of a settled run */
  settled: within(1, 0.05),
} as const;
