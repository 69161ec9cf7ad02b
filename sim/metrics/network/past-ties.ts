import { P } from "../../parameters/effective-values.ts";
import type { Population } from "../../population/population.ts";
import type { ActiveTies } from "../active-ties.ts";

/** The number of ticks that conversion looks back: one year and three years. Survival looks back one year. */
export const PAST_TICKS = [52, 156] as const;

/** In `kind`: the tie was strong; its agents were in different circles. */
// biome-ignore format: a table
const STRONG = 1, CROSS = 2;

/** Which of the past ties to look at: those whose `kind`, under the mask, has the value. */
interface Selection {
  readonly mask: number;
  readonly value: number;
}

export const wereWeak: Selection = { mask: STRONG, value: 0 };
export const wereStrong: Selection = { mask: STRONG, value: STRONG };
export const wereWeakAcross: Selection = { mask: STRONG | CROSS, value: CROSS };

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

/**
 * Computes conversion or survival: of some earlier ties, the share whose strength now is at least `from`. A tie that has been forgotten
 * since, or one of whose agents has left or was replaced by a newcomer, has neither converted nor survived. A tie that was forgotten
 * and formed again counts as it is now.
 *
 * @param active the active ties now
 * @param from `strong_from` for conversion. Survival asks only for an active tie: 0
 * @param members by agent: 1 for members; only ties with at least one member count. Undefined means all ties
 * @returns a share, 0 to 1; NaN if there was no such tie
 */
export function shareNow(
  { agents }: Population,
  active: ActiveTies,
  past: PastTies,
  { mask, value }: Selection,
  from: number,
  members?: Uint8Array,
): number {
  const { start, contacts, strength } = active;
  let counted = 0;
  let kept = 0;
  for (let agent = 0; agent < past.agents; agent++) {
    const stayed = agents.since[agent] <= past.tick;
    const end = start[agent + 1];
    let tie = start[agent];
    for (let at = past.start[agent]; at < past.start[agent + 1]; at++) {
      const contact = past.contacts[at];
      if ((past.kind[at] & mask) !== value) continue;
      // Agents added later are beyond the end of the list and aren't members.
      if (members !== undefined && members[agent] !== 1 && members[contact] !== 1) continue;
      counted++;
      // Both lists are in ascending order.
      while (tie < end && contacts[tie] < contact) tie++;
      if (tie === end || contacts[tie] !== contact || !stayed || agents.since[contact] > past.tick) continue;
      kept += +(strength[tie] >= from);
    }
  }
  return kept / counted; // 0 / 0 is NaN
}
