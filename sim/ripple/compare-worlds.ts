import { definitions } from "../parameters/definitions.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAITS } from "../parameters/trait-names.ts";
import type { NewsStore } from "../population/news-store.ts";
import type { Population } from "../population/population.ts";
import type { PromiseStore } from "../population/promise-store.ts";
import { BELIEFS } from "../population/tie-store.ts";
import { COUNTS } from "../random/keyed-draws.ts";
import { fadedStrength } from "../trust/tie-strength.ts";

const MOST_AGENTS = definitions.agents.max;

/** How two worlds at one tick differ. A directed belief is what one agent believes of another: all four components together. */
export interface WorldDifference {
  /** by agent: 1 if anything of it differs that a rule reads: beliefs, evidence, ties, promises, news, circle or traits */
  agents: Uint8Array;
  /** by agent: 1 if its trust share in someone differs by `least` or more, or if it knows someone in one world only */
  noticed: Uint8Array;
  /** agents of each kind */
  agentCount: number;
  noticedCount: number;
  /** directed beliefs that both worlds have and that differ, and those whose trust share differs by `least` or more */
  beliefs: number;
  noticedBeliefs: number;
  /** ties that only the second world knows, and those that only the first one knows */
  gained: number;
  lost: number;
  /** ties that both know and whose strength is higher (lower) by `least` or more in the second world */
  stronger: number;
  weaker: number;
  /** the largest difference of a trust share */
  largest: number;
}

export function createWorldDifference(): WorldDifference {
  return {
    agents: new Uint8Array(0),
    noticed: new Uint8Array(0),
    agentCount: 0,
    noticedCount: 0,
    beliefs: 0,
    noticedBeliefs: 0,
    gained: 0,
    lost: 0,
    stronger: 0,
    weaker: 0,
    largest: 0,
  };
}

/**
 * Compares two worlds of one seed at one tick, to the last bit. Reads only. Counts of the observer, such as payoff, play no part.
 *
 * @param least what counts as a noticeable difference of a trust share or a strength, above 0
 * @param into overwritten
 */
export function compareWorlds(one: Population, other: Population, least: number, into: WorldDifference): void {
  const count = Math.max(one.agents.count, other.agents.count);
  if (into.agents.length < count) {
    into.agents = new Uint8Array(count);
    into.noticed = new Uint8Array(count);
  }
  into.agents.fill(0);
  into.noticed.fill(0);
  into.beliefs = into.noticedBeliefs = into.gained = into.lost = into.stronger = into.weaker = into.largest = 0;
  for (let agent = 0; agent < count; agent++) {
    compareTies(one, other, agent, least, into);
    if (isOtherPerson(one, other, agent) || holdsOther(one.news, other.news, agent)) into.agents[agent] = 1;
  }
  markPromises(one.promises, other.promises, into.agents);
  into.agentCount = sum(into.agents);
  into.noticedCount = sum(into.noticed);
}

/** Compares what an agent believes and whom it knows. Lists of contacts are ascending, so both are walked side by side. */
function compareTies(one: Population, other: Population, agent: number, least: number, into: WorldDifference): void {
  let row = firstRow(one, agent);
  let twin = firstRow(other, agent);
  const end = row + rowCount(one, agent);
  const twinEnd = twin + rowCount(other, agent);
  const ids = one.ties.blocks.ids;
  const twinIds = other.ties.blocks.ids;
  while (row < end || twin < twinEnd) {
    if (row < end && twin < twinEnd && ids[row] === twinIds[twin]) {
      compareRow(one, other, agent, row++, twin++, least, into);
      continue;
    }
    const isLost = twin >= twinEnd || (row < end && ids[row] < twinIds[twin]);
    const contact = isLost ? ids[row++] : twinIds[twin++];
    into.agents[agent] = 1;
    into.noticed[agent] = 1;
    // Each tie is in the lists of both agents.
    if (contact < agent) continue;
    if (isLost) into.lost++;
    else into.gained++;
  }
}

function compareRow(
  one: Population,
  other: Population,
  agent: number,
  row: number,
  twin: number,
  least: number,
  into: WorldDifference,
): void {
  const a = one.ties;
  const b = other.ties;
  let differs = false;
  for (let k = 0; k < BELIEFS; k++) differs = differs || a.beliefs[row * BELIEFS + k] !== b.beliefs[twin * BELIEFS + k];
  if (differs) {
    into.beliefs++;
    const change = Math.abs(a.trust[row] - b.trust[twin]);
    if (change > into.largest) into.largest = change;
    if (change >= least) {
      into.noticedBeliefs++;
      into.noticed[agent] = 1;
    }
  }
  const isSameTie = a.strength[row] === b.strength[twin] && a.lastEncounter[row] === b.lastEncounter[twin];
  if (!differs && isSameTie && a.evidence[row] === b.evidence[twin]) return;
  into.agents[agent] = 1;
  if (isSameTie || a.blocks.ids[row] < agent) return;
  const gain = strengthOf(other, twin) - strengthOf(one, row);
  if (gain >= least) into.stronger++;
  if (gain <= -least) into.weaker++;
}

function strengthOf({ ties, values, tick }: Population, row: number): number {
  return fadedStrength(ties.strength[row], tick - ties.lastEncounter[row], values[P.fadingRate], values[P.fadingProtection]);
}

function firstRow({ agents, ties }: Population, agent: number): number {
  return agent < agents.count ? ties.blocks.start[agent] : 0;
}

function rowCount({ agents, ties }: Population, agent: number): number {
  return agent < agents.count ? ties.blocks.length[agent] : 0;
}

function isOtherPerson({ agents: one }: Population, { agents: other }: Population, agent: number): boolean {
  if (agent >= one.count || agent >= other.count) return true;
  for (let at = agent * TRAITS; at < (agent + 1) * TRAITS; at++) if (one.traits[at] !== other.traits[at]) return true;
  return (
    one.present[agent] !== other.present[agent] ||
    one.since[agent] !== other.since[agent] ||
    one.circle[agent] !== other.circle[agent]
  );
}

/** Whether an agent holds other live items of news. */
function holdsOther(one: NewsStore, other: NewsStore, agent: number): boolean {
  let at = firstLive(one, agent);
  let twin = firstLive(other, agent);
  const end = one.held.start[agent] + one.held.length[agent];
  const twinEnd = other.held.start[agent] + other.held.length[agent];
  if (end - at !== twinEnd - twin) return true;
  while (at < end) if (one.held.ids[at++] !== other.held.ids[twin++]) return true;
  return false;
}

function firstLive({ held, oldestLive }: NewsStore, agent: number): number {
  let at = held.start[agent];
  const end = at + held.length[agent];
  while (at < end && held.ids[at] < oldestLive) at++;
  return at;
}

/** Marks the agents of promises that are waiting in one world only, or differ. */
function markPromises(one: PromiseStore, other: PromiseStore, agents: Uint8Array): void {
  const waiting = new Map<number, number>();
  for (let at = 0; at < one.count; at++) waiting.set(promiseKey(one, at), at);
  for (let at = 0; at < other.count; at++) {
    const key = promiseKey(other, at);
    const twin = waiting.get(key);
    waiting.delete(key);
    if (twin === undefined || !isSamePromise(one, twin, other, at)) mark(other, at, agents);
  }
  for (const at of waiting.values()) mark(one, at, agents);
}

/** A number for a promise by asker, promiser and tick. A pair makes at most one promise in each direction in a tick. */
function promiseKey({ asker, promiser, made }: PromiseStore, at: number): number {
  return (asker[at] * MOST_AGENTS + promiser[at]) * COUNTS + (((made[at] % COUNTS) + COUNTS) % COUNTS);
}

function isSamePromise(one: PromiseStore, at: number, other: PromiseStore, twin: number): boolean {
  return one.due[at] === other.due[twin] && one.relied[at] === other.relied[twin] && one.need[at] === other.need[twin];
}

function mark({ asker, promiser }: PromiseStore, at: number, agents: Uint8Array): void {
  agents[asker[at]] = 1;
  agents[promiser[at]] = 1;
}

function sum(marks: Uint8Array): number {
  let total = 0;
  for (let at = 0; at < marks.length; at++) total += marks[at];
  return total;
}
