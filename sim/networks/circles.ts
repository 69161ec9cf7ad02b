import { pairsAcross } from "../parameters/circle-sizes.ts";
import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";
import { addRandomTies } from "./random-ties.ts";

/**
 * Creates random ties within circles and across. The agents of a circle have consecutive indices.
 *
 * @param sizes number of agents in each circle
 * @param within by circle, the expected number of an agent's ties inside it
 * @param across expected number of ties across circles
 * @param tick the key of tick 0
 */
export function createCircles(
  agents: number,
  sizes: readonly number[],
  within: readonly number[],
  across: number,
  tick: Int32Array,
): Pairs {
  const inside = sizes.reduce((sum, members, c) => sum + members * within[c], 0) / 2;
  const into = new PairSet(agents, Math.ceil(inside + across) + 16);
  const circle = new Uint32Array(agents);
  let first = 0;
  for (const [c, members] of sizes.entries()) {
    circle.fill(c, first, first + members);
    addTiesWithin(into, first, members, within[c], tick, c);
    first += members;
  }
  const isAcross = (one: number, other: number) => circle[one] !== circle[other];
  addRandomTies(
    into,
    across,
    pairsAcross(agents, sizes),
    (u, v) => {
      const one = Math.floor(u * agents);
      const other = Math.floor(v * agents);
      return isAcross(one, other) && [one, other];
    },
    (each) => {
      for (let one = 0; one < agents; one++)
        for (let other = one + 1; other < agents; other++) if (isAcross(one, other)) each(one, other);
    },
    tick,
    sizes.length,
    purposes.acrossCircles,
    purposes.tieCount,
  );
  return into.pairs;
}

function addTiesWithin(into: PairSet, first: number, members: number, within: number, tick: Int32Array, circle: number): void {
  addRandomTies(
    into,
    (members * within) / 2,
    (members * (members - 1)) / 2,
    (u, v) => [first + Math.floor(u * members), first + Math.floor(v * members)],
    (each) => {
      for (let one = first; one < first + members; one++)
        for (let other = one + 1; other < first + members; other++) each(one, other);
    },
    tick,
    circle,
    purposes.withinCircle,
    purposes.tieCount,
  );
}
