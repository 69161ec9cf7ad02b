import { BOTH, type ImportedTies, LOWER_NAMES, UPPER_NAMES } from "../../sim/index.ts";
import type { Listing } from "./listing.ts";
import { rankWeights } from "./rank-weights.ts";

export interface MergedTies {
  /** by lower agent, then by upper agent */
  readonly ties: ImportedTies;
  /** of each tie; NaN where the file gives none */
  readonly weights: Float64Array;
  /** records that repeat another one */
  readonly doubled: number;
  readonly selfLoops: number;
  /** records with a weight of 0, which are no ties */
  readonly weightless: number;
  /** agents without a tie */
  readonly islands: number;
}

/**
 * One tie a pair from the records of a file. The weights of repeated records are added, as repeated contacts add up; where a
 * pair is listed both ways as directed, its weight is the mean of the two directions. Records of an agent with itself and those
 * with a weight of 0 are left out.
 */
export function mergeTies(listing: Listing): MergedTies {
  const { from, to, weight, directed } = listing;
  const agents = listing.names.length;
  const order = orderByPair(from, to, agents);
  const lower: number[] = [];
  const upper: number[] = [];
  const weights: number[] = [];
  const named: number[] = [];
  const linked = new Uint8Array(agents);
  let doubled = 0;
  let selfLoops = 0;
  let weightless = 0;
  for (let first = 0, last = 0; first < order.length; first = last) {
    const low = Math.min(from[order[first]], to[order[first]]);
    const high = Math.max(from[order[first]], to[order[first]]);
    const up = { records: 0, weight: Number.NaN };
    const down = { records: 0, weight: Number.NaN };
    const both = { records: 0, weight: Number.NaN };
    for (last = first; last < order.length; last++) {
      const record = order[last];
      if (Math.min(from[record], to[record]) !== low || Math.max(from[record], to[record]) !== high) break;
      if (low === high) selfLoops++;
      else if (weight[record] === 0) weightless++;
      else {
        const direction = !directed[record] ? both : from[record] === low ? up : down;
        if (direction.records++ > 0) doubled++;
        direction.weight = plus(direction.weight, weight[record]);
      }
    }
    if (up.records + down.records + both.records === 0) continue;
    // Listed one way and without direction too: the direction adds nothing new.
    if (both.records > 0) doubled += +(up.records > 0) + +(down.records > 0);
    lower.push(low);
    upper.push(high);
    weights.push(plus(mean(up.weight, down.weight), both.weight));
    named.push(both.records > 0 || (up.records > 0 && down.records > 0) ? BOTH : up.records > 0 ? LOWER_NAMES : UPPER_NAMES);
    linked[low] = 1;
    linked[high] = 1;
  }
  const merged = Float64Array.from(weights);
  return {
    ties: {
      lower: Uint32Array.from(lower),
      upper: Uint32Array.from(upper),
      weightRank: rankWeights(merged),
      named: Uint8Array.from(named),
    },
    weights: merged,
    doubled,
    selfLoops,
    weightless,
    islands: linked.reduce((count, tied) => count - tied, agents),
  };
}

/** The sum of what is given; NaN where neither is. */
function plus(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b;
}

/** The mean of what is given. */
function mean(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : (a + b) / 2;
}

/** The records in the order of their pairs, lower agent first, and as listed within a pair: two counting sorts. */
function orderByPair(from: readonly number[], to: readonly number[], agents: number): Uint32Array {
  const asListed = Uint32Array.from(from, (_, record) => record);
  const byUpper = countingSort(asListed, agents, (record) => Math.max(from[record], to[record]));
  return countingSort(byUpper, agents, (record) => Math.min(from[record], to[record]));
}

/** Stable. */
function countingSort(records: Uint32Array, keys: number, keyOf: (record: number) => number): Uint32Array {
  const places = new Uint32Array(keys + 1);
  for (const record of records) places[keyOf(record) + 1]++;
  for (let key = 0; key < keys; key++) places[key + 1] += places[key];
  const sorted = new Uint32Array(records.length);
  for (const record of records) sorted[places[keyOf(record)]++] = record;
  return sorted;
}
