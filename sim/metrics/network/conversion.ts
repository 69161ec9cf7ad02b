import { type ActiveTies, findActiveTie } from "../active-ties.ts";
import { strongTies } from "./tie-counts.ts";

/** The number of ticks that conversion looks back: one year and three years. */
export const CONVERSION_AFTER = [52, 156] as const;

/** Ties that were weak at some tick. Those of a lower agent are `start[agent]` to `start[agent + 1] − 1`, with ascending contacts. */
export interface WeakTies {
  /** agents created up to that tick */
  agents: number;
  /** length at least agents + 1; the last entry in use is the number of ties */
  start: Uint32Array;
  contacts: Uint32Array;
}

export function createWeakTies(): WeakTies {
  return { agents: 0, start: new Uint32Array(1), contacts: new Uint32Array(0) };
}

/**
 * Lists the ties that are weak now: active, with a strength below `strong_from`. Takes four bytes per tie.
 *
 * @param active the active ties now
 * @param strongFrom strength from which a tie is strong
 * @param into overwritten; columns grow if they are too short
 */
export function weakTies(active: ActiveTies, strongFrom: number, into: WeakTies): void {
  const { agents, count, start, contacts, strength } = active;
  if (agents >= into.start.length) into.start = new Uint32Array(agents + 1);
  const weak = count - strongTies(active, strongFrom);
  if (weak > into.contacts.length) into.contacts = new Uint32Array(weak);
  into.agents = agents;
  let at = 0;
  for (let agent = 0; agent < agents; agent++) {
    into.start[agent] = at;
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) if (strength[tie] < strongFrom) into.contacts[at++] = contacts[tie];
  }
  into.start[agents] = at;
}

/**
 * Computes conversion: of the ties that were weak earlier, the share that is strong now. A tie that has been forgotten since, or
 * whose agent has left, has not converted. A tie that was forgotten and then formed again counts as it is now.
 *
 * @param active the active ties now; every strong tie is active
 * @param once the weak ties at an earlier tick of the same population
 * @param members by agent: 1 for members; only ties with at least one member count. Undefined means all ties
 * @returns a share, 0 to 1; NaN if no tie was weak
 */
export function shareStrong(active: ActiveTies, strongFrom: number, once: WeakTies, members?: Uint8Array): number {
  if (members !== undefined) return shareStrongOf(active, strongFrom, once, members);
  let strong = 0;
  for (let agent = 0; agent < once.agents; agent++) strong += strongAmong(active, agent, strongFrom, once);
  return strong / once.start[once.agents];
}

/** Counts how many of the agent's earlier weak ties are strong now. Both lists are in ascending order. */
function strongAmong({ start, contacts, strength }: ActiveTies, agent: number, strongFrom: number, once: WeakTies): number {
  const end = start[agent + 1];
  let tie = start[agent];
  let strong = 0;
  for (let at = once.start[agent]; at < once.start[agent + 1]; at++) {
    const contact = once.contacts[at];
    while (tie < end && contacts[tie] < contact) tie++;
    if (tie < end && contacts[tie] === contact) strong += +(strength[tie] >= strongFrom);
  }
  return strong;
}

/** Computes conversion for ties with at least one member. */
function shareStrongOf(active: ActiveTies, strongFrom: number, once: WeakTies, members: Uint8Array): number {
  let strong = 0;
  let weak = 0;
  for (let agent = 0; agent < once.agents; agent++) {
    for (let at = once.start[agent]; at < once.start[agent + 1]; at++) {
      const contact = once.contacts[at];
      // Agents added later are beyond the end of the list and aren't members.
      if (members[agent] !== 1 && members[contact] !== 1) continue;
      const tie = findActiveTie(active, agent, contact);
      weak++;
      if (tie >= 0) strong += +(active.strength[tie] >= strongFrom);
    }
  }
  return strong / weak; // 0 / 0 is NaN
}
