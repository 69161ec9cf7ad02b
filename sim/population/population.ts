import type { Parameters } from "../parameters/definitions.ts";
import { aheadPurposes } from "../random/purposes.ts";
import type { AgentStore } from "./agent-store.ts";
import type { CircleIndex } from "./circle-index.ts";
import { type ContactLog, createContactLog } from "./contact-log.ts";
import { createEncounterBlock, type EncounterBlock } from "./encounter-block.ts";
import type { EventLog } from "./event-log.ts";
import type { NewsStore } from "./news-store.ts";
import { createPairList, type PairList } from "./pair-list.ts";
import type { PromiseStore } from "./promise-store.ts";
import type { TieStore } from "./tie-store.ts";
import type { Turn } from "./turns.ts";

/** Everything that a step reads and changes. */
export interface Population {
  /** the current tick: 0 at the start */
  tick: number;
  /** two words computed from the text of the seed */
  readonly runKey: Int32Array;
  /** parameters in force now */
  parameters: Parameters;
  /** the same values as the step reads them, at the positions that `P` names (parameters/effective-values.ts) */
  readonly values: Float64Array;
  readonly agents: AgentStore;
  readonly ties: TieStore;
  readonly promises: PromiseStore;
  readonly news: NewsStore;
  /** lists that follow from the agents */
  circles: CircleIndex;
  readonly events: EventLog;
  readonly workspace: Workspace;
}

/** Buffers for one step. The step reads nothing that an earlier one left in them. */
export interface Workspace {
  /** key of the current tick */
  readonly tickKey: Int32Array;
  /** encounters planned for the tick */
  readonly encounters: PairList;
  /** pairs that may begin a tie in the tick */
  readonly proposals: PairList;
  /** the block of encounters that is being carried out */
  readonly block: EncounterBlock;
  /** receives the result of `fetchAhead`, so that the compiler keeps its reads */
  readonly fetched: Float64Array;
  /** the current encounter as each of its two agents sees it; the one with the lower index first */
  readonly sides: readonly [Side, Side];
  /** key of the current event */
  readonly event: Int32Array;
  /** by position in an agent's list of contacts: weights, and positions or agents to choose from */
  weights: Float64Array;
  choices: Int32Array;
  /** who met in the tick, for measures */
  readonly contacts: ContactLog;
  /** what all agents see while they plan, by row of the ties */
  readonly outlook: Outlook;
  /** by place in a list of agents: running sum of what they are drawn by */
  sums: Float64Array;
  /** by agent: 1 if one of its ties was removed and its promises must be checked */
  touched: Uint8Array;
  /** events of this tick whose outcome an intervention has decided; empty in an ordinary tick */
  readonly turns: Turn[];
}

/** What every agent sees of its ties when it plans: the state before planning, which planning doesn't change. */
export interface Outlook {
  /** running sum of the weights by which the agent picks partners, over its rows so far */
  sums: Float64Array;
  /** by row: units that the agent who is planning has given to this contact; 0 between two agents */
  units: Uint16Array;
  /** by agent: how many contacts it has met just once, a short time ago */
  freshCount: Uint32Array;
  /** by agent: how many contacts have been silent for the follow-up interval */
  silentCount: Uint32Array;
}

/**
 * An encounter as one of its two agents, the doer, sees it. Numbers are passed in typed arrays, because V8 allocates a double that
 * is passed to a function it doesn't inline.
 */
export interface Side {
  /**
   * at DOER, OTHER: agents; at OWN_ROW: the doer's row about the other; at OTHER_ROW: the other's row about the doer; at REQUEST; at
   * DEPTH: the units of time that the encounter takes
   */
  readonly who: Int32Array;
  /** state before the encounter: at RICHNESS; at OWN_TRUST: the doer's trust share in the other; at OTHER_EVIDENCE: the other's evidence */
  readonly before: Float64Array;
  /** key of the event (doer, other) in this tick */
  readonly key: Int32Array;
  /** draws that are made in advance, at the positions that `ahead` names (random/purposes.ts) */
  readonly drawn: Float64Array;
}

// biome-ignore format: a table
export const DOER = 0, OTHER = 1, OWN_ROW = 2, OTHER_ROW = 3, REQUEST = 4, DEPTH = 5;
// biome-ignore format: a table
export const RICHNESS = 0, OWN_TRUST = 1, OTHER_EVIDENCE = 2;

/** What an agent asks for in an encounter: nothing, a favor, or (NEEDS_EXPERT + d) an introduction to an expert of domain d. */
// biome-ignore format: a table
export const NO_REQUEST = 0, NEEDS_FAVOR = 1, NEEDS_EXPERT = 2;

export function createWorkspace(agents: number): Workspace {
  return {
    tickKey: new Int32Array(2),
    encounters: createPairList(),
    proposals: createPairList(),
    block: createEncounterBlock(),
    fetched: new Float64Array(1),
    sides: [createSide(), createSide()],
    event: new Int32Array(2),
    weights: new Float64Array(256),
    choices: new Int32Array(256),
    contacts: createContactLog(),
    outlook: {
      sums: new Float64Array(0),
      units: new Uint16Array(0),
      freshCount: new Uint32Array(0),
      silentCount: new Uint32Array(0),
    },
    sums: new Float64Array(0),
    touched: new Uint8Array(agents),
    turns: [],
  };
}

function createSide(): Side {
  return {
    who: new Int32Array(6),
    before: new Float64Array(3),
    key: new Int32Array(2),
    drawn: new Float64Array(aheadPurposes.length),
  };
}

/** Makes room to choose among `count` contacts. What the buffers held may be lost. */
export function makeRoom(workspace: Workspace, count: number): void {
  if (count <= workspace.weights.length) return;
  const room = Math.ceil(count * 1.5);
  workspace.weights = new Float64Array(room);
  workspace.choices = new Int32Array(room);
}
