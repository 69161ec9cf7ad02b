import { isActive } from "../behaviors/pick-contact.ts";
import type { Population } from "../population/population.ts";

/** Instead of a distance: no chain of active ties leads there. */
export const UNREACHABLE = -1;

/** By agent: the length of the shortest path of active ties from the nearest source; UNREACHABLE if there is no path. */
export function distancesFrom(population: Population, from: readonly number[]): Int32Array {
  const { agents, ties } = population;
  const { ids, start, length } = ties.blocks;
  const distances = new Int32Array(agents.count).fill(UNREACHABLE);
  const queue = [...new Set(from)];
  for (const agent of queue) distances[agent] = 0;
  for (let at = 0; at < queue.length; at++) {
    const agent = queue[at];
    for (let row = start[agent]; row < start[agent] + length[agent]; row++) {
      const contact = ids[row];
      if (distances[contact] !== UNREACHABLE || !isActive(population, row)) continue;
      distances[contact] = distances[agent] + 1;
      queue.push(contact);
    }
  }
  return distances;
}
