import type { Parameters } from "../parameters/definitions.ts";
import { aheadPurposes } from "../random/purposes.ts";
import type { AgentStore } from "./agent-store.ts";
import type { CircleIndex } from "./circle-index.ts";
import { createEncounterBlock, type EncounterBlock } from "./encounter-block.ts";
import type { EventLog } from "./event-log.ts";
import type { NewsStore } from "./news-store.ts";
import { createPairList, type PairList } from "./pair-list.ts";
import type { PromiseStore } from "./promise-store.ts";
import type { TieStore } from "./tie-store.ts";

/** All that a step reads and changes. */
export interface Population {
  /** ticks done */
  tick: number;
  /** from the text of the seed */
  readonly runKey: Int32Array;
  /** as they act now */
  parameters: Parameters;
  /** the same as the step reads them, at the places that `P` names */
  readonly values: Float64Array;
  readonly agents: AgentStore;
  readonly ties: TieStore;
  readonly promises: PromiseStore;
  readonly news: NewsStore;
  /** derived from the agents */
  circles: CircleIndex;
  readonly events: EventLog;
  readonly workspace: Workspace;
}

/** Room to work in during a step; nothing in it outlives the step. */
export interface Workspace {
  /** key of the tick */
  readonly tickKey: Int32Array;
  /** encounters planned for the tick */
  readonly encounters: PairList;
  /** pairs who may begin a tie in the tick */
  readonly proposals: PairList;
  /** the encounters in hand */
  readonly block: EncounterBlock;
  /** takes what reading ahead returns */
  readonly fetched: Float64Array;
  /** the encounter in hand, as each of its two agents sees it: the lower one first */
  readonly sides: readonly [Side, Side];
  /** key of an event in hand */
  readonly event: Int32Array;
  /** by place in a list of contacts: weights, weights of experts, and places or agents to choose from */
  weights: Float64Array;
  expertWeights: Float64Array;
  choices: Int32Array;
  /** what is left of a budget */
  readonly left: Float64Array;
  /** by agent: 1 where a tie of it was forgotten in this tick */
  touched: Uint8Array;
}

/**
 * An encounter as one of its two agents, the doer, sees it. Numbers travel in typed arrays, as a double that is passed to a
 * function that is not inlined would be allocated.
 */
export interface Side {
  /** at DOER, OTHER, OWN_ROW (the doer's tie to the other), OTHER_ROW (the other's tie to the doer), REQUEST */
  readonly who: Int32Array;
  /** at RICHNESS, OWN_TRUST (of the doer in the other), OTHER_TRUST: as they were before the encounter */
  readonly before: Float64Array;
  /** key of the event (doer, other) in this tick */
  readonly key: Int32Array;
  /** its draws that are made ahead, at the places that `ahead` names */
  readonly drawn: Float64Array;
}

// biome-ignore format: a table
export const DOER = 0, OTHER = 1, OWN_ROW = 2, OTHER_ROW = 3, REQUEST = 4;
// biome-ignore format: a table
export const RICHNESS = 0, OWN_TRUST = 1, OTHER_TRUST = 2;

/** What an agent asks of the encounter: nothing special, a favor it needs, or an introduction to an expert of domain d (+ d). */
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
    expertWeights: new Float64Array(256),
    choices: new Int32Array(256),
    left: new Float64Array(1),
    touched: new Uint8Array(agents),
  };
}

function createSide(): Side {
  return {
    who: new Int32Array(5),
    before: new Float64Array(3),
    key: new Int32Array(2),
    drawn: new Float64Array(aheadPurposes.length),
  };
}

/** Room to choose among `count` contacts; what is in the room is lost. */
export function makeRoom(workspace: Workspace, count: number): void {
  if (count <= workspace.weights.length) return;
  const room = Math.ceil(count * 1.5);
  workspace.weights = new Float64Array(room);
  workspace.expertWeights = new Float64Array(room);
  workspace.choices = new Int32Array(room);
}
