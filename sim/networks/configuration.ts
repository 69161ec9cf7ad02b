import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";

/** How many ties are drawn to match a pair again before it is left out. */
const TRIES = 1024;

/**
 * Creates a configuration model: a random network in which each agent has a given number of ties. Every agent has as many stubs, and
 * stubs are matched at random. Pairs that cannot be ties are matched again with a random tie, so that degrees hold.
 *
 * @param degrees by agent; an odd sum leaves one stub over
 * @param tick the key of tick 0
 * @see Molloy and Reed 1995, Random Structures & Algorithms 6(2–3), 161–180
 */
export function createConfiguration(degrees: Uint32Array, tick: Int32Array): Pairs {
  const stubs = shuffleStubs(degrees, tick);
  const into = new PairSet(degrees.length, (stubs.length >>> 1) + 16);
  const left: number[] = [];
  for (let at = 0; at + 1 < stubs.length; at += 2) if (!into.add(stubs[at], stubs[at + 1])) left.push(at);
  for (const at of left) matchAgain(into, stubs[at], stubs[at + 1], at / 2, tick);
  return into.pairs;
}

function shuffleStubs(degrees: Uint32Array, tick: Int32Array): Uint32Array {
  let count = 0;
  for (const degree of degrees) count += degree;
  const stubs = new Uint32Array(count);
  let at = 0;
  for (const [agent, degree] of degrees.entries()) {
    stubs.fill(agent, at, at + degree);
    at += degree;
  }
  const key = new Int32Array(2);
  for (let last = count - 1; last > 0; last--) {
    eventKey(tick, last, last, key, 0);
    const other = Math.floor(draw(key[0], key[1], purposes.stubs) * (last + 1));
    const moved = stubs[last];
    stubs[last] = stubs[other];
    stubs[other] = moved;
  }
  return stubs;
}

/** Opens a random tie and ties its two agents to those of a pair that cannot be a tie. All four keep their number of ties. */
function matchAgain(into: PairSet, u: number, v: number, pair: number, tick: Int32Array): void {
  const key = new Int32Array(2);
  eventKey(tick, pair, pair, key, 0);
  if (into.count === 0) return;
  for (let k = 0; k < TRIES; k++) {
    const at = Math.floor(draw(key[0], key[1], purposes.rematches + 2 * k) * into.count);
    const { lower, upper } = into.pairs;
    const swapped = draw(key[0], key[1], purposes.rematches + 2 * k + 1) < 0.5;
    const x = swapped ? upper[at] : lower[at];
    const y = swapped ? lower[at] : upper[at];
    if (u === x || v === y || (u === y && v === x) || into.has(u, x) || into.has(v, y)) continue;
    into.replace(at, u, x);
    into.add(v, y);
    return;
  }
}
