import type { ActiveTies } from "../active-ties.ts";

/** Positions of the results. */
// biome-ignore format: a table
export const WEAK_PAIRS = 0, STRONG_PAIRS = 1;

/**
 * Computes how often two contacts of an agent have an active tie to each other: of the pairs of its weak ties, and of the pairs of its
 * strong ties. All three agents are in one circle, so that the comparison isn't one of circles. If strong ties bring more of a person's
 * contacts together, Granovetter's forbidden triad (two strong ties without a third) is rarer than chance.
 *
 * Each triangle is found once, from its lowest agent, as in tie/shared-contacts.ts.
 *
 * @param marks length at least `active.agents`, overwritten
 * @param into length 2, overwritten: shares, 0 to 1, at WEAK_PAIRS and STRONG_PAIRS; NaN if there is no such pair
 * @see Granovetter 1973, American Journal of Sociology 78(6), 1360–1380
 */
export function closedPairs(
  active: ActiveTies,
  circle: Uint32Array,
  strongFrom: number,
  marks: Int32Array,
  into: Float64Array,
): void {
  const pairs = countPairs(active, circle, strongFrom);
  const closed = [0, 0];
  marks.fill(-1, 0, active.agents);
  for (let agent = 0; agent < active.agents; agent++) closeFrom(active, circle, strongFrom, agent, marks, closed);
  into[WEAK_PAIRS] = closed[WEAK_PAIRS] / pairs[WEAK_PAIRS];
  into[STRONG_PAIRS] = closed[STRONG_PAIRS] / pairs[STRONG_PAIRS];
}

/** Counts the pairs of weak ties and of strong ties within circles that share an agent. */
function countPairs(active: ActiveTies, circle: Uint32Array, strongFrom: number): readonly [number, number] {
  const { start, contacts, strength, agents } = active;
  const ofAgent = [new Uint32Array(agents), new Uint32Array(agents)];
  for (let agent = 0; agent < agents; agent++) {
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) {
      const contact = contacts[tie];
      if (circle[contact] !== circle[agent]) continue;
      const counts = ofAgent[+(strength[tie] >= strongFrom)];
      counts[agent]++;
      counts[contact]++;
    }
  }
  const sum = (counts: Uint32Array) => counts.reduce((all, k) => all + (k * (k - 1)) / 2, 0);
  return [sum(ofAgent[WEAK_PAIRS]), sum(ofAgent[STRONG_PAIRS])];
}

/** Counts the closed pairs in triangles of which the agent is the lowest. */
function closeFrom(
  active: ActiveTies,
  circle: Uint32Array,
  strongFrom: number,
  agent: number,
  marks: Int32Array,
  closed: number[],
): void {
  const { start, contacts, strength } = active;
  const first = start[agent];
  const end = start[agent + 1];
  const own = circle[agent];
  for (let tie = first; tie < end; tie++) if (circle[contacts[tie]] === own) marks[contacts[tie]] = tie;
  for (let tie = first; tie < end; tie++) {
    const contact = contacts[tie];
    if (circle[contact] !== own) continue;
    const toContact = +(strength[tie] >= strongFrom);
    for (let theirs = start[contact]; theirs < start[contact + 1]; theirs++) {
      const mark = marks[contacts[theirs]];
      if (mark < first) continue; // marks of earlier agents are lower
      const toThird = +(strength[mark] >= strongFrom);
      const between = +(strength[theirs] >= strongFrom);
      // Each corner of the triangle is a pair of ties that the third tie closes.
      if (toContact === toThird) closed[toContact]++;
      if (toContact === between) closed[toContact]++;
      if (toThird === between) closed[toThird]++;
    }
  }
}
