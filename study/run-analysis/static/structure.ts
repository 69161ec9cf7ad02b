import { createRankWorkspace, type DefinedRanks, isLocalBridge, neighborhoodOverlap, rankDefined } from "../../../sim/index.ts";
import { type ChosenTies, chooseTies, lowerAgents, type Network, neighborsOf, type TieKind } from "../network.ts";
import { type Components, components } from "./components.ts";
import { type TieRanges, tieRanges } from "./tie-range.ts";
import { countTriangles, listTriangles, type Triangles, trianglesOfKind } from "./triangles.ts";

/**
 * What follows from who is tied to whom, whatever the strengths. So it stays the same when strengths are shuffled. What not every
 * measure reads is computed when it is first asked for.
 */
export interface Structure {
  /** by tie: its lower agent */
  readonly lower: Uint32Array;
  /** number of agents present */
  readonly present: number;
  /** by tie: contacts that its agents share */
  readonly shared: Uint32Array;
  /** by tie: neighborhood overlap; NaN if neither agent has another contact */
  readonly overlap: Float64Array;
  readonly triangles: Triangles;
  readonly kinds: Readonly<Record<TieKind, KindStructure>>;
}

/** The same for the ties of one kind. */
export interface KindStructure extends ChosenTies {
  /** those whose three ties are of the kind */
  readonly triangles: () => Triangles;
  /** by tie of the network: contacts that its agents share by ties of the kind; 0 for ties of other kinds */
  readonly shared: () => Uint32Array;
  /** of the network of these ties alone */
  readonly parts: () => Components;
  /** of the local bridges of the kind */
  readonly ranges: () => TieRanges;
  /** the overlaps of the ties of the kind, ranked */
  readonly overlapRanks: () => DefinedRanks;
}

export function structureOf(network: Pick<Network, "ties" | "circle" | "present">): Structure {
  const { ties } = network;
  const triangles = listTriangles(ties);
  const shared = countTriangles(triangles, ties.count);
  const overlap = new Float64Array(ties.count);
  neighborhoodOverlap(ties, shared, overlap);
  const lower = lowerAgents(ties);
  let present = 0;
  for (const is of network.present) present += is;
  const neighbors = once(() => neighborsOf(ties, lower, chooseTies(network, lower, "all")));
  const ofKindIn = (kind: TieKind): KindStructure => {
    const chosen = chooseTies(network, lower, kind);
    const { numbers } = chosen;
    const ownTriangles = once(() => (kind === "all" ? triangles : trianglesOfKind(triangles, chosen.isOfKind)));
    return {
      ...chosen,
      triangles: ownTriangles,
      shared: once(() => (kind === "all" ? shared : countTriangles(ownTriangles(), ties.count))),
      parts: once(() => components(ties, lower, numbers, present)),
      ranges: once(() => {
        const bridges = numbers.filter((tie) => isLocalBridge(shared[tie] ?? 0));
        return tieRanges(ties, lower, neighbors(), bridges);
      }),
      overlapRanks: once(() => rankDefined(ofKind(overlap, chosen), numbers.length, createRankWorkspace())),
    };
  };
  const [all, within, across] = [ofKindIn("all"), ofKindIn("within"), ofKindIn("across")];
  return { lower, present, shared, overlap, triangles, kinds: { all, within, across } };
}

/** The values of the ties of the kind. */
export function ofKind(values: Float64Array | Uint32Array, { numbers }: ChosenTies): Float64Array {
  const chosen = new Float64Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) chosen[at] = values[numbers[at] ?? 0] ?? Number.NaN;
  return chosen;
}

export function once<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}
