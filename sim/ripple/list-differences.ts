import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";
import { BELIEFS, type TieStore } from "../population/tie-store.ts";
import { fadedStrength } from "../trust/tie-strength.ts";
import { trustScore } from "../trust/trust-equation.ts";

/** How much one agent trusts another in two worlds, as trust scores. */
export interface TrustDifference {
  readonly believer: number;
  readonly about: number;
  readonly before: number;
  readonly after: number;
  /** of the trust share */
  readonly change: number;
}

/** How strong a tie is in two worlds; 0 in a world that has no such tie. */
export interface TieDifference {
  readonly lower: number;
  readonly upper: number;
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

/** The largest differences of two worlds at one tick, largest first. */
export interface Differences {
  readonly trust: readonly TrustDifference[];
  readonly ties: readonly TieDifference[];
}

/**
 * Lists where two worlds of one seed differ most at one tick. Reads only.
 *
 * @param least what counts as a difference of a trust share or a strength, above 0
 * @param most how many of each to list
 */
export function listDifferences(one: Population, other: Population, least: number, most: number): Differences {
  const trust = createTop<TrustDifference>(most);
  const ties = createTop<TieDifference>(most);
  const count = Math.max(one.agents.count, other.agents.count);
  for (let agent = 0; agent < count; agent++) walkTies(one, other, agent, addRow);
  return { trust: trust.list, ties: ties.list };

  /** @param row, twin −1 in a world without the tie */
  function addRow(agent: number, contact: number, row: number, twin: number): void {
    if (row >= 0 && twin >= 0) {
      const change = other.ties.trust[twin] - one.ties.trust[row];
      if (Math.abs(change) >= least && trust.takes(change))
        trust.add({ believer: agent, about: contact, before: scoreOf(one.ties, row), after: scoreOf(other.ties, twin), change });
    }
    // Each tie is in the lists of both agents.
    if (contact < agent) return;
    const before = strengthOf(one, row);
    const after = strengthOf(other, twin);
    const change = after - before;
    if ((row < 0 !== twin < 0 || Math.abs(change) >= least) && ties.takes(change))
      ties.add({ lower: agent, upper: contact, before, after, change });
  }
}

/** Calls back for each contact that an agent has in either world. Lists of contacts are ascending. */
function walkTies(
  one: Population,
  other: Population,
  agent: number,
  onRow: (agent: number, contact: number, row: number, twin: number) => void,
): void {
  let [row, end] = rowsOf(one, agent);
  let [twin, twinEnd] = rowsOf(other, agent);
  const [ids, twinIds] = [one.ties.blocks.ids, other.ties.blocks.ids];
  while (row < end || twin < twinEnd) {
    const own = row < end ? ids[row] : Number.POSITIVE_INFINITY;
    const theirs = twin < twinEnd ? twinIds[twin] : Number.POSITIVE_INFINITY;
    const contact = Math.min(own, theirs);
    onRow(agent, contact, own === contact ? row++ : -1, theirs === contact ? twin++ : -1);
  }
}

function rowsOf({ agents, ties: { blocks } }: Population, agent: number): [first: number, end: number] {
  return agent < agents.count ? [blocks.start[agent], blocks.start[agent] + blocks.length[agent]] : [0, 0];
}

function strengthOf({ ties, values, tick }: Population, row: number): number {
  if (row < 0) return 0;
  return fadedStrength(ties.strength[row], tick - ties.lastEncounter[row], values[P.fadingRate], values[P.fadingProtection]);
}

function scoreOf({ beliefs }: TieStore, row: number): number {
  const at = row * BELIEFS;
  return trustScore(beliefs[at], beliefs[at + 1], beliefs[at + 2], beliefs[at + 3]);
}

/** The largest changes so far, largest first; of equal ones, the first. */
interface Top<T> {
  readonly list: readonly T[];
  /** whether a change is among the largest */
  takes(change: number): boolean;
  add(one: T): void;
}

function createTop<T extends { readonly change: number }>(most: number): Top<T> {
  const list: T[] = [];
  return {
    list,
    takes: (change) => list.length < most || Math.abs(change) > Math.abs(list[list.length - 1].change),
    add(one) {
      let at = list.length;
      while (at > 0 && Math.abs(list[at - 1].change) < Math.abs(one.change)) at--;
      list.splice(at, 0, one);
      if (list.length > most) list.pop();
    },
  };
}
