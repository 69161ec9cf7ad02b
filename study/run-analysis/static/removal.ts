import { numberAt } from "../../item-at.ts";
import type { ChosenTies, Ties } from "../network.ts";
import { type Draws, permute } from "../shuffles.ts";
import { type Levels, sortByLevel } from "../strength-levels.ts";
import { DisjointSets } from "./disjoint-sets.ts";

/** The shares of ties at which a removal curve has a point: every twentieth. */
export const REMOVAL_STEPS = 20;

/** The numbers of the ties, the weakest first. Ties of equal strength come in random order: that of their agents would mean something. */
export function orderByStrength(levels: Levels, draws: Draws): Uint32Array {
  const random = new Uint32Array(levels.level.length);
  for (let tie = 0; tie < random.length; tie++) random[tie] = tie;
  permute(random, draws);
  const { order } = sortByLevel(random, levels);
  const ties = new Uint32Array(random.length);
  for (let at = 0; at < ties.length; at++) ties[at] = random[order[at] ?? 0] ?? 0;
  return ties;
}

/** Those of the ties that are of a kind, in the same order. */
export function orderOfKind(order: Uint32Array, { isOfKind, numbers }: ChosenTies): Uint32Array {
  if (numbers.length === order.length) return order;
  const own = new Uint32Array(numbers.length);
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const tie = order[at] ?? 0;
    if (isOfKind[tie] === 1) own[count++] = tie;
  }
  return own;
}

/**
 * Removes ties of a kind one by one, weakest or strongest first, and follows the largest component of the network of these ties: its
 * size as a share of all agents after k twentieths of the ties are gone. Strongest first is weakest first backwards.
 *
 * @param lower by tie: its lower agent
 * @param own the numbers of the ties of the kind, from `orderOfKind`
 * @param whole number of agents in the largest component of all ties of the kind
 * @param present number of agents present
 * @returns length REMOVAL_STEPS + 1, from all ties to none; NaN without ties
 * @see Onnela et al. 2007, PNAS 104(18), 7332–7336
 */
export function removalCurve(
  { agents, contacts }: Ties,
  lower: Uint32Array,
  own: Uint32Array,
  whole: number,
  present: number,
  first: "weakest" | "strongest",
): Float64Array {
  const curve = new Float64Array(REMOVAL_STEPS + 1).fill(Number.NaN);
  if (own.length === 0) return curve;
  // Backwards, removing ties is adding them, which joins components.
  const sets = new DisjointSets(agents);
  let largest = present > 0 ? 1 : 0;
  let left = own.length;
  for (let step = REMOVAL_STEPS; step >= 0; step--) {
    const removed = Math.round((step * own.length) / REMOVAL_STEPS);
    // Once the largest component is whole, further ties add nothing to it.
    while (left > removed && largest < whole) {
      left--;
      const tie = own[first === "weakest" ? left : own.length - 1 - left] ?? 0;
      largest = Math.max(largest, sets.join(lower[tie] ?? 0, contacts[tie] ?? 0));
    }
    curve[step] = largest / present;
  }
  return curve;
}

/** The area under a removal curve: the mean of its points after the first. */
export function removalArea(curve: Float64Array): number {
  let sum = 0;
  for (let step = 1; step < curve.length; step++) sum += numberAt(curve, step);
  return sum / (curve.length - 1);
}
