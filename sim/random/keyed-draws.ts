/**
 * Random draws without a state. A draw is a pure function of (seed, purpose, agent or ordered pair, tick, count): first the
 * seed, the tick and the agents are hashed into the two words of an event, then the event, the purpose and the count into the
 * draw. Nothing depends on what was drawn before, so a trait, a measure or a view that is added shifts no other draw.
 *
 * Each of the two stages is a chain of xor-shifts and odd multiplications modulo 2³², in the manner of triple32 (Wellons).
 * Three multiplications follow the count: one more than the tests that docs/model.md names could fault.
 */

/** Of how many counts a purpose has; larger counts run into the next purpose and must not occur. */
export const COUNTS = 4096;

/**
 * The two words of a tick, from the run's key. All draws of the tick start from them.
 *
 * @param into length 2
 */
export function tickKey(runKey: Int32Array, tick: number, into: Int32Array): void {
  into[0] = absorb(runKey[0], tick, 0x7feb352d);
  into[1] = absorb(runKey[1], tick, 0x31848bab);
}

/**
 * The two words of an event: the first agent is the doer, the second the other; an agent's own events have it twice.
 *
 * @param tick of `tickKey`, length 2
 * @param into written at `at` and `at + 1`
 */
export function eventKey(tick: Int32Array, doer: number, other: number, into: Int32Array, at: number): void {
  into[at] = absorb(absorb(tick[0], doer, 0x2c1b3c6d), other, 0x297a2d39);
  into[at + 1] = absorb(absorb(tick[1], doer, 0x1b56c4e9), other, 0x6c8e9cf5);
}

/** One word taken in: a bijection of `state` for each `word` and of `word` for each `state`. */
function absorb(state: number, word: number, odd: number): number {
  let x = Math.imul(state ^ (state >>> 15) ^ word, odd);
  x ^= x >>> 13;
  x = Math.imul(x, 0x5bd1e995);
  return x ^ (x >>> 16);
}

/**
 * The draw of an event as 32 bits, signed.
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

/** The draw of an event as a number from 0 up to, not including, 1: a multiple of 2⁻³². Arguments as for `drawBits`. */
export function draw(k0: number, k1: number, number: number): number {
  return (drawBits(k0, k1, number) >>> 0) * 2.3283064365386963e-10;
}
