import type { ActiveTies } from "../active-ties.ts";

/** The columns of the active ties that are read here. */
export type TieLists = Pick<ActiveTies, "agents" | "count" | "start" | "contacts">;

/** If one list is this many times longer than the other, it is searched instead of read. */
const MUCH_LONGER = 16;

/**
 * Counts the contacts that the two agents of each active tie share, for all ties at once. Each triangle is found once, from its
 * lowest agent, and counts for its three ties. The lowest agent's contacts are marked with their ties; then the lists of these
 * contacts are searched for marks. Marks of earlier agents are lower than the agent's first tie, so they needn't be cleared.
 * About half of the entries are marked, and the processor can't predict which: instead of branching, an extra entry after the last
 * tie receives the counts of those that aren't.
 *
 * @param marks length at least `active.agents`, overwritten
 * @param into length at least `active.count` + 1: shared contacts by tie, overwritten
 * @see Latapy 2008, Theoretical Computer Science 407, 458–473, for the way triangles are listed
 */
export function sharedContacts(active: TieLists, marks: Int32Array, into: Uint32Array): void {
  marks.fill(-1, 0, active.agents);
  into.fill(0, 0, active.count + 1);
  for (let agent = 0; agent < active.agents; agent++)
    if (active.start[agent + 1] - active.start[agent] > 1) trianglesFrom(active, agent, marks, into);
}

/** Counts the triangles in which the agent is the lowest. */
function trianglesFrom(active: TieLists, agent: number, marks: Int32Array, into: Uint32Array): void {
  const { start, contacts, count: nowhere } = active;
  const first = start[agent];
  const end = start[agent + 1];
  for (let tie = first; tie < end; tie++) marks[contacts[tie]] = tie;
  for (let tie = first; tie < end; tie++) {
    const contact = contacts[tie];
    const theirEnd = start[contact + 1];
    if (theirEnd - start[contact] > MUCH_LONGER * (end - tie)) {
      searchFew(active, tie, end, into);
      continue;
    }
    let here = 0;
    for (let theirs = start[contact]; theirs < theirEnd; theirs++) {
      const mark = marks[contacts[theirs]];
      const isMarked = +(mark >= first);
      here += isMarked;
      into[theirs] += isMarked;
      into[nowhere + ((mark - nowhere) & -isMarked)] += isMarked;
    }
    into[tie] += here;
  }
}

/** Counts the triangles of one tie if the contact's list is far longer than the rest of the agent's own. */
function searchFew(active: TieLists, tie: number, end: number, into: Uint32Array): void {
  const { start, contacts } = active;
  const contact = contacts[tie];
  const theirEnd = start[contact + 1];
  let low = start[contact];
  for (let own = tie + 1; own < end; own++) {
    const third = contacts[own];
    let high = theirEnd;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (contacts[middle] < third) low = middle + 1;
      else high = middle;
    }
    if (low === theirEnd) return;
    if (contacts[low] !== third) continue;
    into[tie]++;
    into[low]++;
    into[own]++;
  }
}
