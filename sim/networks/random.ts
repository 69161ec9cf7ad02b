import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";
import { addRandomTies } from "./random-ties.ts";

/**
 * Creates random ties among all agents: the negative control.
 *
 * @param degree expected number of an agent's ties
 * @param tick the key of tick 0
 */
export function createRandomNetwork(agents: number, degree: number, tick: Int32Array): Pairs {
  const into = new PairSet(agents, Math.ceil((agents * degree) / 2) + 16);
  addRandomTies(
    into,
    (agents * degree) / 2,
    (agents * (agents - 1)) / 2,
    (u, v) => [Math.floor(u * agents), Math.floor(v * agents)],
    (each) => {
      for (let one = 0; one < agents; one++) for (let other = one + 1; other < agents; other++) each(one, other);
    },
    tick,
    0,
    purposes.randomTies,
    purposes.tieCount,
  );
  return into.pairs;
}
