import { BOTH, type ImportedTies, LOWER_NAMES, UPPER_NAMES } from "../../sim/index.ts";
import type { Listing } from "./listing.ts";
import { rankWeights } from "./rank-weights.ts";

export interface MergedTies {
  /** by lower agent, then by upper agent */
  readonly ties: ImportedTies;
  /** of each tie; NaN if the file gives none */
  readonly weights: Float64Array;
  /** records that repeat another one */
  readonly repeated: number;
  readonly selfLoops: number;
  /** records with a weight of 0, which are not ties */
  readonly zeroWeights: number;
  /** agents without a tie */
  readonly isolated: number;
}

/** The records of one pair in one direction, or without direction. */
interface Side {
  records: number;
  /** sum of the given weights; NaN if there is none */
  weight: number;
}

/**
 * Turns the records of a file into one tie for each pair. Weights of repeated records add up, as repeated contacts do. If a pair is
 * listed in both directions, its weight is the mean of the two. Records of an agent with itself and records with a weight of 0 are
 * left out.
 */
export function mergeTies(listing: Listing): MergedTies {
  const agents = listing.names.length;
  const order = orderByPair(listing.from, listing.to, agents);
  const lower: number[] = [];
  const upper: number[] = [];
  const weights: number[] = [];
  const named: number[] = [];
  const linked = new Uint8Array(agents);
  const counts = { repeated: 0, selfLoops: 0, zeroWeights: 0 };
  for (let first = 0, next = 0; first < order.length; first = next) {
    const [low, high] = pairOf(listing, order[first] ?? 0);
    const pair = createPair();
    for (next = first; next < order.length; next++) {
      const record = order[next] ?? 0;
      const [otherLow, otherHigh] = pairOf(listing, record);
      if (otherLow !== low || otherHigh !== high) break;
      const weight = listing.weight[record] ?? Number.NaN;
      if (low === high) counts.selfLoops++;
      else if (weight === 0) counts.zeroWeights++;
      else {
        const side = !listing.directed[record] ? pair.both : listing.from[record] === low ? pair.up : pair.down;
        if (side.records++ > 0) counts.repeated++;
        side.weight = plus(side.weight, weight);
      }
    }
    const { up, down, both } = pair;
    if (up.records + down.records + both.records === 0) continue;
    // A record without direction covers both, so directed ones repeat it.
    if (both.records > 0) counts.repeated += +(up.records > 0) + +(down.records > 0);
    lower.push(low);
    upper.push(high);
    weights.push(plus(mean(up.weight, down.weight), both.weight));
    named.push(both.records > 0 || (up.records > 0 && down.records > 0) ? BOTH : up.records > 0 ? LOWER_NAMES : UPPER_NAMES);
    linked[low] = 1;
    linked[high] = 1;
  }
  const merged = Float64Array.from(weights);
  const ties = {
    lower: Uint32Array.from(lower),
    upper: Uint32Array.from(upper),
    weightRank: rankWeights(merged),
    named: Uint8Array.from(named),
  };
  return { ties, weights: merged, ...counts, isolated: linked.reduce((count, tied) => count - tied, agents) };
}

function pairOf({ from, to }: Listing, record: number): readonly [number, number] {
  const one = from[record] ?? 0;
  const other = to[record] ?? 0;
  return one < other ? [one, other] : [other, one];
}

function createPair(): { readonly up: Side; readonly down: Side; readonly both: Side } {
  const side = (): Side => ({ records: 0, weight: Number.NaN });
  return { up: side(), down: side(), both: side() };
}

/** The sum of the given ones; NaN if neither is given. */
function plus(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b;
}

/** The mean of the given ones. */
function mean(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : (a + b) / 2;
}

/** The records sorted by pair, lower agent first, and as listed within a pair: two counting sorts. */
function orderByPair(from: readonly number[], to: readonly number[], agents: number): Uint32Array {
  const asListed = Uint32Array.from(from, (_, record) => record);
  const higher = Uint32Array.from(from, (one, record) => Math.max(one, to[record] ?? 0));
  const lower = Uint32Array.from(from, (one, record) => Math.min(one, to[record] ?? 0));
  return sortByKey(sortByKey(asListed, higher, agents), lower, agents);
}

/** Stable counting sort. `keys` holds the key of each record, less than `limit`. */
function sortByKey(records: Uint32Array, keys: Uint32Array, limit: number): Uint32Array {
  const places = new Uint32Array(limit + 1);
  for (const record of records) {
    const key = (keys[record] ?? 0) + 1;
    places[key] = (places[key] ?? 0) + 1;
  }
  for (let key = 0; key < limit; key++) places[key + 1] = (places[key + 1] ?? 0) + (places[key] ?? 0);
  const sorted = new Uint32Array(records.length);
  for (const record of records) {
    const key = keys[record] ?? 0;
    const at = places[key] ?? 0;
    sorted[at] = record;
    places[key] = at + 1;
  }
  return sorted;
}
