import { createSorter, sortOrder } from "../../../sim/index.ts";
import { numberAt } from "../../item-at.ts";
import type { Ties } from "../network.ts";
import { type Draw, permute } from "../shuffles.ts";

/** The shares of ties at which a removal curve has a point: every twentieth. */
export const REMOVAL_STEPS = 20;

/** The numbers of the ties, the weakest first. Ties of equal strength come in random order: that of their agents would mean something. */
export function orderByStrength({ strength, count }: Ties, next: Draw): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, tie) => tie);
  permute(order, next);
  const sorter = createSorter();
  const strengths = Float64Array.from(order, (tie) => strength[tie] ?? 0);
  sortOrder(strengths, count, sorter);
  return Uint32Array.from(sorter.order.subarray(0, count), (place) => order[place] ?? 0);
}

/**
 * Removes ties of a kind one by one, weakest or strongest first, and follows the largest component of the network of these ties: its
 * size as a share of all agents after k twentieths of the ties are gone. Strongest first is weakest first backwards.
 *
 * @param lower by tie: its lower agent
 * @param order from `orderByStrength`
 * @param isOfKind by tie: 1 for ties of the kind
 * @param present number of agents present
 * @returns length REMOVAL_STEPS + 1, from all ties to none; NaN without ties
 * @see Onnela et al. 2007, PNAS 104(18), 7332–7336
 */
export function removalCurve(
  { agents, contacts }: Ties,
  lower: Uint32Array,
  order: Uint32Array,
  isOfKind: Uint8Array,
  present: number,
  first: "weakest" | "strongest",
): Float64Array {
  const own = order.filter((tie) => isOfKind[tie] === 1);
  if (first === "strongest") own.reverse();
  const curve = new Float64Array(REMOVAL_STEPS + 1).fill(Number.NaN);
  if (own.length === 0) return curve;
  // Backwards, removing ties is adding them, which joins components.
  const sets = createSets(agents);
  let largest = present > 0 ? 1 : 0;
  let left = own.length;
  for (let step = REMOVAL_STEPS; step >= 0; step--) {
    const removed = Math.round((step * own.length) / REMOVAL_STEPS);
    while (left > removed) {
      const tie = own[--left] ?? 0;
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

/** Disjoint sets of agents. */
export function createSets(agents: number) {
  const parent = Uint32Array.from({ length: agents }, (_, agent) => agent);
  const size = new Uint32Array(agents).fill(1);
  const find = (agent: number): number => {
    let at = agent;
    while (parent[at] !== at) {
      const above = parent[parent[at] ?? 0] ?? 0;
      parent[at] = above;
      at = above;
    }
    return at;
  };
  return {
    find,
    /** Joins the sets of two agents and returns the size of the result. */
    join(one: number, other: number): number {
      const [a, b] = [find(one), find(other)];
      if (a === b) return size[a] ?? 0;
      const [small, large] = (size[a] ?? 0) < (size[b] ?? 0) ? [a, b] : [b, a];
      parent[small] = large;
      size[large] = (size[large] ?? 0) + (size[small] ?? 0);
      return size[large] ?? 0;
    },
    sizeOf: (agent: number) => size[find(agent)] ?? 0,
  };
}
