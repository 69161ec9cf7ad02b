import type { PlainValue } from "../../sim/index.ts";

/** A question that an experiment puts to its runs: one number with an interval, and what is expected of it. */
export interface Contrast {
  readonly name: string;
  /** a sentence that the expectation stands for, in the words of the experimenter */
  readonly claim?: string;
  /** name of an outcome */
  readonly outcome: string;
  readonly comparison: Comparison;
  readonly expect?: Bound;
  /** the largest half-width of its interval, for `--until-precision` */
  readonly precision?: number;
}

/**
 * Runs of an experiment: those of an arm, those at certain levels of factors, or both. Empty for all runs. A replicate's value is the
 * mean over its runs in the group.
 */
export interface Group {
  readonly arm?: string;
  /** by factor, the levels that belong to the group */
  readonly levels: Readonly<Record<string, readonly PlainValue[]>>;
}

export type Comparison =
  /** the first group minus the second */
  | { readonly kind: "difference"; readonly groups: readonly [Group, Group] }
  /** the mean of the first group divided by the mean of the second */
  | { readonly kind: "ratio"; readonly groups: readonly [Group, Group] }
  /** the first minus the second group, minus the difference between the third and the fourth */
  | { readonly kind: "difference of differences"; readonly groups: readonly [Group, Group, Group, Group] }
  /** least-squares slope of the outcome over a numeric factor */
  | { readonly kind: "slope"; readonly factor: string; readonly within: Group }
  /** the level of a numeric factor with the highest mean; `never` is infinity */
  | { readonly kind: "maximum"; readonly factor: string; readonly within: Group };

export type ComparisonKind = Comparison["kind"];

/** Where a number is expected, ends included unless they are called `above` or `below`. */
export interface Bound {
  readonly least?: number;
  readonly most?: number;
  readonly above?: number;
  readonly below?: number;
}

/** The share of experiments whose interval contains the true value, and the choices that an experiment has. */
export const confidences = [0.9, 0.95, 0.99] as const;
export type Confidence = (typeof confidences)[number];
export const CONFIDENCE: Confidence = 0.95;
