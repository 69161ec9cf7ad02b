import { mostWithin, pairsAcross } from "../parameters/circle-sizes.ts";
import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";
import { addRandomTies } from "./random-ties.ts";

/**
 * Creates random ties within circles and across. The agents of a circle have consecutive indices. In a small circle, an agent knows at
 * most four fifths of the others on average.
 *
 * @param sizes number of agents in each circle
 * @param within expected number of an agent's ties inside its circle
 * @param across expected number of an agent's ties to other circles
 * @param tick the key of tick 0
 */
export function createCircles(agents: number, sizes: readonly number[], within: number, across: number, tick: Int32Array): Pairs {
  const into = new PairSet(agents, Math.ceil((agents * (within + across)) / 2) + 16);
  const circle = new Uint32Array(agents);
  let first = 0;
  for (const [c, members] of sizes.entries()) {
    circle.fill(c, first, first + members);
    addTiesWithin(into, first, members, within, tick, c);
    first += members;
  }
  const isAcross = (one: number, other: number) => circle[one] !== circle[other];
  addRandomTies(
    into,
    (agents * across) / 2,
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
    (members * Math.max(0, Math.min(within, mostWithin(members)))) / 2,
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
