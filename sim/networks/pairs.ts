/** Undirected pairs of agents, each once, the agent with the lower index first. */
export interface Pairs {
  count: number;
  lower: Uint32Array;
  upper: Uint32Array;
}

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
    this.#table = new Float64Array(size).fill(-1);
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
    const place = this.#placeOf(lower, upper);
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

  /** Says whether the set has the pair, in either order. */
  has(one: number, other: number): boolean {
    return this.#table[this.#placeOf(Math.min(one, other), Math.max(one, other))] >= 0;
  }

  #placeOf(lower: number, upper: number): number {
    const mask = this.#table.length - 1;
    const number = lower * this.#agents + upper;
    let place = Math.imul(Math.imul(lower, 0x9e3779b1) ^ upper, 0x85ebca6b);
    place = (place ^ (place >>> 15)) & mask;
    while (this.#table[place] !== -1 && this.#table[place] !== number) place = (place + 1) & mask;
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
    this.#table = new Float64Array(this.#table.length * 2).fill(-1);
    for (let k = 0; k < count; k++) this.#table[this.#placeOf(lower[k], upper[k])] = lower[k] * this.#agents + upper[k];
  }
}
