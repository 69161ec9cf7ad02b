import { itemAt } from "../../item-at.ts";
import { chooseTies, lowerAgents, type Network, neighborsOf, type TieKind, type Ties } from "../network.ts";
import { createPairSet, type PairSet } from "../pair-set.ts";

/** The last group of a closure curve has this many shared contacts or more. */
const MOST_SHARED = 5;

/** A point of a closure curve. */
export interface ClosurePoint {
  readonly tick: number;
  readonly ties: TieKind;
  /** number of contacts that the pair shared; MOST_SHARED stands for it and more */
  readonly shared: number;
  /** pairs without a tie at the wave before */
  readonly pairs: number;
  /** how many of them have a tie now */
  readonly closed: number;
}

/** Pairs and closed pairs, by number of shared contacts; those across circles in the second list. */
interface Counts {
  readonly pairs: readonly [Float64Array, Float64Array];
  readonly closed: readonly [Float64Array, Float64Array];
}

/**
 * The hazard of closure: of the pairs of agents without a tie at one wave, the share that has a tie at the next one, by the number of
 * contacts that they shared. Circles are those of the first wave. Only agents who were there at both waves make pairs.
 *
 * @param stayed whether an agent was there at both waves
 * @see Kossinets and Watts 2006, Science 311(5757), 88–90
 */
export function closureCurves(before: Network, now: Network, stayed: (agent: number) => boolean): ClosurePoint[] {
  const { ties, circle } = before;
  const agents = [...Array(ties.agents).keys()].filter(stayed);
  const counts = countShared(before, now, agents);
  const all = pairsByCircle(agents, circle);
  const tied = countTied(ties, circle, stayed);
  const closedAll = countTied(newTies(before, now), circle, stayed);
  // What shares no contact is what is left.
  for (const across of [0, 1] as const) {
    const rest = (sums: Float64Array) => sums.reduce((sum, one) => sum + one, 0);
    counts.pairs[across][0] = all[across] - tied[across] - rest(counts.pairs[across]);
    counts.closed[across][0] = closedAll[across] - rest(counts.closed[across]);
  }
  const point = (kind: TieKind, shared: number, parts: readonly (0 | 1)[]): ClosurePoint => ({
    tick: now.tick,
    ties: kind,
    shared,
    pairs: parts.reduce<number>((sum, part) => sum + itemAt(counts.pairs[part], shared), 0),
    closed: parts.reduce<number>((sum, part) => sum + itemAt(counts.closed[part], shared), 0),
  });
  const kinds: readonly (readonly [TieKind, readonly (0 | 1)[]])[] = [
    ["all", [0, 1]],
    ["within", [0]],
    ["across", [1]],
  ];
  return kinds.flatMap(([kind, parts]) => Array.from({ length: MOST_SHARED + 1 }, (_, shared) => point(kind, shared, parts)));
}

/** Counts the pairs that share a contact. Each agent looks at the contacts of its contacts with a higher index. */
function countShared(before: Network, now: Network, agents: readonly number[]): Counts {
  const { ties, circle } = before;
  const lower = lowerAgents(ties);
  const { start, others } = neighborsOf(ties, lower, chooseTies(before, lower, "all"));
  const later = tieSet(now.ties);
  const counts: Counts = { pairs: [zeros(), zeros()], closed: [zeros(), zeros()] };
  const shared = new Uint32Array(ties.agents);
  const stayed = new Uint8Array(ties.agents);
  for (const agent of agents) stayed[agent] = 1;
  /** agents who share a contact with the agent */
  const met = new Uint32Array(ties.agents);
  for (const agent of agents) {
    let length = 0;
    for (let at = start[agent] ?? 0; at < (start[agent + 1] ?? 0); at++) {
      const between = others[at] ?? 0;
      for (let theirs = start[between] ?? 0; theirs < (start[between + 1] ?? 0); theirs++) {
        const other = others[theirs] ?? 0;
        if (other <= agent) continue;
        if (shared[other] === 0) met[length++] = other;
        shared[other] = (shared[other] ?? 0) + 1;
      }
    }
    // Pairs with a tie don't count.
    for (let at = start[agent] ?? 0; at < (start[agent + 1] ?? 0); at++) shared[others[at] ?? 0] = 0;
    for (let at = 0; at < length; at++) {
      const other = met[at] ?? 0;
      const k = Math.min(MOST_SHARED, shared[other] ?? 0);
      shared[other] = 0;
      if (k === 0 || stayed[other] !== 1) continue;
      const across = circle[agent] === circle[other] ? 0 : 1;
      const pairs = counts.pairs[across];
      const closed = counts.closed[across];
      pairs[k] = (pairs[k] ?? 0) + 1;
      closed[k] = (closed[k] ?? 0) + +later.has(agent, other);
    }
  }
  return counts;
}

function zeros(): Float64Array {
  return new Float64Array(MOST_SHARED + 1);
}

function tieSet({ agents, start, contacts }: Ties): PairSet {
  const pairs = createPairSet(agents);
  for (let agent = 0; agent < agents; agent++)
    for (let tie = start[agent] ?? 0; tie < (start[agent + 1] ?? 0); tie++) pairs.add(agent, contacts[tie] ?? 0);
  return pairs;
}

/** The ties of the second wave whose agents had none at the first. */
function newTies(before: Network, now: Network): Pick<Ties, "agents" | "count" | "start" | "contacts"> {
  const earlier = tieSet(before.ties);
  const start = new Uint32Array(before.ties.agents + 1);
  const contacts: number[] = [];
  for (let agent = 0; agent < before.ties.agents; agent++) {
    for (let tie = now.ties.start[agent] ?? 0; tie < (now.ties.start[agent + 1] ?? 0); tie++) {
      const contact = itemAt(now.ties.contacts, tie);
      if (contact < before.ties.agents && !earlier.has(agent, contact)) contacts.push(contact);
    }
    start[agent + 1] = contacts.length;
  }
  return { agents: before.ties.agents, count: contacts.length, start, contacts: Uint32Array.from(contacts) };
}

/** Counts ties between agents who stayed: within and across circles. */
function countTied(
  ties: Pick<Ties, "agents" | "count" | "start" | "contacts">,
  circle: Uint32Array,
  stayed: (agent: number) => boolean,
): [number, number] {
  const counts: [number, number] = [0, 0];
  for (let agent = 0; agent < ties.agents; agent++)
    for (let tie = ties.start[agent] ?? 0; tie < (ties.start[agent + 1] ?? 0); tie++) {
      const contact = itemAt(ties.contacts, tie);
      if (stayed(agent) && stayed(contact)) counts[circle[agent] === circle[contact] ? 0 : 1]++;
    }
  return counts;
}

/** Counts pairs of agents: within and across circles. */
function pairsByCircle(agents: readonly number[], circle: Uint32Array): [number, number] {
  const sizes = new Map<number, number>();
  for (const agent of agents) sizes.set(itemAt(circle, agent), (sizes.get(itemAt(circle, agent)) ?? 0) + 1);
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const within = [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0);
  return [within, pairs(agents.length) - within];
}

/** How much more often pairs with a shared contact get a tie than pairs without one; NaN if either is not defined. */
export function closureRatio(points: readonly ClosurePoint[], kind: TieKind): number {
  const own = points.filter(({ ties }) => ties === kind);
  const hazard = (some: readonly ClosurePoint[]) =>
    some.reduce((sum, { closed }) => sum + closed, 0) / some.reduce((sum, { pairs }) => sum + pairs, 0);
  const without = hazard(own.filter(({ shared }) => shared === 0));
  return without > 0 ? hazard(own.filter(({ shared }) => shared > 0)) / without : Number.NaN;
}
