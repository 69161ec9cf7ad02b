import { draw, eventKey } from "../../sim/index.ts";

/**
 * The draws of one thing that has a number, such as a dimension or a trajectory: a pure function of key, thing and count, each from
 * 0 up to, not including, 1. A purpose keeps apart what is drawn for the same thing.
 *
 * @param key of a seed, length 2
 * @returns takes any whole number from 0 to 2³² − 1
 */
export function keyedDraws(key: Int32Array, thing: number, purpose = 0): (count: number) => number {
  const words = new Int32Array(2);
  eventKey(key, thing, purpose, words, 0);
  const [k0, k1] = words;
  return (count) => draw(k0, k1, count);
}

/** The whole numbers from 0 to `length` − 1 in random order (Fisher and Yates). Takes one draw for each count from 1 on. */
export function shuffled(length: number, drawAt: (count: number) => number): Int32Array {
  const order = Int32Array.from({ length }, (_, place) => place);
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(drawAt(last) * (last + 1));
    const kept = order[last];
    order[last] = order[other];
    order[other] = kept;
  }
  return order;
}
