import {
  createSortedBlocks,
  type FollowingColumns,
  findRow,
  growOwners,
  insertRow,
  removeRow,
  reserveRows,
  type SortedBlocks,
} from "./sorted-blocks.ts";

/** Places of the four beliefs within a row's record. */
// biome-ignore format: a table
export const CREDIBILITY = 0, RELIABILITY = 1, INTIMACY = 2, SELF_ORIENTATION = 3;

/** Length of a row's record of beliefs. */
export const BELIEFS = 4;

/** A tick that never comes: no tie of the agent will be forgotten without a new encounter. */
export const NEVER = 1 << 30;

/**
 * Ties as rows by agent: a tie stands twice, once in the list of each of its two agents, contacts ascending. A row holds what
 * its agent believes of the contact, and its own copy of the tie's strength and last encounter, so that all an agent's ties lie
 * together. The two copies are always equal: only `setStrength` (trust/tie-strength.ts) and `addTie` write them.
 * 60 bytes a row, that is a directed tie, and what is free in the blocks.
 */
export interface TieStore {
  /** whose rows lie where; `blocks.ids` is the contact of each row */
  readonly blocks: SortedBlocks;
  /** what the row's agent believes of the contact: BELIEFS a row, each 0 to 1 */
  beliefs: Float64Array;
  /** pieces of evidence behind the beliefs */
  evidence: Uint32Array;
  /** the trust share that follows from the beliefs, 0 to 1 (trust/trust-equation.ts), kept with them */
  trust: Float64Array;
  /** strength when last set, 0 to 1; what it is now is for `strengthNow` */
  strength: Float64Array;
  /** tick of the last encounter; the tick in which the tie began where there was none yet */
  lastEncounter: Int32Array;
  /** by agent: no tie to a contact of higher index is forgotten before this tick */
  nextForgetting: Int32Array;
  /** how the columns follow the rows of the blocks */
  columns: FollowingColumns;
}

/** @param rows room for this many rows, that is twice the ties */
export function createTieStore(agents: number, rows: number): TieStore {
  const ties: TieStore = {
    blocks: createSortedBlocks(agents, rows),
    beliefs: new Float64Array(rows * BELIEFS),
    evidence: new Uint32Array(rows),
    trust: new Float64Array(rows),
    strength: new Float64Array(rows),
    lastEncounter: new Int32Array(rows),
    nextForgetting: new Int32Array(agents).fill(NEVER),
    columns: undefined as unknown as FollowingColumns,
  };
  ties.columns = new TieColumns(ties);
  return ties;
}

/** How the columns of the store follow its rows. */
class TieColumns implements FollowingColumns {
  readonly #ties: TieStore;

  constructor(ties: TieStore) {
    this.#ties = ties;
  }

  grow(rows: number): void {
    const ties = this.#ties;
    ties.beliefs = longer(ties.beliefs, new Float64Array(rows * BELIEFS));
    ties.evidence = longer(ties.evidence, new Uint32Array(rows));
    ties.trust = longer(ties.trust, new Float64Array(rows));
    ties.strength = longer(ties.strength, new Float64Array(rows));
    ties.lastEncounter = longer(ties.lastEncounter, new Int32Array(rows));
  }

  move(to: number, from: number, count: number): void {
    const ties = this.#ties;
    const end = from + count;
    ties.beliefs.copyWithin(to * BELIEFS, from * BELIEFS, end * BELIEFS);
    ties.evidence.copyWithin(to, from, end);
    ties.trust.copyWithin(to, from, end);
    ties.strength.copyWithin(to, from, end);
    ties.lastEncounter.copyWithin(to, from, end);
  }
}

function longer<A extends Float64Array | Uint32Array | Int32Array>(column: A, into: A): A {
  into.set(column);
  return into;
}

/** Room for more agents, none of which has a tie yet. */
export function growTieOwners(ties: TieStore, agents: number): void {
  growOwners(ties.blocks, agents);
  if (ties.nextForgetting.length >= ties.blocks.start.length) return;
  ties.nextForgetting = longer(ties.nextForgetting, new Int32Array(ties.blocks.start.length).fill(NEVER));
}

/** The row in which `agent` knows `contact`, or −1 where it does not. */
export function tieRow(ties: TieStore, agent: number, contact: number): number {
  return findRow(ties.blocks, agent, contact);
}

/**
 * A new tie between two agents who do not know each other. Beliefs, evidence and trust of both rows are 0 until set.
 * Rows found earlier hold no longer.
 */
export function addTie(ties: TieStore, one: number, other: number, strength: number, tick: number): void {
  openRow(ties, one, other, strength, tick);
  openRow(ties, other, one, strength, tick);
}

function openRow(ties: TieStore, agent: number, contact: number, strength: number, tick: number): void {
  const row = insertRow(ties.blocks, agent, contact, ties.columns);
  ties.beliefs.fill(0, row * BELIEFS, row * BELIEFS + BELIEFS);
  ties.evidence[row] = 0;
  ties.trust[row] = 0;
  ties.strength[row] = strength;
  ties.lastEncounter[row] = tick;
}

/** Forgets a tie, beliefs and all, on both sides. Rows found earlier hold no longer. */
export function removeTie(ties: TieStore, one: number, other: number): void {
  removeRow(ties.blocks, one, tieRow(ties, one, other), ties.columns);
  removeRow(ties.blocks, other, tieRow(ties, other, one), ties.columns);
}

/** Room for `contacts` contacts of an agent, where their number is known beforehand. */
export function reserveContacts(ties: TieStore, agent: number, contacts: number): void {
  reserveRows(ties.blocks, agent, contacts, ties.columns);
}
