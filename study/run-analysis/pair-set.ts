/** With more agents, a bit for every pair takes more memory than a list of pairs. */
const MOST_IN_BITS = 20_000;

/** A set of pairs of agents, in any order. */
export interface PairSet {
  has(one: number, other: number): boolean;
  add(one: number, other: number): void;
  remove(one: number, other: number): void;
}

export function createPairSet(agents: number): PairSet {
  return agents > MOST_IN_BITS ? new PairList(agents) : new PairBits(agents);
}

/** Lists the pairs. */
class PairList implements PairSet {
  readonly #agents: number;
  readonly #codes = new Set<number>();

  constructor(agents: number) {
    this.#agents = agents;
  }

  has(one: number, other: number): boolean {
    return this.#codes.has(this.#codeOf(one, other));
  }

  add(one: number, other: number): void {
    this.#codes.add(this.#codeOf(one, other));
  }

  remove(one: number, other: number): void {
    this.#codes.delete(this.#codeOf(one, other));
  }

  #codeOf(one: number, other: number): number {
    return one < other ? one * this.#agents + other : other * this.#agents + one;
  }
}

/** Has a bit for every pair, under both agents, so that no order is looked at. */
class PairBits implements PairSet {
  /** words of an agent */
  readonly #width: number;
  readonly #words: Uint32Array;

  constructor(agents: number) {
    this.#width = Math.ceil(agents / 32);
    this.#words = new Uint32Array(agents * this.#width);
  }

  has(one: number, other: number): boolean {
    return (((this.#words[one * this.#width + (other >>> 5)] ?? 0) >>> (other & 31)) & 1) === 1;
  }

  add(one: number, other: number): void {
    this.#flip(one, other, true);
    this.#flip(other, one, true);
  }

  remove(one: number, other: number): void {
    this.#flip(one, other, false);
    this.#flip(other, one, false);
  }

  #flip(one: number, other: number, isIn: boolean): void {
    const at = one * this.#width + (other >>> 5);
    const bit = 1 << (other & 31);
    const word = this.#words[at] ?? 0;
    this.#words[at] = isIn ? word | bit : word & ~bit;
  }
}
