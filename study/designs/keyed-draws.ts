import { draw, eventKey } from "../../sim/index.ts";
import { itemAt } from "../item-at.ts";

/**
 * The draws of one numbered thing, such as a dimension or a trajectory. Each draw is a pure function of key, thing, purpose and count,
 * from 0 up to but not including 1. Different purposes give independent draws for one thing.
 *
 * @param key key of a seed, length 2
 * @returns a function that accepts any whole number from 0 to 2³² − 1
 */
export function keyedDraws(key: Int32Array, thing: number, purpose = 0): (count: number) => number {
  const words = new Int32Array(2);
  eventKey(key, thing, purpose, words, 0);
  const k0 = itemAt(words, 0);
  const k1 = itemAt(words, 1);
  return (count) => draw(k0, k1, count);
}

/** The whole numbers from 0 to `length` − 1 in random order (Fisher and Yates). Uses one draw for each count from 1. */
export function shuffle(length: number, drawAt: (count: number) => number): Int32Array {
  const order = Int32Array.from({ length }, (_, place) => place);
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(drawAt(last) * (last + 1));
    const swapped = itemAt(order, last);
    order[last] = itemAt(order, other);
    order[other] = swapped;
  }
  return order;
}
