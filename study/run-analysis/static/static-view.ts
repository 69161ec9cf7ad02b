import { isLocalBridge, neighborhoodOverlap, sharedContacts } from "../../../sim/index.ts";
import {
  keepTies,
  lowerAgents,
  markKind,
  type Neighbors,
  type Network,
  neighborsOf,
  type TieKind,
  type Ties,
  tieKinds,
} from "../network.ts";
import type { Draw } from "../shuffles.ts";
import { type ClosedPairs, closedPairs } from "./closed-pairs.ts";
import { type Components, components } from "./components.ts";
import { orderByStrength, removalCurve } from "./removal.ts";
import { type TieRanges, tieRanges } from "./tie-range.ts";
import { listTriangles, type Triangles } from "./triangles.ts";

/** What follows from who is tied to whom, whatever the strengths. */
export interface Structure {
  /** by tie: its lower agent */
  readonly lower: Uint32Array;
  /** by tie: contacts that its agents share */
  readonly shared: Uint32Array;
  /** by tie: neighborhood overlap; NaN if neither agent has another contact */
  readonly overlap: Float64Array;
  /** computed when they are first asked for */
  readonly neighbors: () => Neighbors;
  readonly triangles: () => Triangles;
}

export function structureOf(ties: Ties): Structure {
  const shared = new Uint32Array(ties.count + 1);
  const overlap = new Float64Array(ties.count);
  // The two measures need no more of the active ties than this.
  const active = { ...ties, known: 0, dormant: 0 };
  sharedContacts(active, new Int32Array(ties.agents), shared);
  neighborhoodOverlap(active, shared, overlap);
  return {
    lower: lowerAgents(ties),
    shared,
    overlap,
    neighbors: once(() => neighborsOf(ties)),
    triangles: once(() => listTriangles(ties, shared)),
  };
}

/** A network as the measures of one kind of ties see it. What several measures read is computed when it is first asked for. */
export interface StaticView {
  readonly network: Network;
  /** number of agents present */
  readonly present: number;
  readonly structure: Structure;
  /** by tie of the network: 1 if it is of the kind */
  readonly isOfKind: Uint8Array;
  /** about how many steps along ties a measure may take before it samples agents */
  readonly mostSteps: number;
  /** the network of the ties of the kind alone */
  readonly own: () => Ties;
  readonly closed: () => ClosedPairs;
  readonly ranges: () => TieRanges;
  readonly parts: () => Components;
  readonly removal: () => Readonly<Record<"weakest" | "strongest", Float64Array>>;
}

interface ViewOptions {
  /** for the order of ties of equal strength */
  readonly next: Draw;
  readonly mostSteps: number;
}

/** @param order of all ties by strength */
function viewKind(network: Network, kind: TieKind, structure: Structure, order: () => Uint32Array, mostSteps: number): StaticView {
  const { ties, strongFrom } = network;
  const { lower, shared, neighbors, triangles } = structure;
  const isOfKind = markKind(network, lower, kind);
  const present = network.present.reduce((sum, is) => sum + is, 0);
  const curve = (first: "weakest" | "strongest") => removalCurve(ties, lower, order(), isOfKind, present, first);
  return {
    network,
    present,
    structure,
    isOfKind,
    mostSteps,
    own: once(() => (kind === "all" ? ties : keepTies(ties, isOfKind))),
    closed: once(() => closedPairs(ties, lower, triangles(), isOfKind, strongFrom)),
    ranges: once(() => {
      const isBridge = isOfKind.map((is, tie) => (is === 1 && isLocalBridge(shared[tie] ?? 0) ? 1 : 0));
      return tieRanges(ties, neighbors(), isBridge);
    }),
    parts: once(() => components(ties, lower, isOfKind, present)),
    removal: once(() => ({ weakest: curve("weakest"), strongest: curve("strongest") })),
  };
}

/** Views of all kinds of ties of a network. */
export function viewKinds(network: Network, structure: Structure, { next, mostSteps }: ViewOptions): StaticView[] {
  const order = once(() => orderByStrength(network.ties, next));
  return tieKinds.map((kind) => viewKind(network, kind, structure, order, mostSteps));
}

/** The values of the ties of the kind. */
export function ofKind(values: Float64Array | Uint32Array, { isOfKind }: StaticView): Float64Array {
  const chosen = new Float64Array(isOfKind.length);
  let count = 0;
  for (let tie = 0; tie < isOfKind.length; tie++) if (isOfKind[tie] === 1) chosen[count++] = values[tie] ?? Number.NaN;
  return chosen.subarray(0, count);
}

function once<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}
