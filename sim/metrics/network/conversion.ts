import { type ActiveTies, findActiveTie } from "../active-ties.ts";
import { strongTies } from "./tie-counts.ts";

/** Ticks after which the conversion of weak ties is looked at: a year and three. */
export const CONVERSION_AFTER = [52, 156] as const;

/** Ties that were weak at some tick: by lower agent, `start[agent]` to `start[agent + 1] − 1`, contacts of higher index ascending. */
export interface WeakTies {
  /** agents ever made at that tick */
  agents: number;
  /** length at least agents + 1; the last entry in use is the number of ties */
  start: Uint32Array;
  contacts: Uint32Array;
}

export function createWeakTies(): WeakTies {
  return { agents: 0, start: new Uint32Array(1), contacts: new Uint32Array(0) };
}

/**
 * Notes the ties that are weak now: active, and below `strong_from`. Four bytes a tie, and what is free.
 *
 * @param active the active ties now
 * @param strongFrom strength from which a tie is strong
 * @param into overwritten; columns grow where they must and are kept
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
 * Conversion: of ties that were weak once, the share that is strong now. A tie that has been forgotten since, or whose agent is
 * gone, has not converted. One that was forgotten and begun anew counts by what it is now.
 *
 * @param active the active ties now; no tie is strong that is not active
 * @param once from `weakTies` of the same population, earlier
 * @param members by agent, 1 for those whose ties are asked for, whichever end they are; undefined: everybody's
 * @returns 0 to 1, a share; NaN where no tie was weak
 */
export function shareStrong(active: ActiveTies, strongFrom: number, once: WeakTies, members?: Uint8Array): number {
  if (members !== undefined) return shareStrongOf(active, strongFrom, once, members);
  let strong = 0;
  for (let agent = 0; agent < once.agents; agent++) strong += strongAmong(active, agent, strongFrom, once);
  return strong / once.start[once.agents];
}

/** How many of the agent's once weak ties are strong now; both lists ascend. */
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

/** The same of the ties with an end among the members. */
function shareStrongOf(active: ActiveTies, strongFrom: number, once: WeakTies, members: Uint8Array): number {
  let strong = 0;
  let weak = 0;
  for (let agent = 0; agent < once.agents; agent++) {
    for (let at = once.start[agent]; at < once.start[agent + 1]; at++) {
      const contact = once.contacts[at];
      // Who came later is beyond the end of the list, and no member.
      if (members[agent] !== 1 && members[contact] !== 1) continue;
      const tie = findActiveTie(active, agent, contact);
      weak++;
      if (tie >= 0) strong += +(active.strength[tie] >= strongFrom);
    }
  }
  return strong / weak; // 0 / 0 is NaN
}
