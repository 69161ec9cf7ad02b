import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { PairSet, type Pairs } from "./pairs.ts";

/** Ends tried for a rewired tie before it stays where it is: on a nearly complete graph there may be none. */
const TRIES = 64;

/**
 * A small world: agents on a ring, each tied to its nearest ones on both sides; then each tie is led elsewhere with some
 * probability, to an agent drawn at random whom its first end does not know.
 *
 * @param degree ties of an agent before rewiring, rounded to the nearest even number, at most agents − 1
 * @param rewiring share of ties led elsewhere
 * @param tick key of tick 0
 * @see Watts and Strogatz 1998, Nature 393, 440–442
 */
export function smallWorld(agents: number, degree: number, rewiring: number, tick: Int32Array): Pairs {
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
        // neither a tie of the ring, which may still be wanted, nor one led there before
        moved = !ring.has(one, elsewhere) && into.add(one, elsewhere);
      }
      if (!moved) into.add(one, other);
    }
  return into.pairs;
}
