/**
 * Random draws without a state. A draw is a pure function of seed, purpose, agent or ordered pair, tick and count. The first stage
 * hashes seed, tick and agents into the two words of an event; the second hashes event, purpose and count into the draw. A draw
 * doesn't depend on earlier draws, so adding a trait, a measure or a view shifts no other draw.
 *
 * Each stage is a chain of xor-shifts and odd multiplications modulo 2³², similar to triple32 (Wellons). Three multiplications
 * follow the count. With two, the tests named in docs/model.md already found no fault.
 */

/** How many counts each purpose has. A larger count would use the draws of the next purpose, so it must not occur. */
export const COUNTS = 4096;

/**
 * Computes the key of a tick, from which all its draws start.
 *
 * @param runKey two words, from `seedKey`
 * @param into length 2, overwritten
 */
export function tickKey(runKey: Int32Array, tick: number, into: Int32Array): void {
  into[0] = absorb(runKey[0], tick, 0x7feb352d);
  into[1] = absorb(runKey[1], tick, 0x31848bab);
}

/**
 * Computes the key of an event between two agents. For an event of one agent, pass that agent twice.
 *
 * @param tick the key of the tick, length 2
 * @param into overwritten at `at` and `at + 1`
 */
export function eventKey(tick: Int32Array, doer: number, other: number, into: Int32Array, at: number): void {
  into[at] = absorb(absorb(tick[0], doer, 0x2c1b3c6d), other, 0x297a2d39);
  into[at + 1] = absorb(absorb(tick[1], doer, 0x1b56c4e9), other, 0x6c8e9cf5);
}

/** Mixes a word into the state: a bijection of `state` for each `word`, and of `word` for each `state`. */
function absorb(state: number, word: number, odd: number): number {
  let x = Math.imul(state ^ (state >>> 15) ^ word, odd);
  x ^= x >>> 13;
  x = Math.imul(x, 0x5bd1e995);
  return x ^ (x >>> 16);
}

/**
 * Makes a draw of an event, as a signed 32-bit integer.
 *
 * @param k0 first word of the event
 * @param k1 second word of the event
 * @param number purpose × COUNTS + count
 */
export function drawBits(k0: number, k1: number, number: number): number {
  let x = (k0 + Math.imul(number, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 17), 0xed5ad4bb | 0);
  x = (x ^ (x >>> 11)) + k1;
  x = Math.imul(x ^ (x >>> 15), 0xac4c1b51 | 0);
  x = Math.imul(x ^ (x >>> 14), 0x31848bab);
  return x ^ (x >>> 16);
}

/** Makes a draw of an event, as a number in [0, 1): a multiple of 2⁻³². Takes the same arguments as `drawBits`. */
export function draw(k0: number, k1: number, number: number): number {
  return (drawBits(k0, k1, number) >>> 0) * 2.3283064365386963e-10;
}
