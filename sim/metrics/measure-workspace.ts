import type { Population } from "../population/population.ts";
import { type ActiveTies, createActiveTies, fillActiveTies } from "./active-ties.ts";
import { createIncomingTrust, type IncomingTrust } from "./agent/incoming-trust.ts";
import { createRankWorkspace, type RankWorkspace } from "./network/spearman.ts";
import { createSorter, type Sorter } from "./sort-order.ts";
import { neighborhoodOverlap } from "./tie/neighborhood-overlap.ts";
import { sharedContacts } from "./tie/shared-contacts.ts";

/** Buffers for measuring. The caller keeps and reuses them. Columns may be longer than the part in use. */
export interface MeasureWorkspace {
  readonly active: ActiveTies;
  /** by active tie: contacts that its agents share; at least one entry longer than the ties */
  shared: Uint32Array;
  /** by active tie: neighborhood overlap */
  overlap: Float64Array;
  /** the same, NaN for cross ties */
  within: Float64Array;
  readonly incoming: IncomingTrust;
  /** the active ties in the order of their strength */
  readonly byStrength: Sorter;
  readonly ranks: RankWorkspace;
  readonly layers: Float64Array;
  /** shares of closed pairs (network/closed-pairs.ts) */
  readonly closed: Float64Array;
  /** contact by thirds of a tie's life (contact/tie-lives.ts) */
  readonly thirds: Float64Array;
  /** by agent: scratch space of the current measure */
  marks: Int32Array;
  column: Float64Array;
}

export function createMeasureWorkspace(): MeasureWorkspace {
  return {
    active: createActiveTies(),
    shared: new Uint32Array(0),
    overlap: new Float64Array(0),
    within: new Float64Array(0),
    incoming: createIncomingTrust(),
    byStrength: createSorter(),
    ranks: createRankWorkspace(),
    layers: new Float64Array(3),
    closed: new Float64Array(2),
    thirds: new Float64Array(3),
    marks: new Int32Array(0),
    column: new Float64Array(0),
  };
}

/** Fills `active` with the active network of the population, and makes room for one number per agent. */
export function readActiveTies(population: Population, workspace: MeasureWorkspace): void {
  fillActiveTies(population, workspace.active);
  const { agents } = workspace.active;
  if (agents <= workspace.marks.length) return;
  workspace.marks = new Int32Array(Math.ceil(agents * 1.25));
  workspace.column = new Float64Array(Math.ceil(agents * 1.25));
}

/**
 * Measures each active tie: fills `active`, `shared` and `overlap`. Use `findActiveTie` (active-ties.ts) to find a tie's position,
 * and `isLocalBridge` (tie/local-bridge.ts) to tell whether it is a local bridge.
 */
export function measureTies(population: Population, workspace: MeasureWorkspace): void {
  readActiveTies(population, workspace);
  const { active, marks } = workspace;
  if (active.count >= workspace.shared.length) {
    workspace.shared = new Uint32Array(Math.ceil(active.count * 1.25) + 1);
    workspace.overlap = new Float64Array(Math.ceil(active.count * 1.25));
    workspace.within = new Float64Array(Math.ceil(active.count * 1.25));
  }
  sharedContacts(active, marks, workspace.shared);
  neighborhoodOverlap(active, workspace.shared, workspace.overlap);
}
