import { itemAt } from "../../item-at.ts";
import type { Neighbors, Ties } from "../network.ts";

/** Of at most this many local bridges is the range searched. */
const MOST_SEARCHED = 500;

/** What is left if a tie is taken away. */
export interface TieRanges {
  /** mean range of the local bridges whose agents stay connected; NaN if there is none */
  readonly mean: number;
  /** share of the local bridges without which their agents would not be connected; NaN without local bridges */
  readonly cutting: number;
}

/**
 * The range of ties: the number of steps between the two agents of a tie without that tie. Ties whose agents share a contact have a
 * range of 2, so only local bridges (range 3 or more) are searched: all of them, or 500 evenly spaced ones.
 *
 * @param lower by tie: its lower agent
 * @param neighbors of the whole network
 * @param bridges the numbers of the local bridges that count
 * @see Park, Blumenstock and Macy 2018, Science 362(6421), 1410–1413
 */
export function tieRanges(ties: Ties, lower: Uint32Array, neighbors: Neighbors, bridges: Uint32Array): TieRanges {
  const searched = Math.min(MOST_SEARCHED, bridges.length);
  const seen = new Int32Array(ties.agents);
  const queue = new Uint32Array(ties.agents);
  let sum = 0;
  let connected = 0;
  for (let k = 0; k < searched; k++) {
    const tie = itemAt(bridges, Math.floor((k * bridges.length) / searched));
    const range = rangeOf(neighbors, tie, itemAt(lower, tie), itemAt(ties.contacts, tie), seen, queue);
    if (range === 0) continue;
    sum += range;
    connected++;
  }
  return { mean: sum / connected, cutting: (searched - connected) / searched };
}

/** @returns 0 if only the tie itself connects its agents */
function rangeOf(
  { start, others, tie: ties }: Neighbors,
  tie: number,
  from: number,
  to: number,
  distance: Int32Array,
  queue: Uint32Array,
): number {
  distance.fill(-1);
  distance[from] = 0;
  queue[0] = from;
  let length = 1;
  for (let at = 0; at < length; at++) {
    const agent = queue[at] ?? 0;
    const next = (distance[agent] ?? 0) + 1;
    const end = start[agent + 1] ?? 0;
    for (let place = start[agent] ?? 0; place < end; place++) {
      if (ties[place] === tie) continue;
      const other = others[place] ?? 0;
      if (other === to) return next;
      if ((distance[other] ?? 0) >= 0) continue;
      distance[other] = next;
      queue[length++] = other;
    }
  }
  return 0;
}
