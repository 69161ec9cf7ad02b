/** Most different values that are counted; with more, sorting is the better way. */
const MOST = 4096;

/** Power of two, several times MOST, so that searches stay short. */
const SLOTS = 4 * MOST;

/** Room to count different values in, kept from one use to the next. */
export interface ValueTable {
  /** by hash of the value: its number + 1, or 0 for none */
  readonly slots: Uint32Array;
  /** by number, in the order in which they were met */
  readonly values: Float64Array;
  /** by number: how often it was met */
  readonly counts: Uint32Array;
  /** by place: the number of the value there; longer than the count in use */
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
 * Numbers the different values and counts each, where few differ: at most 4096, and at most a quarter of all. Shares of small
 * whole numbers, as overlaps are, take few values however many ties there are.
 *
 * @param values length at least `count`, no NaN; read, not changed
 * @returns how many differ, or −1 where they are too many
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
    // The sign bit moves no bit of the slot, so that −0 meets 0.
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
