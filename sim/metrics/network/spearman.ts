import { countValues, createValueTable, type ValueTable } from "../few-values.ts";
import { createSorter, type Sorter, sortOrder } from "../sort-order.ts";

/** Room for ranking, kept from one use to the next. */
export interface RankWorkspace {
  readonly sorter: Sorter;
  readonly table: ValueTable;
  xs: Float64Array;
  ys: Float64Array;
  /** of the ys */
  ranks: Float64Array;
}

export function createRankWorkspace(): RankWorkspace {
  return {
    sorter: createSorter(),
    table: createValueTable(),
    xs: new Float64Array(0),
    ys: new Float64Array(0),
    ranks: new Float64Array(0),
  };
}

/**
 * Spearman's rank correlation: the product-moment correlation of the ranks, where equal values share the mean of the ranks
 * they take up. Pairs of which one value is NaN are left out.
 *
 * @param x length at least `count`; read, not changed
 * @param y the same; where one of the two takes few values it had better be this one
 * @returns −1 to 1, no unit; NaN where either has fewer than two different values
 * @see Spearman 1904, American Journal of Psychology 15(1), 72–101
 */
export function spearman(x: Float64Array, y: Float64Array, count: number, workspace: RankWorkspace): number {
  reserve(workspace, count);
  const { sorter, xs, ys, ranks } = workspace;
  let pairs = 0;
  for (let at = 0; at < count; at++) {
    if (Number.isNaN(x[at]) || Number.isNaN(y[at])) continue;
    xs[pairs] = x[at];
    ys[pairs++] = y[at];
  }
  averageRanks(ys, pairs, ranks, workspace);
  sortOrder(xs, pairs, sorter);
  // The ranks of x are met run by run, and need not be written down.
  const { order, runs } = sorter;
  const mean = (pairs + 1) / 2;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let begin = 0, end = 0; begin < pairs; begin = end) {
    let inRun = 0;
    for (end = begin; end < pairs && runs[end] === begin; end++) {
      const dy = ranks[order[end]] - mean;
      inRun += dy;
      yy += dy * dy;
    }
    const dx = sharedRank(begin, end) - mean;
    xx += (end - begin) * dx * dx;
    xy += dx * inRun;
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
export function averageRanks(
  values: Float64Array,
  count: number,
  into: Float64Array,
  { sorter, table }: Pick<RankWorkspace, "sorter" | "table">,
): void {
  const different = countValues(values, count, table);
  if (different >= 0) return rankByCounts(count, into, different, sorter, table);
  sortOrder(values, count, sorter);
  const { order, runs } = sorter;
  for (let begin = 0, end = 0; begin < count; begin = end) {
    for (end = begin + 1; end < count && runs[end] === begin; end++);
    const rank = sharedRank(begin, end);
    for (let at = begin; at < end; at++) into[order[at]] = rank;
  }
}

/** Ranks of values that were counted: only the different ones need sorting. */
function rankByCounts(count: number, into: Float64Array, different: number, sorter: Sorter, table: ValueTable): void {
  const { values, counts, numbers } = table;
  sortOrder(values, different, sorter);
  for (let k = 0, begin = 0; k < different; k++) {
    const number = sorter.order[k];
    const end = begin + counts[number];
    values[number] = sharedRank(begin, end); // no longer needed as a value
    begin = end;
  }
  for (let place = 0; place < count; place++) into[place] = values[numbers[place]];
}

/** The rank that equal values share which stand at positions `begin` to `end` − 1, from 0, in ascending order. */
function sharedRank(begin: number, end: number): number {
  return (begin + 1 + end) / 2;
}

function reserve(workspace: RankWorkspace, count: number): void {
  if (count <= workspace.xs.length) return;
  const room = Math.ceil(count * 1.25);
  workspace.xs = new Float64Array(room);
  workspace.ys = new Float64Array(room);
  workspace.ranks = new Float64Array(room);
}
