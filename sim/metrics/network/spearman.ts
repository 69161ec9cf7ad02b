import { createSorter, type Sorter, sortOrder } from "../sort-order.ts";

/** Room for ranking, kept from one use to the next. */
export interface RankWorkspace {
  readonly sorter: Sorter;
  xs: Float64Array;
  ys: Float64Array;
  xRanks: Float64Array;
  yRanks: Float64Array;
}

export function createRankWorkspace(): RankWorkspace {
  return {
    sorter: createSorter(),
    xs: new Float64Array(0),
    ys: new Float64Array(0),
    xRanks: new Float64Array(0),
    yRanks: new Float64Array(0),
  };
}

/**
 * Spearman's rank correlation: the product-moment correlation of the ranks, where equal values share the mean of the ranks
 * they take up. Pairs of which one value is NaN are left out.
 *
 * @param x length at least `count`; read, not changed
 * @param y the same
 * @returns −1 to 1, no unit; NaN where either has fewer than two different values
 * @see Spearman 1904, American Journal of Psychology 15(1), 72–101
 */
export function spearman(x: Float64Array, y: Float64Array, count: number, workspace: RankWorkspace): number {
  reserve(workspace, count);
  const { sorter, xs, ys, xRanks, yRanks } = workspace;
  let pairs = 0;
  for (let at = 0; at < count; at++) {
    if (Number.isNaN(x[at]) || Number.isNaN(y[at])) continue;
    xs[pairs] = x[at];
    ys[pairs++] = y[at];
  }
  averageRanks(xs, pairs, xRanks, sorter);
  averageRanks(ys, pairs, yRanks, sorter);
  const mean = (pairs + 1) / 2; // of ranks, whatever is equal
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let at = 0; at < pairs; at++) {
    const dx = xRanks[at] - mean;
    const dy = yRanks[at] - mean;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // Rounding may carry a perfect correlation past its end.
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/**
 * Rank of each value among all, 1 for the lowest; equal values share the mean of the ranks they take up.
 *
 * @param values no NaN
 * @param into length at least `count`, overwritten
 */
export function averageRanks(values: Float64Array, count: number, into: Float64Array, sorter: Sorter): void {
  sortOrder(values, count, sorter);
  const { order } = sorter;
  for (let begin = 0, end = 0; begin < count; begin = end) {
    const value = values[order[begin]];
    for (end = begin + 1; end < count && values[order[end]] === value; end++);
    const rank = (begin + 1 + end) / 2;
    for (let at = begin; at < end; at++) into[order[at]] = rank;
  }
}

function reserve(workspace: RankWorkspace, count: number): void {
  if (count <= workspace.xs.length) return;
  const room = Math.ceil(count * 1.25);
  workspace.xs = new Float64Array(room);
  workspace.ys = new Float64Array(room);
  workspace.xRanks = new Float64Array(room);
  workspace.yRanks = new Float64Array(room);
}
