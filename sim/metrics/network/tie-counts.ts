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
