import { itemAt } from "../../item-at.ts";
import type { ChosenTies, Ties } from "../network.ts";

/**
 * The modularity of circles: the share of ties within circles minus the share that would be expected if ties joined agents at random
 * and everyone kept the number of contacts.
 *
 * @param lower by tie: its lower agent
 * @param own the ties that form the network
 * @param circle by agent
 * @returns below 1; NaN without ties
 * @see Newman and Girvan 2004, Physical Review E 69, 026113
 */
export function modularity(
  { agents, contacts }: Ties,
  lower: Uint32Array,
  own: Pick<ChosenTies, "numbers" | "degree">,
  circle: Uint32Array,
): number {
  const degrees = new Float64Array(circle.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (let agent = 0; agent < agents; agent++)
    degrees[itemAt(circle, agent)] = itemAt(degrees, itemAt(circle, agent)) + itemAt(own.degree, agent);
  let within = 0;
  for (const tie of own.numbers) within += +(itemAt(circle, itemAt(lower, tie)) === itemAt(circle, itemAt(contacts, tie)));
  const ends = 2 * own.numbers.length;
  return within / own.numbers.length - degrees.reduce((sum, degree) => sum + (degree / ends) * (degree / ends), 0);
}
