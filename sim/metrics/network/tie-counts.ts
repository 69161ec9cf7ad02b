import type { ActiveTies } from "../active-ties.ts";

/** Counts the strong ties: active ties with a strength of `strongFrom` or more. The other active ties are weak. */
export function strongTies({ strength, count }: ActiveTies, strongFrom: number): number {
  let strong = 0;
  for (let tie = 0; tie < count; tie++) strong += +(strength[tie] >= strongFrom);
  return strong;
}

/** Counts the cross ties: active ties between agents who are in different circles now. */
export function crossTies({ start, contacts, agents }: ActiveTies, circle: Uint32Array): number {
  let cross = 0;
  for (let agent = 0; agent < agents; agent++) {
    const own = circle[agent];
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) cross += +(circle[contacts[tie]] !== own);
  }
  return cross;
}

/**
 * Computes the share of strong ties among cross ties.
 *
 * @param members by agent: 1 for members; only ties with at least one member count. Undefined means all ties
 * @returns 0 to 1; NaN if there is no such tie
 */
export function strongCrossShare(
  { start, contacts, strength, agents }: ActiveTies,
  circle: Uint32Array,
  strongFrom: number,
  members?: Uint8Array,
): number {
  let cross = 0;
  let strong = 0;
  for (let agent = 0; agent < agents; agent++) {
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) {
      const contact = contacts[tie];
      if (circle[contact] === circle[agent]) continue;
      if (members !== undefined && members[agent] !== 1 && members[contact] !== 1) continue;
      cross++;
      strong += +(strength[tie] >= strongFrom);
    }
  }
  return strong / cross; // 0 / 0 is NaN
}
