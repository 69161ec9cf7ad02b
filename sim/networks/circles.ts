import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";
import { addRandomTies } from "./random-ties.ts";

/**
 * Creates random ties within circles and a few across. Circle c has the agents c·size to (c + 1)·size − 1. The last circle may be
 * smaller, and then has at most one tie for each of its pairs.
 *
 * @param within expected number of an agent's ties inside its circle
 * @param across expected number of an agent's ties to other circles
 * @param tick the key of tick 0
 */
export function createCircles(agents: number, size: number, within: number, across: number, tick: Int32Array): Pairs {
  const into = new PairSet(agents, Math.ceil((agents * (within + across)) / 2) + 16);
  const number = Math.ceil(agents / size);
  for (let c = 0; c < number; c++) {
    const first = c * size;
    const members = Math.min(size, agents - first);
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
      c,
      purposes.withinCircle,
      purposes.tieCount,
    );
  }
  const last = agents - (number - 1) * size;
  const pairsWithin = ((number - 1) * size * (size - 1) + last * (last - 1)) / 2;
  const isAcross = (one: number, other: number) => Math.floor(one / size) !== Math.floor(other / size);
  addRandomTies(
    into,
    (agents * across) / 2,
    (agents * (agents - 1)) / 2 - pairsWithin,
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
    number,
    purposes.acrossCircles,
    purposes.tieCount,
  );
  return into.pairs;
}
