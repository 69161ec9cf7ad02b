import type { AgentStore } from "./agent-store.ts";

/**
 * Lists of the agents who are present, in all and by circle. They follow from the agent store. They are created again when an
 * intervention adds, removes or moves agents; if two agents swap circles, only their two lists change.
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
  /** 1 if the sociality of everyone present is 1, else 0 */
  alike: number;
}

export function createCircleIndex(agents: AgentStore): CircleIndex {
  const { count, present, circle, sociality } = agents;
  let there = 0;
  let circles = 0;
  let alike = 1;
  for (let agent = 0; agent < count; agent++) {
    there += present[agent];
    if (circle[agent] >= circles) circles = circle[agent] + 1;
    if (present[agent] === 1 && sociality[agent] !== 1) alike = 0;
  }
  const index: CircleIndex = {
    present: new Uint32Array(there),
    placeInAll: new Uint32Array(count),
    members: new Uint32Array(there),
    start: new Uint32Array(circles + 1),
    place: new Uint32Array(count),
    alike,
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

/** Lets two agents of different circles swap their circles. Lists of all other circles stay as they are. */
export function swapCircles(index: CircleIndex, agents: AgentStore, one: number, other: number): void {
  const { circle } = agents;
  const from = circle[one];
  const to = circle[other];
  const placeOfOther = index.place[other];
  replaceMember(index, from, index.place[one], other);
  replaceMember(index, to, placeOfOther, one);
  circle[one] = to;
  circle[other] = from;
}

/** Replaces the member at some place of a circle by an agent who isn't a member, and keeps the list ascending. */
function replaceMember({ members, start, place }: CircleIndex, circle: number, at: number, entering: number): void {
  const first = start[circle];
  const end = start[circle + 1];
  let gap = first + at;
  for (; gap + 1 < end && members[gap + 1] < entering; gap++) {
    members[gap] = members[gap + 1];
    place[members[gap]] = gap - first;
  }
  for (; gap > first && members[gap - 1] > entering; gap--) {
    members[gap] = members[gap - 1];
    place[members[gap]] = gap - first;
  }
  members[gap] = entering;
  place[entering] = gap - first;
}

/** Counts the circles, including those without members. */
export function countCircles(index: CircleIndex): number {
  return index.start.length - 1;
}

/** Picks another member of the agent's circle, each equally likely, by a draw u in [0, 1). Returns −1 if there is no other. */
function otherInCircle(index: CircleIndex, circle: number, agent: number, u: number): number {
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

/**
 * Draws another member of the agent's circle, by sociality, by a draw u in [0, 1). Returns −1 if there is no other who meets people. If
 * everyone's sociality is 1, each is equally likely.
 */
export function sociableInCircle(index: CircleIndex, { circle, sociality }: AgentStore, agent: number, u: number): number {
  if (index.alike === 1) return otherInCircle(index, circle[agent], agent, u);
  return otherByWeight(index.members, index.start[circle[agent]], index.start[circle[agent] + 1], agent, sociality, u);
}

/** Draws any other agent, by sociality. Returns −1 if there is no other who meets people. */
export function sociableAnywhere(index: CircleIndex, { sociality }: AgentStore, agent: number, u: number): number {
  if (index.alike === 1) return otherAnywhere(index, agent, u);
  return otherByWeight(index.present, 0, index.present.length, agent, sociality, u);
}

/** Draws an entry of the list from `start` to `end` − 1, but not the agent itself, by weight. */
function otherByWeight(list: Uint32Array, start: number, end: number, agent: number, weights: Float64Array, u: number): number {
  let total = 0;
  for (let at = start; at < end; at++) if (list[at] !== agent) total += weights[list[at]];
  const mark = u * total;
  let sum = 0;
  let last = -1;
  for (let at = start; at < end; at++) {
    const other = list[at];
    if (other === agent || weights[other] === 0) continue;
    sum += weights[other];
    last = other;
    if (mark < sum) return other;
  }
  return last;
}
