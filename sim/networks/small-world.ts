import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";

/** How many new ends are tried before a tie keeps its old end: in a nearly complete graph there may be no free one. */
const TRIES = 64;

/**
 * Creates a small world. Agents sit on a ring, and each is tied to its nearest neighbors on both sides. Then each tie is rewired
 * with some probability: its second end becomes a random agent whom the first doesn't know.
 *
 * @param degree number of an agent's ties before rewiring; rounded to an even number, and at most agents − 1
 * @param rewiring probability of rewiring a tie, 0 to 1
 * @param tick the key of tick 0
 * @see Watts and Strogatz 1998, Nature 393, 440–442
 */
export function createSmallWorld(agents: number, degree: number, rewiring: number, tick: Int32Array): Pairs {
  const perSide = Math.min(Math.round(degree / 2), Math.floor((agents - 1) / 2));
  const ring = new PairSet(agents, agents * perSide + 16);
  for (let step = 1; step <= perSide; step++) for (let one = 0; one < agents; one++) ring.add(one, (one + step) % agents);
  const into = new PairSet(agents, agents * perSide + 16);
  const key = new Int32Array(2);
  for (let step = 1; step <= perSide; step++)
    for (let one = 0; one < agents; one++) {
      const other = (one + step) % agents;
      eventKey(tick, one, other, key, 0);
      if (!(draw(key[0], key[1], purposes.rewire) < rewiring)) {
        into.add(one, other);
        continue;
      }
      let moved = false;
      for (let k = 1; k <= TRIES && !moved; k++) {
        const elsewhere = Math.floor(draw(key[0], key[1], purposes.rewire + k) * agents);
        // The new end must be neither a tie of the ring, which may still stay, nor an earlier rewired tie.
        moved = !ring.has(one, elsewhere) && into.add(one, elsewhere);
      }
      if (!moved) into.add(one, other);
    }
  return into.pairs;
}
