import { countValues, createValueTable, type ValueTable } from "../few-values.ts";
import { createSorter, type SortedValues, type Sorter, sortOrder } from "../sort-order.ts";

/** In `places`: the value is NaN. */
const NONE = 0xffffffff;

/** Buffers for ranking. They are reused. */
export interface RankWorkspace {
  readonly sorter: Sorter;
  readonly table: ValueTable;
  /** values without NaN */
  ys: Float64Array;
  /** by position in the input: place among the ys, or NONE */
  places: Uint32Array;
  /** ranks of the ys */
  ranks: Float64Array;
}

export function createRankWorkspace(): RankWorkspace {
  return {
    sorter: createSorter(),
    table: createValueTable(),
    ys: new Float64Array(0),
    places: new Uint32Array(0),
    ranks: new Float64Array(0),
  };
}

/**
 * Computes Spearman's rank correlation: the product-moment correlation of the ranks. Equal values share the mean of their ranks.
 * Pairs with a NaN are left out.
 *
 * @param x length at least `count`; not changed
 * @param y length at least `count`; not changed. If one of the two has few different values, pass it here: that is faster
 * @returns −1 to 1, no unit; NaN if either has fewer than two different values
 * @see Spearman 1904, American Journal of Psychology 15(1), 72–101
 */
export function spearman(x: Float64Array, y: Float64Array, count: number, workspace: RankWorkspace): number {
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  let pairs = 0;
  for (let at = 0; at < count; at++) {
    if (Number.isNaN(x[at]) || Number.isNaN(y[at])) continue;
    xs[pairs] = x[at];
    ys[pairs++] = y[at];
  }
  const byX = createSorter();
  sortOrder(xs, pairs, byX);
  return spearmanInOrder(byX, ys, pairs, workspace);
}

/**
 * The same for one x and several y, because x needs to be sorted just once.
 *
 * @param byX the order of x, from `sortOrder`
 * @param y length at least `count`; not changed. Pairs for which it is NaN are left out
 */
export function spearmanInOrder(byX: SortedValues, y: Float64Array, count: number, workspace: RankWorkspace): number {
  return correlateRanks(byX, rankDefined(y, count, workspace), count);
}

/** The values of a list that are not NaN, ranked. */
export interface DefinedRanks {
  /** number of ranked values */
  readonly pairs: number;
  /** by position in the list: place among the ranks, or NONE */
  readonly places: Uint32Array;
  /** 1 for the lowest; equal values share the mean of their ranks */
  readonly ranks: Float64Array;
}

/** @returns columns of the workspace, which the next call overwrites */
export function rankDefined(y: Float64Array, count: number, workspace: RankWorkspace): DefinedRanks {
  reserve(workspace, count);
  const { ys, places, ranks } = workspace;
  let pairs = 0;
  for (let at = 0; at < count; at++) {
    const isDefined = !Number.isNaN(y[at]);
    ys[pairs] = y[at];
    places[at] = isDefined ? pairs++ : NONE;
  }
  averageRanks(ys, pairs, ranks, workspace);
  return { pairs, places, ranks };
}

/**
 * The same for a y that is ranked already.
 *
 * @param byX the order of x
 * @param count number of x
 */
export function correlateRanks({ order, runs }: SortedValues, { pairs, places, ranks }: DefinedRanks, count: number): number {
  // The ranks of x are visited run by run, so there is no need to store them.
  const mean = (pairs + 1) / 2;
  let before = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let begin = 0, end = 0; begin < count; begin = end) {
    let seen = before;
    let inRun = 0;
    for (end = begin; end < count && runs[end] === begin; end++) {
      const place = places[order[end]];
      if (place === NONE) continue;
      const dy = ranks[place] - mean;
      inRun += dy;
      yy += dy * dy;
      seen++;
    }
    const dx = sharedRank(before, seen) - mean;
    xx += (seen - before) * dx * dx;
    xy += dx * inRun;
    before = seen;
  }
  // Rounding may give slightly more than 1 or less than −1.
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/**
 * Computes the rank of each value, 1 for the lowest. Equal values share the mean of their ranks.
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

/** Computes ranks from counted values: only the different values need sorting. */
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

/** Returns the shared rank of equal values at positions `begin` to `end` − 1 of the ascending order, counted from 0. */
function sharedRank(begin: number, end: number): number {
  return (begin + 1 + end) / 2;
}

function reserve(workspace: RankWorkspace, count: number): void {
  if (count <= workspace.ys.length) return;
  const room = Math.ceil(count * 1.25);
  workspace.ys = new Float64Array(room);
  workspace.places = new Uint32Array(room);
  workspace.ranks = new Float64Array(room);
}
