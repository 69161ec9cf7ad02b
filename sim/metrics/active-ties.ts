import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";
import { strengthNow } from "../trust/tie-strength.ts";

/** A known tie is dormant after this many ticks without an encounter: a year. */
const DORMANT_AFTER = 52;

/**
 * The active network at a tick: the ties with a strength of `active_from` or more, each listed once, under its agent with the lower
 * index. Entry t of every column belongs to tie t. The ties of an agent are `start[agent]` to `start[agent + 1] − 1`, with
 * ascending contacts. Columns may be longer than the part in use.
 */
export interface ActiveTies {
  /** agents created so far; those who have left have no ties */
  agents: number;
  /** number of active ties */
  count: number;
  /** length at least agents + 1 */
  start: Uint32Array;
  /** the agent with the higher index */
  contacts: Uint32Array;
  /** strength at this tick, `active_from` to 1 */
  strength: Float64Array;
  /** by agent: number of active contacts */
  degree: Uint32Array;
  /** number of known ties, active or not */
  known: number;
  /**
   * number of known ties without an encounter for 52 ticks or more, whatever their strength. A tie without any encounter counts
   * from the tick in which it began. Counted here, because only this code visits every known tie.
   *
   * @see Levin, Walter and Murnighan 2011, Organization Science 22(4), 923–939, for the term
   */
  dormant: number;
}

export function createActiveTies(): ActiveTies {
  return {
    agents: 0,
    count: 0,
    start: new Uint32Array(1),
    contacts: new Uint32Array(0),
    strength: new Float64Array(0),
    degree: new Uint32Array(0),
    known: 0,
    dormant: 0,
  };
}

/** Fills `into` with the active ties of the population. Changes nothing in the population. Columns grow if they are too short. */
export function fillActiveTies(population: Population, into: ActiveTies): void {
  const { agents, ties } = population;
  const { length } = ties.blocks;
  let rows = 0;
  for (let agent = 0; agent < agents.count; agent++) rows += length[agent];
  reserve(into, agents.count, rows / 2);
  into.agents = agents.count;
  into.known = rows / 2;
  into.dormant = 0;
  into.degree.fill(0, 0, agents.count);
  let tie = 0;
  for (let agent = 0; agent < agents.count; agent++) {
    into.start[agent] = tie;
    tie = fillTiesOf(population, into, agent, tie);
  }
  into.start[agents.count] = tie;
  into.count = tie;
}

/** Adds an agent's active ties to contacts with a higher index, starting at position `tie`. Returns the position after them. */
function fillTiesOf(population: Population, into: ActiveTies, agent: number, tie: number): number {
  const { ties, values, tick } = population;
  const { ids, start, length } = ties.blocks;
  const { contacts, strength, degree } = into;
  const activeFrom = values[P.activeFrom];
  const silentSince = tick - DORMANT_AFTER;
  const first = tie;
  let dormant = 0;
  let row = start[agent];
  const end = row + length[agent];
  while (row < end && ids[row] < agent) row++;
  for (; row < end; row++) {
    dormant += +(ties.lastEncounter[row] <= silentSince);
    const now = strengthNow(ties, values, row, tick);
    if (!(now >= activeFrom)) continue;
    contacts[tie] = ids[row];
    strength[tie++] = now;
    degree[ids[row]]++;
  }
  degree[agent] += tie - first;
  into.dormant += dormant;
  return tie;
}

function reserve(into: ActiveTies, agents: number, ties: number): void {
  if (agents > into.degree.length) {
    into.start = new Uint32Array(Math.ceil(agents * 1.25) + 1);
    into.degree = new Uint32Array(Math.ceil(agents * 1.25));
  }
  if (ties > into.contacts.length) {
    into.contacts = new Uint32Array(Math.ceil(ties * 1.25));
    into.strength = new Float64Array(Math.ceil(ties * 1.25));
  }
}

/** Finds the position of the active tie of two agents, given in either order. Returns −1 if they have no active tie. */
export function findActiveTie(active: ActiveTies, one: number, other: number): number {
  const { start, contacts } = active;
  const lower = one < other ? one : other;
  const upper = one < other ? other : one;
  let low = start[lower];
  const end = start[lower + 1];
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (contacts[middle] < upper) low = middle + 1;
    else high = middle;
  }
  return low < end && contacts[low] === upper ? low : -1;
}
