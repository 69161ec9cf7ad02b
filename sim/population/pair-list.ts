import { drawBits, eventKey } from "../random/keyed-draws.ts";

/**
 * Pairs of agents with something to be done about each, put into one order that a draw of (seed, tick, pair) gives. All
 * entries of one pair come next to each other.
 */
export interface PairList {
  count: number;
  lower: Uint32Array;
  upper: Uint32Array;
  /** richness of a planned encounter */
  richness: Float64Array;
  /** what the lower agent asks for, what the upper one does; or who introduces them */
  lowerNote: Int32Array;
  upperNote: Int32Array;
  /** after `orderPairs`: the places of the entries in their order */
  order: Uint32Array;
  keys: Uint32Array;
  spareOrder: Uint32Array;
}

export function createPairList(): PairList {
  return { count: 0, ...columns(0) };
}

function columns(capacity: number) {
  return {
    lower: new Uint32Array(capacity),
    upper: new Uint32Array(capacity),
    richness: new Float64Array(capacity),
    lowerNote: new Int32Array(capacity),
    upperNote: new Int32Array(capacity),
    order: new Uint32Array(capacity),
    keys: new Uint32Array(capacity),
    spareOrder: new Uint32Array(capacity),
  };
}

/** Adds an entry for the pair of `one` and `other`, in whichever order they come; each note goes with its agent. */
export function addPair(list: PairList, one: number, other: number, richness: number, oneNote: number, otherNote: number): void {
  if (list.count === list.lower.length) grow(list);
  const at = list.count++;
  const swap = one > other;
  list.lower[at] = swap ? other : one;
  list.upper[at] = swap ? one : other;
  list.richness[at] = richness;
  list.lowerNote[at] = swap ? otherNote : oneNote;
  list.upperNote[at] = swap ? oneNote : otherNote;
}

function grow(list: PairList): void {
  const larger = columns(Math.max(256, Math.ceil(list.lower.length * 1.5)));
  larger.lower.set(list.lower);
  larger.upper.set(list.upper);
  larger.richness.set(list.richness);
  larger.lowerNote.set(list.lowerNote);
  larger.upperNote.set(list.upperNote);
  Object.assign(list, larger);
}

const event = new Int32Array(2);

/**
 * Fills `order`: by a draw of each pair, equal draws by lower and upper agent, entries of one pair by their notes and richness,
 * so that nothing depends on the order in which they were added.
 *
 * @param tick key of the tick
 * @param purpose number of the draw
 */
export function orderPairs(list: PairList, tick: Int32Array, purpose: number): void {
  const { count, lower, upper, keys, order } = list;
  for (let at = 0; at < count; at++) {
    eventKey(tick, lower[at], upper[at], event, 0);
    keys[at] = drawBits(event[0], event[1], purpose);
    order[at] = at;
  }
  sortByKey(list);
  for (let k = 1; k < count; k++) {
    const at = list.order[k];
    let to = k;
    while (to > 0 && isBefore(list, at, list.order[to - 1])) {
      list.order[to] = list.order[to - 1];
      to--;
    }
    list.order[to] = at;
  }
}

/** Whether entry a comes before entry b; asked of neighbors whose keys are sorted already. */
function isBefore(list: PairList, a: number, b: number): boolean {
  if (list.keys[a] !== list.keys[b]) return false;
  if (list.lower[a] !== list.lower[b]) return list.lower[a] < list.lower[b];
  if (list.upper[a] !== list.upper[b]) return list.upper[a] < list.upper[b];
  if (list.lowerNote[a] !== list.lowerNote[b]) return list.lowerNote[a] < list.lowerNote[b];
  if (list.upperNote[a] !== list.upperNote[b]) return list.upperNote[a] < list.upperNote[b];
  return list.richness[a] < list.richness[b];
}

/** Radix sort of `order` by key, from the lowest digit: short digits while there are few entries, as each pass clears its buckets. */
function sortByKey(list: PairList): void {
  const { count, keys } = list;
  const bits = count < 4096 ? 8 : 11;
  const size = 1 << bits;
  for (let shift = 0; shift < 32; shift += bits) {
    const from = list.order;
    const to = list.spareOrder;
    for (let digit = 0; digit < size; digit++) buckets[digit] = 0;
    for (let k = 0; k < count; k++) buckets[(keys[k] >>> shift) & (size - 1)]++;
    for (let digit = 0, sum = 0; digit < size; digit++) {
      const here = buckets[digit];
      buckets[digit] = sum;
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

const buckets = new Uint32Array(2048);
