import { draw, eventKey } from "../random/keyed-draws.ts";
import type { PairSet } from "./pairs.ts";

/**
 * Adds pairs at random until `wanted` are there or all are: an Erdős–Rényi graph with a given number of ties, G(n, M).
 * Every pair that may be is as likely as any other.
 *
 * @param into pairs are added to these
 * @param wanted how many to add; a fraction is a chance of one more
 * @param possible how many pairs may be added at all
 * @param candidate the pair for two draws in [0, 1), or false where they name none; every pair that may be comes equally often
 * @param all calls back with every pair that may be, for when most of them are wanted
 * @param tick key of tick 0
 * @param event whose ties these are: a circle's number, for one
 * @param purpose number of the first draw
 * @param countPurpose number of the draw that decides about a fraction
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
    // Attempts are counted in the event, so that the count within a purpose stays small however many there are.
    if (attempt % 1024 === 0) eventKey(tick, event, event + attempt / 1024, key, 0);
    const at = purpose + 2 * (attempt % 1024);
    const pair = candidate(draw(key[0], key[1], at), draw(key[0], key[1], at + 1));
    if (pair !== false && into.add(pair[0], pair[1])) added++;
  }
}

/** Where most pairs are wanted, goes through all of them and takes each with the chance that keeps the count exact. */
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
