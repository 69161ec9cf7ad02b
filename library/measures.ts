/** The definitions of all measures, and some of them as functions for your own numbers. */
import {
  agentMeasureColumns,
  createRankWorkspace,
  createSorter,
  gini as giniOf,
  groupMeasureColumns,
  lifeMeasures as lifeColumns,
  type MeasureColumn,
  networkMeasures as networkColumns,
  spearman as spearmanOf,
} from "../sim/index.ts";

export { trustScore, trustShare } from "../sim/index.ts";
export type { MeasureColumn };

/** The columns of a series, in their order. */
export const networkMeasures: readonly MeasureColumn[] = networkColumns;

/** Network measures that only experiments have. */
export const lifeMeasures: readonly MeasureColumn[] = lifeColumns;

/** The measures of an agent, in the order of their columns. */
export const agentMeasures: readonly MeasureColumn[] = agentMeasureColumns;

/** The measures of groups of agents in experiments. */
export const groupMeasures: readonly MeasureColumn[] = groupMeasureColumns;

/**
 * Gini coefficient, as in `gini_reach`.
 *
 * @param values none negative, no NaN
 * @returns 0 to (n − 1)/n; NaN if the sum is 0
 */
export function gini(values: ArrayLike<number>): number {
  return giniOf(Float64Array.from(values), values.length, createSorter());
}

/**
 * Spearman's rank correlation, as in the measures of overlap and strength. Pairs with a NaN are left out.
 *
 * @returns −1 to 1; NaN if either has fewer than two different values
 * @throws RangeError if the lengths differ
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length)
    throw new RangeError(`cannot correlate ${x.length} values with ${y.length}: the lengths must be equal`);
  return spearmanOf(Float64Array.from(x), Float64Array.from(y), x.length, createRankWorkspace());
}
