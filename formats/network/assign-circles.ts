import { draw, seedKey } from "../../sim/index.ts";

/** Circles of all agents: `circle` holds a place in `circleNames` for each agent. */
export interface Circles {
  readonly circle: Int32Array;
  readonly circleNames: string[];
  /** agents of whom the files say no circle */
  readonly filled: number;
}

interface Pairs {
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
}

/**
 * Circles from the labels that files give. Who has none joins the circle in which most of its contacts are (the first in the
 * file where several have as many), which goes on from agent to agent; who is not reached so joins the circle of someone drawn
 * among those with a label, so that large circles draw more.
 *
 * @param labels by agent, at least one of them given
 * @param seed of the run
 */
export function circlesFromLabels(labels: readonly (string | undefined)[], ties: Pairs, seed: string): Circles {
  const numbers = new Map<string, number>();
  for (const label of labels) if (label !== undefined && !numbers.has(label)) numbers.set(label, numbers.size);
  const circle = Int32Array.from(labels, (label) => (label === undefined ? -1 : (numbers.get(label) ?? -1)));
  const given = circle.filter((number) => number >= 0);
  const filled = labels.length - given.length;
  if (filled > 0) {
    followContacts(circle, ties);
    const [k0, k1] = seedKey(`circles of ${seed}`);
    for (let agent = 0; agent < circle.length; agent++)
      if (circle[agent] < 0) circle[agent] = given[Math.floor(draw(k0, k1, agent) * given.length)];
  }
  return { circle, circleNames: [...numbers.keys()], filled };
}

/** Round by round, everyone who has contacts with a circle joins that of most of them; who has it by now counts in the next. */
function followContacts(circle: Int32Array, ties: Pairs): void {
  const { start, contacts } = contactLists(circle.length, ties);
  let reached = Uint32Array.from(circle.keys()).filter((agent) => circle[agent] >= 0);
  while (reached.length > 0) {
    const next = new Set<number>();
    for (const agent of reached)
      for (let at = start[agent]; at < start[agent + 1]; at++) if (circle[contacts[at]] < 0) next.add(contacts[at]);
    reached = Uint32Array.from(next);
    const joined = reached.map((agent) => mostFrequent(contacts.subarray(start[agent], start[agent + 1]), circle));
    for (const [at, agent] of reached.entries()) circle[agent] = joined[at];
  }
}

/** The circle of most of the contacts that have one, the lower number of those with as many. */
function mostFrequent(contacts: Uint32Array, circle: Int32Array): number {
  const votes = new Map<number, number>();
  for (const contact of contacts) if (circle[contact] >= 0) votes.set(circle[contact], (votes.get(circle[contact]) ?? 0) + 1);
  const [winner] = [...votes].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
  return winner;
}

/** The contacts of agent i are contacts[start[i]] to contacts[start[i + 1] − 1]. */
function contactLists(agents: number, { lower, upper }: Pairs): { start: Uint32Array; contacts: Uint32Array } {
  const start = new Uint32Array(agents + 1);
  for (let tie = 0; tie < lower.length; tie++) {
    start[lower[tie] + 1]++;
    start[upper[tie] + 1]++;
  }
  for (let agent = 0; agent < agents; agent++) start[agent + 1] += start[agent];
  const filled = start.slice();
  const contacts = new Uint32Array(2 * lower.length);
  for (let tie = 0; tie < lower.length; tie++) {
    contacts[filled[lower[tie]]++] = upper[tie];
    contacts[filled[upper[tie]]++] = lower[tie];
  }
  return { start, contacts };
}
