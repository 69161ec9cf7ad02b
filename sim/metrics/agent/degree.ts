import type { ActiveTies } from "../active-ties.ts";

/**
 * Counts the strong ties of each agent: active ties with a strength of `strong_from` or more. The rest of its degree
 * (`active.degree`) are weak ties.
 *
 * @param strongFrom strength from which a tie is strong
 * @param into length at least `active.agents`, overwritten: number of ties, by agent
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

/**
 * Counts the cross ties of each agent: active ties to agents who are in another circle now.
 *
 * @param into length at least `active.agents`, overwritten: number of ties, by agent
 */
export function crossDegree(active: ActiveTies, circle: Uint32Array, into: Float64Array): void {
  const { start, contacts } = active;
  into.fill(0, 0, active.agents);
  for (let agent = 0; agent < active.agents; agent++) {
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) {
      const cross = +(circle[agent] !== circle[contacts[tie]]);
      into[agent] += cross;
      into[contacts[tie]] += cross;
    }
  }
}
