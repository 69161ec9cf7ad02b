import { itemAt } from "../../item-at.ts";
import { lowerAgents, type Ties } from "../network.ts";

/**
 * The modularity of circles: the share of ties within circles minus the share that would be expected if ties joined agents at random
 * and everyone kept the number of contacts.
 *
 * @param circle by agent
 * @returns below 1; NaN without ties
 * @see Newman and Girvan 2004, Physical Review E 69, 026113
 */
export function modularity(ties: Ties, circle: Uint32Array): number {
  const lower = lowerAgents(ties);
  const degrees = new Float64Array(circle.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (let agent = 0; agent < ties.agents; agent++)
    degrees[itemAt(circle, agent)] = itemAt(degrees, itemAt(circle, agent)) + itemAt(ties.degree, agent);
  let within = 0;
  for (let tie = 0; tie < ties.count; tie++)
    within += +(itemAt(circle, itemAt(lower, tie)) === itemAt(circle, itemAt(ties.contacts, tie)));
  const ends = 2 * ties.count;
  return within / ties.count - degrees.reduce((sum, degree) => sum + (degree / ends) * (degree / ends), 0);
}
