import { draw, seedKey } from "../../sim/index.ts";

/** The circles of all agents. `circle` holds an index into `circleNames` for each agent. */
export interface Circles {
  readonly circle: Int32Array;
  readonly circleNames: string[];
  /** number of agents whose circle no file gives */
  readonly filled: number;
}

interface Pairs {
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
}

/**
 * Circles from the labels in files. An agent without a label joins the circle of most of its contacts; if several circles have
 * equally many, the one that comes first in the file. This spreads from agent to agent. An agent that it does not reach joins the
 * circle of a randomly drawn labeled agent, so that large circles attract more.
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
    spreadAlongTies(circle, ties);
    const [k0 = 0, k1 = 0] = seedKey(`circles of ${seed}`);
    for (const [agent, number] of circle.entries())
      if (number < 0) circle[agent] = given[Math.floor(draw(k0, k1, agent) * given.length)] ?? 0;
  }
  return { circle, circleNames: [...numbers.keys()], filled };
}

/** In each round, all agents who have a contact with a circle join the circle of most of them. They count in the next round. */
function spreadAlongTies(circle: Int32Array, ties: Pairs): void {
  const contactsOf = contactLists(circle.length, ties);
  const isOpen = (agent: number): boolean => (circle[agent] ?? 0) < 0;
  let reached = Uint32Array.from(circle.keys()).filter((agent) => !isOpen(agent));
  while (reached.length > 0) {
    const next = new Set<number>();
    for (const agent of reached) for (const contact of contactsOf(agent)) if (isOpen(contact)) next.add(contact);
    reached = Uint32Array.from(next);
    const joined = reached.map((agent) => mostFrequent(contactsOf(agent), circle));
    for (const [at, agent] of reached.entries()) circle[agent] = joined[at] ?? 0;
  }
}

/** The circle of most of the contacts that have one. Of several with equally many, the one with the lowest number. */
function mostFrequent(contacts: Uint32Array, circle: Int32Array): number {
  const votes = new Map<number, number>();
  for (const contact of contacts) {
    const number = circle[contact] ?? -1;
    if (number >= 0) votes.set(number, (votes.get(number) ?? 0) + 1);
  }
  const [winner] = [...votes].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
  return winner;
}

/** A function that returns the contacts of an agent, in the order of the ties. */
function contactLists(agents: number, { lower, upper }: Pairs): (agent: number) => Uint32Array {
  const degree = new Uint32Array(agents);
  const count = (agent: number): void => {
    degree[agent] = (degree[agent] ?? 0) + 1;
  };
  lower.forEach(count);
  upper.forEach(count);
  const start = new Uint32Array(agents + 1);
  for (const [agent, contacts] of degree.entries()) start[agent + 1] = (start[agent] ?? 0) + contacts;
  const free = start.slice();
  const contacts = new Uint32Array(2 * lower.length);
  const add = (agent: number, contact: number): void => {
    const at = free[agent] ?? 0;
    contacts[at] = contact;
    free[agent] = at + 1;
  };
  for (const [tie, low] of lower.entries()) {
    const high = upper[tie] ?? 0;
    add(low, high);
    add(high, low);
  }
  return (agent) => contacts.subarray(start[agent], start[agent + 1]);
}
