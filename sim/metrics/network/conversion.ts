import { P } from "../../parameters/effective-values.ts";
import type { Population } from "../../population/population.ts";
import { strengthNow } from "../../trust/tie-strength.ts";

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
 * Notes the ties that are weak now: from `active_from` to below `strong_from`. Four bytes a tie, and what is free.
 *
 * @param into overwritten; columns grow where they must and are kept
 */
export function weakTies(population: Population, into: WeakTies): void {
  const agents = population.agents.count;
  if (agents >= into.start.length) into.start = new Uint32Array(agents + 1);
  into.agents = agents;
  let count = 0;
  for (let agent = 0; agent < agents; agent++) {
    into.start[agent] = count;
    count = noteWeakTiesOf(population, agent, into, count);
  }
  into.start[agents] = count;
}

/** Adds the agent's weak ties to contacts of higher index from place `count` on; returns the place after them. */
function noteWeakTiesOf({ ties, values, tick }: Population, agent: number, into: WeakTies, count: number): number {
  const { ids, start, length } = ties.blocks;
  const activeFrom = values[P.activeFrom];
  const strongFrom = values[P.strongFrom];
  if (count + length[agent] > into.contacts.length) {
    const longer = new Uint32Array(Math.ceil((count + length[agent]) * 1.3));
    longer.set(into.contacts);
    into.contacts = longer;
  }
  const { contacts } = into;
  const end = start[agent] + length[agent];
  for (let row = start[agent]; row < end; row++) {
    if (ids[row] < agent) continue;
    const now = strengthNow(ties, values, row, tick);
    contacts[count] = ids[row];
    count += +(now >= activeFrom && now < strongFrom);
  }
  return count;
}

/**
 * Conversion: of ties that were weak once, the share that is strong now. A tie that has been forgotten since, or whose agent is
 * gone, has not converted. One that was forgotten and begun anew counts by what it is now.
 *
 * @param pairs from `weakTies` of the same population, earlier
 * @returns 0 to 1, a share; NaN where no tie was weak
 */
export function shareStrong(population: Population, pairs: WeakTies): number {
  let strong = 0;
  for (let agent = 0; agent < pairs.agents; agent++) strong += strongAmong(population, agent, pairs);
  return strong / pairs.start[pairs.agents];
}

/** How many of the agent's once weak ties are strong now; both lists ascend. */
function strongAmong({ ties, values, tick }: Population, agent: number, pairs: WeakTies): number {
  const { ids, start, length } = ties.blocks;
  const strongFrom = values[P.strongFrom];
  const end = start[agent] + length[agent];
  let row = start[agent];
  let strong = 0;
  for (let at = pairs.start[agent]; at < pairs.start[agent + 1]; at++) {
    const contact = pairs.contacts[at];
    while (row < end && ids[row] < contact) row++;
    if (row < end && ids[row] === contact) strong += +(strengthNow(ties, values, row, tick) >= strongFrom);
  }
  return strong;
}
