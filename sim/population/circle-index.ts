import type { AgentStore } from "./agent-store.ts";

/** Who is there, and who shares a circle with whom: lists derived from the agents, made anew when someone comes, goes or moves. */
export interface CircleIndex {
  /** agents that are there, ascending; length = their number */
  present: Uint32Array;
  /** by agent: its place in `present` */
  placeInAll: Uint32Array;
  /** agents that are there, by circle, ascending within it */
  members: Uint32Array;
  /** by circle: where its members begin in `members`; one more entry than circles */
  start: Uint32Array;
  /** by agent: its place among the members of its circle, from 0 */
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

/** Circles there are, those without members included. */
export function numberOfCircles(index: CircleIndex): number {
  return index.start.length - 1;
}

/** A uniform other member of the agent's circle for a draw u in [0, 1); −1 where it is alone. */
export function otherInCircle(index: CircleIndex, circle: number, agent: number, u: number): number {
  const start = index.start[circle];
  return otherAt(index.members, start, index.start[circle + 1] - start, index.place[agent], u);
}

/** A uniform other agent for a draw u in [0, 1); −1 where it is alone. */
export function otherAnywhere(index: CircleIndex, agent: number, u: number): number {
  return otherAt(index.present, 0, index.present.length, index.placeInAll[agent], u);
}

function otherAt(list: Uint32Array, start: number, count: number, own: number, u: number): number {
  if (count < 2) return -1;
  const place = Math.floor(u * (count - 1));
  return list[start + place + +(place >= own)];
}
