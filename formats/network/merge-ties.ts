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
 * Turns the records of a file into one tie for each pair. Weights of repeated records add up, as repeated contacts do, and so do
 * those of the two directions. But if every pair that is listed in both directions has the same weight in both, the file lists each
 * tie twice, and its weight counts once. Records of an agent with itself and records with a weight of 0 are left out.
 */
export function mergeTies(listing: Listing): MergedTies {
  const agents = listing.names.length;
  const { order, lower: lows, upper: highs } = orderByPair(listing.from, listing.to, agents);
  const merged = createColumns(order.length);
  const linked = new Uint8Array(agents);
  const counts = { repeated: 0, selfLoops: 0, zeroWeights: 0 };
  // The same three for all pairs: half a million pairs would make millions of objects.
  const [up, down, both] = [createSide(), createSide(), createSide()];
  let ties = 0;
  let differs = false;
  for (let first = 0, next = 0; first < order.length; first = next) {
    const low = lows[order[first] ?? 0] ?? 0;
    const high = highs[order[first] ?? 0] ?? 0;
    clear(up);
    clear(down);
    clear(both);
    for (next = first; next < order.length; next++) {
      const record = order[next] ?? 0;
      if (lows[record] !== low || highs[record] !== high) break;
      const weight = listing.weight[record] ?? Number.NaN;
      if (low === high) counts.selfLoops++;
      else if (weight === 0) counts.zeroWeights++;
      else {
        const side = !listing.directed[record] ? both : listing.from[record] === low ? up : down;
        if (side.records++ > 0) counts.repeated++;
        side.weight = plus(side.weight, weight);
      }
    }
    if (up.records + down.records + both.records === 0) continue;
    // A record without direction covers both, so directed ones repeat it.
    if (both.records > 0) counts.repeated += +(up.records > 0) + +(down.records > 0);
    merged.lower[ties] = low;
    merged.upper[ties] = high;
    merged.weights[ties] = plus(plus(up.weight, down.weight), both.weight);
    merged.once[ties] = plus(Number.isNaN(up.weight) ? down.weight : up.weight, both.weight);
    differs ||= Math.abs(up.weight - down.weight) > 0;
    merged.named[ties] = whoNames(up, down, both);
    ties++;
    linked[low] = 1;
    linked[high] = 1;
  }
  const weights = (differs ? merged.weights : merged.once).slice(0, ties);
  const columns = {
    lower: merged.lower.slice(0, ties),
    upper: merged.upper.slice(0, ties),
    weightRank: rankWeights(weights),
    named: merged.named.slice(0, ties),
  };
  return { ties: columns, weights, ...counts, isolated: linked.reduce((count, tied) => count - tied, agents) };
}

function createColumns(room: number) {
  return {
    lower: new Uint32Array(room),
    upper: new Uint32Array(room),
    weights: new Float64Array(room),
    /** the weights if both directions say the same */
    once: new Float64Array(room),
    named: new Uint8Array(room),
  };
}

function createSide(): Side {
  return { records: 0, weight: Number.NaN };
}

function clear(side: Side): void {
  side.records = 0;
  side.weight = Number.NaN;
}

function whoNames(up: Side, down: Side, both: Side): number {
  if (both.records > 0 || (up.records > 0 && down.records > 0)) return BOTH;
  return up.records > 0 ? LOWER_NAMES : UPPER_NAMES;
}

/** The sum of the given ones; NaN if neither is given. */
function plus(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b;
}

/** The two agents of each record, and the records sorted by pair, as listed within a pair: two counting sorts. */
function orderByPair(from: readonly number[], to: readonly number[], agents: number) {
  const count = from.length;
  const asListed = new Uint32Array(count);
  const lower = new Uint32Array(count);
  const upper = new Uint32Array(count);
  for (let record = 0; record < count; record++) {
    const one = from[record] ?? 0;
    const other = to[record] ?? 0;
    asListed[record] = record;
    lower[record] = Math.min(one, other);
    upper[record] = Math.max(one, other);
  }
  return { order: sortByKey(sortByKey(asListed, upper, agents), lower, agents), lower, upper };
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
