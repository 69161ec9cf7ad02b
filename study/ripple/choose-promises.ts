import { seedKey } from "../../sim/index.ts";
import { keyedDraws, shuffle } from "../designs/keyed-draws.ts";
import { itemAt } from "../item-at.ts";
import type { DuePromise } from "./list-promises.ts";
import type { TurnedCase } from "./measure-ripples.ts";

/**
 * Draws promises without replacement, each with the same chance. A smaller number gives a part of a larger draw.
 *
 * @param seed any text
 * @returns at most `count`, in the order of the list
 */
export function choosePromises(all: readonly DuePromise[], count: number, seed: string): DuePromise[] {
  const order = shuffle(all.length, keyedDraws(seedKey(`ripples ${seed}`), 0));
  const chosen = order.slice(Math.max(0, all.length - count)).sort((a, b) => a - b);
  return Array.from(chosen, (place) => itemAt(all, place));
}

/** The promise with its other outcome. */
export function turnPromise({ tick, asker, promiser, made, kept }: DuePromise, at: number): TurnedCase {
  const outcome = kept ? "broken" : "kept";
  return { event: at + 1, turn: { tick, promise: { asker, promiser, made, outcome } }, sources: [asker, promiser] };
}
