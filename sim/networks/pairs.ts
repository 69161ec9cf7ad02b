/** Undirected pairs of agents, each once, the agent with the lower index first. */
export interface Pairs {
  count: number;
  lower: Uint32Array;
  upper: Uint32Array;
}

/** A place in the table that is free, and one whose pair is gone. */
const FREE = -1;
const GONE = -2;

/** A growing set of pairs. A hash table with open addressing on the pair's number, so that a lookup allocates nothing. */
export class PairSet {
  readonly #agents: number;
  #table: Float64Array;
  #pairs: Pairs;

  /** @param expected how many pairs to make room for at the start */
  constructor(agents: number, expected: number) {
    this.#agents = agents;
    let size = 16;
    while (size < expected * 2) size *= 2;
    this.#table = new Float64Array(size).fill(FREE);
    this.#pairs = { count: 0, lower: new Uint32Array(expected), upper: new Uint32Array(expected) };
  }

  get pairs(): Pairs {
    const { count, lower, upper } = this.#pairs;
    return { count, lower: lower.subarray(0, count), upper: upper.subarray(0, count) };
  }

  get count(): number {
    return this.#pairs.count;
  }

  /** Adds a pair, in either order. Returns false if the set already has it, or if both agents are the same. */
  add(one: number, other: number): boolean {
    if (one === other) return false;
    const lower = Math.min(one, other);
    const upper = Math.max(one, other);
    const place = this.#placeOf(one, other);
    const number = lower * this.#agents + upper;
    if (this.#table[place] === number) return false;
    this.#table[place] = number;
    const pairs = this.#pairs;
    if (pairs.count === pairs.lower.length) this.#growPairs();
    this.#pairs.lower[this.#pairs.count] = lower;
    this.#pairs.upper[this.#pairs.count++] = upper;
    if (this.#pairs.count * 2 > this.#table.length) this.#growTable();
    return true;
  }

  /** Removes the pair at a position and puts another there, in either order, which the set must not have. */
  replace(at: number, one: number, other: number): void {
    const { lower, upper } = this.#pairs;
    this.#table[this.#placeOf(lower[at], upper[at])] = GONE;
    lower[at] = Math.min(one, other);
    upper[at] = Math.max(one, other);
    this.#table[this.#placeOf(one, other)] = lower[at] * this.#agents + upper[at];
  }

  /** Says whether the set has the pair, in either order. */
  has(one: number, other: number): boolean {
    return this.#table[this.#placeOf(one, other)] >= 0;
  }

  /** Where the pair is in the table, or the free place where it belongs. */
  #placeOf(one: number, other: number): number {
    const lower = Math.min(one, other);
    const upper = Math.max(one, other);
    const mask = this.#table.length - 1;
    const number = lower * this.#agents + upper;
    let place = Math.imul(Math.imul(lower, 0x9e3779b1) ^ upper, 0x85ebca6b);
    place = (place ^ (place >>> 15)) & mask;
    while (this.#table[place] !== FREE && this.#table[place] !== number) place = (place + 1) & mask;
    return place;
  }

  #growPairs(): void {
    const room = Math.max(64, Math.ceil(this.#pairs.lower.length * 1.5));
    const lower = new Uint32Array(room);
    const upper = new Uint32Array(room);
    lower.set(this.#pairs.lower);
    upper.set(this.#pairs.upper);
    this.#pairs = { count: this.#pairs.count, lower, upper };
  }

  #growTable(): void {
    const { count, lower, upper } = this.#pairs;
    this.#table = new Float64Array(this.#table.length * 2).fill(FREE);
    for (let k = 0; k < count; k++) this.#table[this.#placeOf(lower[k], upper[k])] = lower[k] * this.#agents + upper[k];
  }
}
