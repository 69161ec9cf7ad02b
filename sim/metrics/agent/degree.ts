import type { ActiveTies } from "../active-ties.ts";

/**
 * Strong ties of each agent: active contacts at `strong_from` or more. What is left of its degree, the number of its active
 * contacts (`active.degree`), are its weak ties. Degree is the sum of both.
 *
 * @param strongFrom strength from which a tie is strong
 * @param into length at least `active.agents`, overwritten: contacts, by agent
 */
export function strongDegree(active: ActiveTies, strongFrom: number, into: Float64Array): void {
  const { start, contacts, strength } = active;
  into.fill(0, 0, active.agents);
  for (let agent = 0; agent < active.agents; agent++) {
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) {
      const strong = +(strength[tie] >= strongFrom);
      into[agent] += strong;
      into[contacts[tie]] += strong;
    }
  }
}
