import type { AgentStore } from "./agent-store.ts";

/**
 * Lists of the agents who are present, in all and by circle. They follow from the agent store and are created again when an agent
 * is added, leaves or moves.
 */
export interface CircleIndex {
  /** agents who are present, ascending; exactly as long as their number */
  present: Uint32Array;
  /** by agent: its position in `present` */
  placeInAll: Uint32Array;
  /** agents who are present, by circle, ascending within each */
  members: Uint32Array;
  /** by circle: the position of its first member in `members`; one entry more than circles */
  start: Uint32Array;
  /** by agent: its position among the members of its circle, from 0 */
  place: Uint32Array;
}

export function createCircleIndex(agents: AgentStore): CircleIndex {
  const { count, present, circle } = agents;
  let there = 0;
  let circles = 0;
  for (let agent = 0; agent < count; agent++) {
    there += present[agent];
    if (circle[agent] >= circles) circles = circle[agent] + 1;
  }
  const index: CircleIndex = {
    present: new Uint32Array(there),
    placeInAll: new Uint32Array(count),
    members: new Uint32Array(there),
    start: new Uint32Array(circles + 1),
    place: new Uint32Array(count),
  };
  for (let agent = 0, at = 0; agent < count; agent++) {
    if (present[agent] === 0) continue;
    index.placeInAll[agent] = at;
    index.present[at++] = agent;
    index.place[agent] = index.start[circle[agent] + 1]++;
  }
  for (let c = 0; c < circles; c++) index.start[c + 1] += index.start[c];
  for (const agent of index.present) index.members[index.start[circle[agent]] + index.place[agent]] = agent;
  return index;
}

/** Counts the circles, including those without members. */
export function countCircles(index: CircleIndex): number {
  return index.start.length - 1;
}

/** Picks another member of the agent's circle, each equally likely, by a draw u in [0, 1). Returns −1 if there is no other. */
export function otherInCircle(index: CircleIndex, circle: number, agent: number, u: number): number {
  const start = index.start[circle];
  return otherAt(index.members, start, index.start[circle + 1] - start, index.place[agent], u);
}

/** Picks any other agent, each equally likely, by a draw u in [0, 1). Returns −1 if there is no other. */
export function otherAnywhere(index: CircleIndex, agent: number, u: number): number {
  return otherAt(index.present, 0, index.present.length, index.placeInAll[agent], u);
}

function otherAt(list: Uint32Array, start: number, count: number, own: number, u: number): number {
  if (count < 2) return -1;
  const place = Math.floor(u * (count - 1));
  return list[start + place + +(place >= own)];
}
