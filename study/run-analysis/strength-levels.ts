import { createSorter, type SortedValues, sortOrder } from "../../sim/index.ts";
import type { Ties } from "./network.ts";

/** Which ties have equal strengths, and which stronger ones, so that a network with permuted strengths needn't be sorted again. */
export interface Levels {
  /** by tie: the number of its strength among the different strengths, the lowest being 0 */
  readonly level: Uint32Array;
  /** number of different strengths */
  readonly count: number;
}

export function strengthLevels({ strength, count }: Ties): Levels {
  const sorter = createSorter();
  sortOrder(strength, count, sorter);
  const level = new Uint32Array(count);
  let levels = 0;
  for (let at = 0; at < count; at++) {
    if (sorter.runs[at] === at) levels++;
    level[sorter.order[at] ?? 0] = levels - 1;
  }
  return { level, count: levels };
}

/** Sorts ties by strength: a stable counting sort. The positions are those in the list. */
export function sortByLevel(ties: Uint32Array, { level, count }: Levels): SortedValues {
  const next = new Uint32Array(count);
  for (let at = 0; at < ties.length; at++) {
    const own = level[ties[at] ?? 0] ?? 0;
    next[own] = (next[own] ?? 0) + 1;
  }
  for (let own = 0, sum = 0; own < count; own++) {
    const here = next[own] ?? 0;
    next[own] = sum;
    sum += here;
  }
  const first = next.slice();
  const order = new Uint32Array(ties.length);
  const runs = new Uint32Array(ties.length);
  for (let at = 0; at < ties.length; at++) {
    const own = level[ties[at] ?? 0] ?? 0;
    const to = next[own] ?? 0;
    next[own] = to + 1;
    order[to] = at;
    runs[to] = first[own] ?? 0;
  }
  return { order, runs };
}
