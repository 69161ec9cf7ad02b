import { itemAt } from "../../item-at.ts";
import type { Neighbors } from "../network.ts";

/** The fewest starting agents of a sample. */
const LEAST_STARTS = 8;

/**
 * The mean number of steps between two agents, over all pairs that ties connect. In a large network, over the pairs of evenly spaced
 * starting agents.
 *
 * @param mostSteps about as many steps along ties are taken at most
 * @returns 1 or more; NaN if no two agents are connected
 * @see Watts and Strogatz 1998, Nature 393, 440–442
 */
export function meanDistance({ start, others }: Neighbors, mostSteps: number): number {
  const agents = start.length - 1;
  const connected = [...Array(agents).keys()].filter((agent) => itemAt(start, agent + 1) > itemAt(start, agent));
  const starts = Math.min(connected.length, Math.max(LEAST_STARTS, Math.floor(mostSteps / others.length)));
  const distance = new Int32Array(agents);
  const queue = new Uint32Array(agents);
  let sum = 0;
  let pairs = 0;
  for (let k = 0; k < starts; k++) {
    const from = itemAt(connected, Math.floor((k * connected.length) / starts));
    distance.fill(-1);
    distance[from] = 0;
    queue[0] = from;
    let length = 1;
    for (let at = 0; at < length; at++) {
      const agent = queue[at] ?? 0;
      const next = (distance[agent] ?? 0) + 1;
      const end = start[agent + 1] ?? 0;
      for (let place = start[agent] ?? 0; place < end; place++) {
        const other = others[place] ?? 0;
        if ((distance[other] ?? 0) >= 0) continue;
        distance[other] = next;
        sum += next;
        queue[length++] = other;
      }
    }
    pairs += length - 1;
  }
  return sum / pairs; // 0 / 0 is NaN
}
