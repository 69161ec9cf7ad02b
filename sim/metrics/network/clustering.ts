import type { ActiveTies } from "../active-ties.ts";

/**
 * Computes clustering: the mean of the local coefficient over agents with two or more active contacts. The local coefficient is the
 * share of the pairs of an agent's contacts that have an active tie, 2·triangles / (k·(k − 1)). Agents with fewer contacts are left
 * out, not counted as 0. An agent's triangles are half the sum of the contacts that its ties share.
 *
 * @param shared shared contacts, by tie (tie/shared-contacts.ts)
 * @param sums length at least `active.agents`, overwritten: twice the number of triangles, by agent
 * @returns 0 to 1, no unit; NaN if no agent has two contacts
 * @see Watts and Strogatz 1998, Nature 393, 440–442
 */
export function clustering(
  active: Pick<ActiveTies, "agents" | "start" | "contacts" | "degree">,
  shared: Uint32Array,
  sums: Float64Array,
): number {
  const { start, contacts, degree } = active;
  sums.fill(0, 0, active.agents);
  for (let agent = 0; agent < active.agents; agent++) {
    let own = 0;
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) {
      own += shared[tie];
      sums[contacts[tie]] += shared[tie];
    }
    sums[agent] += own;
  }
  let sum = 0;
  let counted = 0;
  for (let agent = 0; agent < active.agents; agent++) {
    const k = degree[agent];
    if (k < 2) continue;
    sum += sums[agent] / (k * (k - 1));
    counted++;
  }
  return sum / counted;
}
