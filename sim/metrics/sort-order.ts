/** Sorted values. Both columns may be longer than the part in use. */
export interface SortedValues {
  /** positions of the values, in ascending order of the values, equal values by position */
  readonly order: Uint32Array;
  /** for each entry of `order`, the first entry of its run of equal values */
  readonly runs: Uint32Array;
}

/** Buffers for sorting. They are reused. Sorted values are there after `sortOrder`. */
export interface Sorter extends SortedValues {
  order: Uint32Array;
  runs: Uint32Array;
  spareOrder: Uint32Array;
  spareKeys: Uint32Array;
  readonly buckets: Uint32Array;
}

/** The most bits that one pass of the radix sort uses. */
const DIGIT = 12;

/** Runs of equal high words are sorted by insertion up to this length. */
const SHORT = 24;

/** The position of the high word among the two words of a double. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

const SIGN = 0x80000000;

export function createSorter(): Sorter {
  return {
    order: new Uint32Array(0),
    runs: new Uint32Array(0),
    spareOrder: new Uint32Array(0),
    spareKeys: new Uint32Array(0),
    buckets: new Uint32Array(1 << DIGIT),
  };
}

function reserve(sorter: Sorter, count: number): void {
  if (count <= sorter.order.length) return;
  const room = Math.ceil(count * 1.25);
  sorter.order = new Uint32Array(room);
  sorter.runs = new Uint32Array(room);
  sorter.spareOrder = new Uint32Array(room);
  sorter.spareKeys = new Uint32Array(room);
}

/**
 * Sorts the positions 0 to count − 1 by their values, equal values by position, and finds runs of equal values. A radix sort on the
 * high word of each double, then on the low word if many values share a high word. Six times as fast as the typed array's sort
 * followed by a search for each rank.
 *
 * @param values length at least `count`, no NaN; not changed
 * @param sorter `order` and `runs` are overwritten
 */
export function sortOrder(values: Float64Array, count: number, sorter: Sorter): void {
  reserve(sorter, count);
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * count);
  const { runs: keys, order } = sorter;
  for (let place = 0; place < count; place++) {
    keys[place] = values[place] === 0 ? SIGN : highKey(words[2 * place + HIGH]); // −0 is 0
    order[place] = place;
  }
  sortByKey(sorter, 0, count);
  for (let begin = 0, end = 0; begin < count; begin = end) {
    const key = keys[begin];
    for (end = begin + 1; end < count && keys[end] === key; end++);
    if (end - begin === 1) keys[begin] = begin;
    else if (end - begin <= SHORT) sortShort(sorter, values, begin, end);
    else sortByLowWord(sorter, values, words, begin, end);
  }
}

/** Maps the high word of a double to a whole number of the same order: flips all bits if negative, else only the sign bit. */
function highKey(word: number): number {
  return word ^ ((word >> 31) | SIGN);
}

/** Sorts a few values with equal high words by insertion, and marks runs of equal values. */
function sortShort({ order, runs }: Sorter, values: Float64Array, begin: number, end: number): void {
  for (let at = begin + 1; at < end; at++) {
    const place = order[at];
    const value = values[place];
    let to = at;
    while (to > begin && values[order[to - 1]] > value) {
      order[to] = order[to - 1];
      to--;
    }
    order[to] = place;
  }
  for (let at = begin, run = begin; at < end; at++) {
    if (values[order[at]] !== values[order[run]]) run = at;
    runs[at] = run;
  }
}

/** Sorts many values with equal high words by their low words, and marks runs of equal values. */
function sortByLowWord(sorter: Sorter, values: Float64Array, words: Uint32Array, begin: number, end: number): void {
  const { runs: keys, order } = sorter;
  for (let at = begin; at < end; at++) {
    const place = order[at];
    const turned = words[2 * place + HIGH] >> 31;
    keys[at] = values[place] === 0 ? 0 : words[2 * place + 1 - HIGH] ^ turned;
  }
  sortByKey(sorter, begin, end);
  let last = keys[begin];
  for (let at = begin, run = begin; at < end; at++) {
    const key = keys[at];
    if (key !== last) run = at;
    last = key;
    keys[at] = run;
  }
}

/**
 * Sorts the keys, which are in `runs` until the runs are marked, at `begin` to `end` − 1, and `order` with them. Makes as few
 * passes as the range of the keys needs.
 */
function sortByKey(sorter: Sorter, begin: number, end: number): void {
  let lowest = 0xffffffff;
  let highest = 0;
  for (let at = begin; at < end; at++) {
    const key = sorter.runs[at];
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  if (highest <= lowest) return;
  const bits = 32 - Math.clz32(highest - lowest);
  const passes = Math.ceil(bits / DIGIT);
  const digit = Math.ceil(bits / passes);
  for (let pass = 0; pass < passes; pass++) {
    const back = pass % 2 === 1;
    sortByDigit(
      back ? sorter.spareKeys : sorter.runs,
      back ? sorter.spareOrder : sorter.order,
      back ? sorter.runs : sorter.spareKeys,
      back ? sorter.order : sorter.spareOrder,
      sorter.buckets,
      begin,
      end,
      lowest,
      pass * digit,
      (1 << digit) - 1,
    );
  }
  if (passes % 2 === 0) return;
  sorter.runs.set(sorter.spareKeys.subarray(begin, end), begin);
  sorter.order.set(sorter.spareOrder.subarray(begin, end), begin);
}

function sortByDigit(
  keys: Uint32Array,
  order: Uint32Array,
  intoKeys: Uint32Array,
  intoOrder: Uint32Array,
  buckets: Uint32Array,
  begin: number,
  end: number,
  lowest: number,
  shift: number,
  mask: number,
): void {
  buckets.fill(0, 0, mask + 1);
  for (let at = begin; at < end; at++) buckets[((keys[at] - lowest) >>> shift) & mask]++;
  for (let bucket = 0, sum = begin; bucket <= mask; bucket++) {
    const here = buckets[bucket];
    buckets[bucket] = sum;
    sum += here;
  }
  for (let at = begin; at < end; at++) {
    const key = keys[at];
    const to = buckets[((key - lowest) >>> shift) & mask]++;
    intoKeys[to] = key;
    intoOrder[to] = order[at];
  }
}
