import type { Population } from "../../population/population.ts";
import type { ActiveTies } from "../active-ties.ts";

/** Ticks of silence after which a known tie is dormant: a year. */
export const DORMANT_AFTER = 52;

/** Ties that are known: not forgotten yet, active or not. */
export function knownTies({ agents, ties }: Population): number {
  let rows = 0;
  for (let agent = 0; agent < agents.count; agent++) rows += ties.blocks.length[agent];
  return rows / 2;
}

/** Active ties that are strong: at `strongFrom` or more. The other active ties are weak. */
export function strongTies({ strength, count }: ActiveTies, strongFrom: number): number {
  let strong = 0;
  for (let tie = 0; tie < count; tie++) strong += +(strength[tie] >= strongFrom);
  return strong;
}

/**
 * Dormant ties: known, and silent for 52 ticks or more, whatever is left of their strength. A tie on which there was no
 * encounter yet is silent since it began.
 *
 * @see Levin, Walter and Murnighan 2011, Organization Science 22(4), 923–939, for the term
 */
export function dormantTies({ agents, ties, tick }: Population): number {
  const { lastEncounter } = ties;
  const { start, length } = ties.blocks;
  const latest = tick - DORMANT_AFTER;
  let rows = 0;
  for (let agent = 0; agent < agents.count; agent++) {
    const end = start[agent] + length[agent];
    for (let row = start[agent]; row < end; row++) rows += +(lastEncounter[row] <= latest);
  }
  return rows / 2;
}

/** Cross ties: active ties of two agents who are in different circles now. */
export function crossTies({ start, contacts, agents }: ActiveTies, circle: Uint32Array): number {
  let cross = 0;
  for (let agent = 0; agent < agents; agent++) {
    const own = circle[agent];
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) cross += +(circle[contacts[tie]] !== own);
  }
  return cross;
}
