import { drawBits, eventKey } from "../random/keyed-draws.ts";
import { growColumns } from "./grow-columns.ts";

/**
 * A list of pairs of agents: planned encounters or proposals of ties. `orderPairs` puts it into an order that a draw of (seed,
 * tick, pair) gives, in which all entries of one pair are next to each other.
 */
export interface PairList {
  count: number;
  lower: Uint32Array;
  upper: Uint32Array;
  /** one of the two rows of a planned encounter, which its planner knows: twice its number, plus 1 if it belongs to `upper` */
  knownRow: Uint32Array;
  /** units of time of a planned encounter; 0 in a proposal */
  units: Uint16Array;
  /** 1 if a planned encounter has ordinary richness, 0 if it is lean */
  ordinary: Uint8Array;
  /** what the agent with the lower index asks for; in a proposal, who introduces the pair */
  lowerNote: Int32Array;
  /** the same for the agent with the higher index */
  upperNote: Int32Array;
  /** after `orderPairs`: the positions of the entries, in order */
  order: Uint32Array;
  keys: Uint32Array;
  spareOrder: Uint32Array;
}

export function createPairList(): PairList {
  return { count: 0, ...createColumns(0) };
}

function createColumns(capacity: number) {
  return {
    lower: new Uint32Array(capacity),
    upper: new Uint32Array(capacity),
    knownRow: new Uint32Array(capacity),
    units: new Uint16Array(capacity),
    ordinary: new Uint8Array(capacity),
    lowerNote: new Int32Array(capacity),
    upperNote: new Int32Array(capacity),
    order: new Uint32Array(capacity),
    keys: new Uint32Array(capacity),
    spareOrder: new Uint32Array(capacity),
  };
}

/**
 * Adds an entry for a pair, whose agents may come in either order. Each note belongs to its agent.
 *
 * @param row of `one` about `other`; any number in a proposal
 */
export function addPair(
  list: PairList,
  one: number,
  other: number,
  row: number,
  units: number,
  ordinary: number,
  oneNote: number,
  otherNote: number,
): void {
  if (list.count === list.lower.length) growColumns(list, createColumns(Math.max(256, Math.ceil(list.lower.length * 1.5))));
  const at = list.count++;
  const swap = one > other;
  list.lower[at] = swap ? other : one;
  list.upper[at] = swap ? one : other;
  list.knownRow[at] = 2 * row + +swap;
  list.units[at] = units;
  list.ordinary[at] = ordinary;
  list.lowerNote[at] = swap ? otherNote : oneNote;
  list.upperNote[at] = swap ? oneNote : otherNote;
}

const event = new Int32Array(2);

/**
 * Fills `order`. Sorts by a draw of each pair; pairs with equal draws by their agents; entries of one pair by their notes. So
 * neither the sums and largest notes of planned encounters nor the first of several proposals depend on the order of adding.
 *
 * @param tick the key of the tick
 * @param purpose the number of the draw
 */
export function orderPairs(list: PairList, tick: Int32Array, purpose: number): void {
  const { count, lower, upper, keys } = list;
  for (let at = 0; at < count; at++) {
    eventKey(tick, lower[at], upper[at], event, 0);
    keys[at] = drawBits(event[0], event[1], purpose);
  }
  sortByHighBits(list);
  const { order } = list;
  for (let k = 1; k < count; k++) {
    const at = order[k];
    let to = k;
    while (to > 0 && isBefore(list, at, order[to - 1])) {
      order[to] = order[to - 1];
      to--;
    }
    order[to] = at;
  }
}

/** Says whether entry a comes before entry b. */
function isBefore(list: PairList, a: number, b: number): boolean {
  if (list.keys[a] !== list.keys[b]) return list.keys[a] < list.keys[b];
  if (list.lower[a] !== list.lower[b]) return list.lower[a] < list.lower[b];
  if (list.upper[a] !== list.upper[b]) return list.upper[a] < list.upper[b];
  if (list.lowerNote[a] !== list.lowerNote[b]) return list.lowerNote[a] < list.lowerNote[b];
  return list.upperNote[a] < list.upperNote[b];
}

/** The most bits that one pass of the radix sort uses: buckets of 32 KB. */
const DIGIT = 13;

/**
 * Radix sort of `order` by the highest bits of the keys: as many bits as the number of entries has, so that few entries are equal in
 * all of them. These stay next to each other, for the insertion that follows. `metrics/sort-order.ts` has another radix sort: it sorts
 * doubles and finds runs of equal values, which a tick doesn't need.
 */
function sortByHighBits(list: PairList): void {
  const { count, keys } = list;
  const bits = Math.min(2 * DIGIT, 32 - Math.clz32(count | 1));
  const passes = bits > DIGIT ? 2 : 1;
  const digit = Math.ceil(bits / passes);
  const size = 1 << digit;
  for (let at = 0; at < count; at++) list.order[at] = at;
  for (let shift = 32 - passes * digit; shift < 32; shift += digit) {
    const from = list.order;
    const to = list.spareOrder;
    buckets.fill(0, 0, size);
    for (let at = 0; at < count; at++) buckets[(keys[at] >>> shift) & (size - 1)]++;
    for (let bucket = 0, sum = 0; bucket < size; bucket++) {
      const here = buckets[bucket];
      buckets[bucket] = sum;
      sum += here;
    }
    for (let k = 0; k < count; k++) {
      const at = from[k];
      to[buckets[(keys[at] >>> shift) & (size - 1)]++] = at;
    }
    list.order = to;
    list.spareOrder = from;
  }
}

const buckets = new Uint32Array(1 << DIGIT);
