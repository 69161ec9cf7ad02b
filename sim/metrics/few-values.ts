/** Up to this many different values are counted. With more, sorting is faster. */
const MOST = 4096;

/** Slots of the hash table: a power of two, several times MOST, so that searches stay short. */
const SLOTS = 4 * MOST;

/** A hash table for counting different values. It is reused. */
export interface ValueTable {
  /** by hash of the value: its number + 1, or 0 if the slot is free */
  readonly slots: Uint32Array;
  /** by number: the value; numbers follow the order of first occurrence */
  readonly values: Float64Array;
  /** by number: how often the value occurs */
  readonly counts: Uint32Array;
  /** by position in the input: the number of its value; may be longer than the input */
  numbers: Uint32Array;
}

export function createValueTable(): ValueTable {
  return {
    slots: new Uint32Array(SLOTS),
    values: new Float64Array(MOST),
    counts: new Uint32Array(MOST),
    numbers: new Uint32Array(0),
  };
}

/**
 * Numbers the different values and counts each, if there are few: at most 4096, and at most a quarter of all. Overlaps are ratios of
 * small whole numbers, so they have few different values even if there are many ties.
 *
 * @param values length at least `count`, no NaN; not changed
 * @returns the number of different values, or −1 if there are too many
 */
export function countValues(values: Float64Array, count: number, table: ValueTable): number {
  if (count > table.numbers.length) table.numbers = new Uint32Array(Math.ceil(count * 1.25));
  const { slots, counts, numbers } = table;
  const most = Math.min(MOST, count >> 2);
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * count);
  slots.fill(0);
  let different = 0;
  for (let place = 0; place < count; place++) {
    const value = values[place];
    // The sign bit doesn't affect the slot, so −0 and 0 share one.
    let slot = Math.imul(words[2 * place], 0x9e3779b1) ^ Math.imul(words[2 * place + 1], 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & (SLOTS - 1);
    while (slots[slot] !== 0 && table.values[slots[slot] - 1] !== value) slot = (slot + 1) & (SLOTS - 1);
    if (slots[slot] === 0) {
      if (different === most) return -1;
      table.values[different] = value;
      counts[different++] = 0;
      slots[slot] = different;
    }
    const number = slots[slot] - 1;
    counts[number]++;
    numbers[place] = number;
  }
  return different;
}
