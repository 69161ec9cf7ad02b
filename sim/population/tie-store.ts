import { growColumns } from "./grow-columns.ts";
import {
  createSortedBlocks,
  type FollowingColumns,
  findRow,
  growOwners,
  insertRow,
  removeRow,
  reserveLists,
  reserveRows,
  type SortedBlocks,
} from "./sorted-blocks.ts";

/** Positions of the four beliefs within a row's record. */
// biome-ignore format: a table
export const CREDIBILITY = 0, RELIABILITY = 1, INTIMACY = 2, SELF_ORIENTATION = 3;

/** Length of a row's record of beliefs. */
export const BELIEFS = 4;

/** A tick after the last possible one. In `nextForgetting`: none of the agent's ties will ever fall below the threshold. */
export const NEVER = 1 << 30;

/**
 * Ties as rows. Each tie is stored twice, once in the list of each of its agents, with ascending contacts. A row holds what its
 * agent believes of the contact, and a copy of the tie's strength and last encounter, so that all data about an agent's ties lies
 * together. The two copies are always equal: only `setStrength` (trust/tie-strength.ts) and `addTie` write them. A row takes 64
 * bytes; blocks also hold free rows.
 */
export interface TieStore {
  /** where each agent's rows are; `blocks.ids` holds the contact of each row */
  readonly blocks: SortedBlocks;
  /** what the row's agent believes of the contact: BELIEFS values per row, each 0 to 1 */
  beliefs: Float64Array;
  /** pieces of evidence that the row's agent has about the contact, as of the last encounter */
  evidence: Float64Array;
  /** trust share, 0 to 1; follows from the beliefs (trust/trust-equation.ts) and is updated with them */
  trust: Float64Array;
  /** strength when it was last set, 0 to 1; `strengthNow` computes the current value */
  strength: Float64Array;
  /** tick of the last encounter, or the tick in which the tie began if there was none yet */
  lastEncounter: Int32Array;
  /** by agent: no tie to a contact with a higher index is forgotten before this tick */
  nextForgetting: Int32Array;
  /** grows and moves the columns with the rows of the blocks */
  columns: FollowingColumns;
}

/**
 * Creates a store without ties.
 *
 * @param rows how many rows to make room for: two for each tie
 */
export function createTieStore(agents: number, rows: number): TieStore {
  const ties: TieStore = {
    blocks: createSortedBlocks(agents, rows),
    ...createRowColumns(rows),
    ...createAgentColumns(agents),
    columns: undefined as unknown as FollowingColumns,
  };
  ties.columns = new TieColumns(ties);
  return ties;
}

function createRowColumns(rows: number) {
  return {
    beliefs: new Float64Array(rows * BELIEFS),
    evidence: new Float64Array(rows),
    trust: new Float64Array(rows),
    strength: new Float64Array(rows),
    lastEncounter: new Int32Array(rows),
  };
}

function createAgentColumns(agents: number) {
  return { nextForgetting: new Int32Array(agents).fill(NEVER) };
}

/** Lets the columns of the store follow its rows. */
class TieColumns implements FollowingColumns {
  readonly #ties: TieStore;

  constructor(ties: TieStore) {
    this.#ties = ties;
  }

  grow(rows: number): void {
    growColumns(this.#ties, createRowColumns(rows));
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

/** Makes room for more agents. They have no ties yet. */
export function growTieOwners(ties: TieStore, agents: number): void {
  growOwners(ties.blocks, agents);
  if (ties.nextForgetting.length >= ties.blocks.start.length) return;
  growColumns(ties, createAgentColumns(ties.blocks.start.length));
}

/** Finds the row of `agent` about `contact`. Returns −1 if they don't know each other. */
export function tieRow(ties: TieStore, agent: number, contact: number): number {
  return findRow(ties.blocks, agent, contact);
}

/**
 * Adds a tie between two agents who don't know each other. The caller sets beliefs, evidence and trust of both rows, which are 0.
 * Row numbers found earlier are no longer valid.
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

/** Removes a tie on both sides, with its beliefs. Row numbers found earlier are no longer valid. */
export function removeTie(ties: TieStore, one: number, other: number): void {
  removeRow(ties.blocks, one, tieRow(ties, one, other), ties.columns);
  removeRow(ties.blocks, other, tieRow(ties, other, one), ties.columns);
}

/** Makes room for known numbers of contacts of all agents, who have none yet. */
export function reserveAllContacts(ties: TieStore, contacts: Uint32Array): void {
  reserveLists(ties.blocks, contacts, ties.columns);
}

/** Makes room for a known number of contacts of an agent. */
export function reserveContacts(ties: TieStore, agent: number, contacts: number): void {
  reserveRows(ties.blocks, agent, contacts, ties.columns);
}
