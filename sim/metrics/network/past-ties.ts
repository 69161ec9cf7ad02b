import { P } from "../../parameters/effective-values.ts";
import type { Population } from "../../population/population.ts";
import type { ActiveTies } from "../active-ties.ts";

/** The number of ticks that conversion looks back: one year and three years. Survival looks back one year. */
export const PAST_TICKS = [52, 156] as const;

/** In `kind`: the tie was strong; its agents were in different circles. */
// biome-ignore format: a table
const STRONG = 1, CROSS = 2, KINDS = 4;

/** Which of the past ties to look at: those whose `kind`, under the mask, has the value. */
interface Selection {
  readonly mask: number;
  readonly value: number;
}

export const wereWeak: Selection = { mask: STRONG, value: 0 };
export const wereStrong: Selection = { mask: STRONG, value: STRONG };
export const wereWeakWithin: Selection = { mask: STRONG | CROSS, value: 0 };
export const wereStrongWithin: Selection = { mask: STRONG | CROSS, value: STRONG };
export const wereWeakAcross: Selection = { mask: STRONG | CROSS, value: CROSS };
export const wereStrongAcross: Selection = { mask: STRONG | CROSS, value: STRONG | CROSS };

/** The active ties at an earlier tick. Those of a lower agent are `start[agent]` to `start[agent + 1] − 1`, with ascending contacts. */
export interface PastTies {
  readonly tick: number;
  /** agents created up to that tick */
  readonly agents: number;
  /** one entry more than agents */
  readonly start: Uint32Array;
  readonly contacts: Uint32Array;
  /** STRONG, CROSS, both or 0 */
  readonly kind: Uint8Array;
}

/** Copies the active ties now, for a later look. Takes five bytes per tie. */
export function copyActiveTies({ tick, agents, values }: Population, active: ActiveTies): PastTies {
  const { count, start, contacts, strength } = active;
  const kind = new Uint8Array(count);
  for (let agent = 0; agent < active.agents; agent++) {
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) {
      const strong = +(strength[tie] >= values[P.strongFrom]);
      const cross = +(agents.circle[agent] !== agents.circle[contacts[tie]]);
      kind[tie] = STRONG * strong + CROSS * cross;
    }
  }
  return { tick, agents: active.agents, start: start.slice(0, active.agents + 1), contacts: contacts.slice(0, count), kind };
}

/** What has become of earlier ties, by their `kind`. */
export interface FollowedTies {
  readonly counted: Float64Array;
  /** how many of them are active now */
  readonly active: Float64Array;
  /** how many of them have at least a given strength now */
  readonly strong: Float64Array;
}

/**
 * Computes conversion or survival: of some earlier ties, the share whose strength now is at least `from`. If you need several shares of
 * the same ties, call `followTies` once.
 *
 * @param from `strong_from` for conversion. Survival asks only for an active tie: 0
 * @param members as for `followTies`
 * @returns a share, 0 to 1; NaN if there was no such tie
 */
export function shareNow(
  population: Population,
  active: ActiveTies,
  past: PastTies,
  which: Selection,
  from: number,
  members?: Uint8Array,
): number {
  const followed = followTies(population, active, past, from, members);
  return shareOf(followed.strong, followed, which);
}

/** The share of the selected ties that one of the two counts has. NaN if there was no such tie. */
export function shareOf(found: Float64Array, { counted }: FollowedTies, { mask, value }: Selection): number {
  let all = 0;
  let kept = 0;
  for (let kind = 0; kind < counted.length; kind++) {
    if ((kind & mask) !== value) continue;
    all += counted[kind];
    kept += found[kind];
  }
  return kept / all; // 0 / 0 is NaN
}

/**
 * Counts what has become of earlier ties. A tie that has been forgotten since, or one of whose agents has left or was replaced by a
 * newcomer, has neither converted nor survived. A tie that was forgotten and formed again counts as it is now.
 *
 * @param active the active ties now
 * @param from the strength from which a tie counts as strong now
 * @param members by agent: 1 for members; only ties with at least one member count. Undefined means all ties
 */
export function followTies(
  { agents }: Population,
  active: ActiveTies,
  past: PastTies,
  from: number,
  members?: Uint8Array,
): FollowedTies {
  const { start, contacts, strength } = active;
  const { since } = agents;
  const counts = new Float64Array(3 * KINDS);
  for (let agent = 0; agent < past.agents; agent++) {
    const stayed = since[agent] <= past.tick;
    const end = start[agent + 1];
    let tie = start[agent];
    for (let at = past.start[agent]; at < past.start[agent + 1]; at++) {
      const contact = past.contacts[at];
      // Agents added later are beyond the end of the list and aren't members.
      if (members !== undefined && members[agent] !== 1 && members[contact] !== 1) continue;
      const kind = past.kind[at];
      counts[kind]++;
      // Both lists are in ascending order.
      while (tie < end && contacts[tie] < contact) tie++;
      if (tie === end || contacts[tie] !== contact || !stayed || since[contact] > past.tick) continue;
      counts[KINDS + kind]++;
      counts[2 * KINDS + kind] += +(strength[tie] >= from);
    }
  }
  const part = (at: number) => counts.subarray(at * KINDS, (at + 1) * KINDS);
  return { counted: part(0), active: part(1), strong: part(2) };
}
