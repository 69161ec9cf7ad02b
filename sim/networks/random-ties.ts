import { draw, eventKey } from "../random/keyed-draws.ts";
import type { PairSet } from "./pairs.ts";

/**
 * Adds random pairs until `wanted` pairs are added or no more are possible: an Erdős–Rényi graph with a given number of ties,
 * G(n, M). All possible pairs are equally likely.
 *
 * @param into the set to which pairs are added
 * @param wanted how many pairs to add; a fraction is the probability of one more
 * @param possible how many pairs can be added at all
 * @param candidate turns two draws in [0, 1) into a pair, or false if they give none; every possible pair is equally likely
 * @param all calls its argument with every possible pair; used if most of them are wanted
 * @param tick the key of tick 0
 * @param event a number that keeps the draws of several calls apart, such as the number of the circle
 * @param purpose the number of the first draw
 * @param countPurpose the number of the draw that decides on a fraction
 * @see Erdős and Rényi 1959, Publ. Math. Debrecen 6, 290–297
 */
export function addRandomTies(
  into: PairSet,
  wanted: number,
  possible: number,
  candidate: (u: number, v: number) => readonly [number, number] | false,
  all: (each: (one: number, other: number) => void) => void,
  tick: Int32Array,
  event: number,
  purpose: number,
  countPurpose: number,
): void {
  const key = new Int32Array(2);
  eventKey(tick, event, event, key, 0);
  const whole = Math.floor(wanted);
  const count = Math.min(possible, whole + +(draw(key[0], key[1], countPurpose) < wanted - whole));
  if (count === 0) return;
  if (count * 2 > possible) return addMost(into, count, all, key, purpose);
  for (let added = 0, attempt = 0; added < count; attempt++) {
    // Attempts also count in the event, so that the count within a purpose stays below COUNTS.
    if (attempt % 1024 === 0) eventKey(tick, event, event + attempt / 1024, key, 0);
    const at = purpose + 2 * (attempt % 1024);
    const pair = candidate(draw(key[0], key[1], at), draw(key[0], key[1], at + 1));
    if (pair !== false && into.add(pair[0], pair[1])) added++;
  }
}

/** Adds most of the possible pairs: visits all, and takes each with the probability that makes the final count exact. */
function addMost(
  into: PairSet,
  count: number,
  all: (each: (one: number, other: number) => void) => void,
  key: Int32Array,
  purpose: number,
): void {
  let left = 0;
  all(() => left++);
  let missing = count;
  let at = 0;
  all((one, other) => {
    const pair = new Int32Array(2);
    eventKey(key, at, at, pair, 0);
    at++;
    if (draw(pair[0], pair[1], purpose) * left-- < missing && into.add(one, other)) missing--;
  });
}
