import { MOST_SOCIAL, type People } from "../population/people.ts";
import type { Population } from "../population/population.ts";

/**
 * Sets the sociality of agents to their number of ties, relative to the mean over all who are present, and at most MOST_SOCIAL. Agents
 * to whom a file gives a sociality keep it. If nobody has a tie, all stay alike.
 */
export function setSocialityByDegree({ agents, ties }: Population, people?: People): void {
  const { count, present, sociality } = agents;
  const { length } = ties.blocks;
  let degrees = 0;
  let there = 0;
  for (let agent = 0; agent < count; agent++) {
    degrees += length[agent];
    there += present[agent];
  }
  if (degrees === 0) return;
  const mean = degrees / there;
  for (let agent = 0; agent < count; agent++)
    if (Number.isNaN(people?.sociality?.[agent] ?? Number.NaN)) sociality[agent] = Math.min(MOST_SOCIAL, length[agent] / mean);
}
