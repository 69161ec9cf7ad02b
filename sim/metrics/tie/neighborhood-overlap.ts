import type { ActiveTies } from "../active-ties.ts";

/**
 * Computes the neighborhood overlap of each active tie: of the other active contacts of its two agents, the share that they have in
 * common. O = n / ((ki − 1) + (kj − 1) − n), where n is the number of shared contacts and k the number of all contacts. A local
 * bridge has an overlap of 0.
 *
 * @param shared n, by tie (tie/shared-contacts.ts)
 * @param into length at least `active.count`, overwritten: 0 to 1, no unit; NaN if neither agent has another contact
 * @see Onnela et al. 2007, PNAS 104(18), 7332–7336
 */
export function neighborhoodOverlap(
  active: Pick<ActiveTies, "agents" | "start" | "contacts" | "degree">,
  shared: Uint32Array,
  into: Float64Array,
): void {
  const { start, contacts, degree } = active;
  for (let agent = 0; agent < active.agents; agent++) {
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) {
      const n = shared[tie];
      into[tie] = n / (degree[agent] + degree[contacts[tie]] - 2 - n);
    }
  }
}
