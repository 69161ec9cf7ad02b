import { itemAt } from "../../item-at.ts";
import type { Neighbors } from "../network.ts";

/** The fewest starting agents of a sample. */
const LEAST_STARTS = 8;

/** What searches have found so far. */
interface Found {
  /** steps from the starting agents to all agents that ties connect with them */
  steps: number;
  /** number of these agents */
  pairs: number;
}

/**
 * The mean number of steps between two agents, over all pairs that ties connect. In a large network, over the pairs of evenly spaced
 * starting agents.
 *
 * @param most agents that one can reach at most, itself included: a search ends when it has found them
 * @param mostSteps about as many steps along ties are taken at most
 * @returns 1 or more; NaN if no two agents are connected
 * @see Watts and Strogatz 1998, Nature 393, 440–442
 */
export function meanDistance(neighbors: Neighbors, most: number, mostSteps: number): number {
  const { start, others } = neighbors;
  const agents = start.length - 1;
  const connected: number[] = [];
  for (let agent = 0; agent < agents; agent++) if ((start[agent + 1] ?? 0) > (start[agent] ?? 0)) connected.push(agent);
  const starts = Math.min(connected.length, Math.max(LEAST_STARTS, Math.floor(mostSteps / others.length)));
  const from = new Uint32Array(starts);
  for (let k = 0; k < starts; k++) from[k] = itemAt(connected, Math.floor((k * connected.length) / starts));
  // If agents have many contacts, sets with 32 agents a word take fewer steps than lists of contacts.
  const { steps, pairs } =
    agents * wordsFor(agents) < others.length ? searchSets(neighbors, from, most) : searchLists(neighbors, from, most);
  return steps / pairs; // 0 / 0 is NaN
}

function searchLists({ start, others }: Neighbors, starts: Uint32Array, most: number): Found {
  const agents = start.length - 1;
  const distance = new Int32Array(agents);
  const queue = new Uint32Array(agents);
  const found = { steps: 0, pairs: 0 };
  for (const from of starts) {
    distance.fill(-1);
    distance[from] = 0;
    queue[0] = from;
    let length = 1;
    for (let at = 0; at < length && length < most; at++) {
      const agent = queue[at] ?? 0;
      const next = (distance[agent] ?? 0) + 1;
      const end = start[agent + 1] ?? 0;
      for (let place = start[agent] ?? 0; place < end; place++) {
        const other = others[place] ?? 0;
        if ((distance[other] ?? 0) >= 0) continue;
        distance[other] = next;
        found.steps += next;
        queue[length++] = other;
      }
    }
    found.pairs += length - 1;
  }
  return found;
}

/** Agents are bits: the contacts of a set of agents are the union of their contacts. */
function searchSets({ start, others }: Neighbors, starts: Uint32Array, most: number): Found {
  const agents = start.length - 1;
  const width = wordsFor(agents);
  const contacts = new Uint32Array(agents * width);
  for (let agent = 0; agent < agents; agent++)
    for (let place = start[agent] ?? 0; place < (start[agent + 1] ?? 0); place++)
      addBit(contacts, agent * width, others[place] ?? 0);
  const seen = new Uint32Array(width);
  const last = new Uint32Array(width);
  const next = new Uint32Array(width);
  const found = { steps: 0, pairs: 0 };
  for (const from of starts) {
    seen.fill(0);
    last.fill(0);
    addBit(seen, 0, from);
    addBit(last, 0, from);
    let reached = 1;
    for (let distance = 1, fresh = 1; fresh > 0 && reached < most; distance++) {
      next.fill(0);
      uniteContacts(contacts, last, next);
      fresh = 0;
      for (let word = 0; word < width; word++) {
        const here = (next[word] ?? 0) & ~(seen[word] ?? 0);
        last[word] = here;
        seen[word] = (seen[word] ?? 0) | here;
        fresh += countBits(here);
      }
      found.steps += distance * fresh;
      reached += fresh;
    }
    found.pairs += reached - 1;
  }
  return found;
}

/** Adds the contacts of the agents in a set to another set. */
function uniteContacts(contacts: Uint32Array, agents: Uint32Array, into: Uint32Array): void {
  const width = agents.length;
  for (let word = 0; word < width; word++)
    for (let bits = agents[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const first = (32 * word + 31 - Math.clz32(bits & -bits)) * width;
      for (let at = 0; at < width; at++) into[at] = (into[at] ?? 0) | (contacts[first + at] ?? 0);
    }
}

function wordsFor(agents: number): number {
  return Math.ceil(agents / 32);
}

function addBit(words: Uint32Array, first: number, bit: number): void {
  const at = first + (bit >>> 5);
  words[at] = (words[at] ?? 0) | (1 << (bit & 31));
}

/** @see Warren 2013, Hacker's Delight, section 5-1 */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
