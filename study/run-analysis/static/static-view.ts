import { type Network, type TieKind, tieKinds } from "../network.ts";
import type { Draws } from "../shuffles.ts";
import type { Levels } from "../strength-levels.ts";
import { type ClosedPairs, closedPairs, sortTriangles } from "./closed-pairs.ts";
import { orderByStrength, orderOfKind, removalCurve } from "./removal.ts";
import { type KindStructure, once, type Structure } from "./structure.ts";

/** A network as the measures of one kind of ties see it. What several measures read is computed when it is first asked for. */
export interface StaticView {
  readonly network: Network;
  /** of the strengths of the network */
  readonly levels: () => Levels;
  readonly structure: Structure;
  /** the part of the structure that belongs to the kind */
  readonly own: KindStructure;
  /** about how many steps along ties a measure may take before it samples agents */
  readonly mostSteps: number;
  readonly closed: () => ClosedPairs;
  readonly removal: () => Readonly<Record<"weakest" | "strongest", Float64Array>>;
}

interface ViewOptions {
  readonly network: Network;
  readonly levels: () => Levels;
  readonly structure: Structure;
  /** for the order of ties of equal strength */
  readonly draws: Draws;
  readonly mostSteps: number;
}

/** Views of all kinds of ties of a network. */
export function viewKinds({ network, levels, structure, draws, mostSteps }: ViewOptions): StaticView[] {
  const { ties, strongFrom } = network;
  const { lower, present, kinds } = structure;
  const order = once(() => orderByStrength(levels(), draws));
  const triangles = once(() => sortTriangles(ties, structure.triangles, kinds.across.isOfKind, strongFrom));
  return tieKinds.map((kind: TieKind) => {
    const own = kinds[kind];
    return {
      network,
      levels,
      structure,
      own,
      mostSteps,
      closed: once(() => closedPairs(ties, lower, triangles(), own, kind, strongFrom)),
      removal: once(() => {
        const ordered = orderOfKind(order(), own);
        const { size } = own.parts();
        return {
          weakest: removalCurve(ties, lower, ordered, size, present, "weakest"),
          strongest: removalCurve(ties, lower, ordered, size, present, "strongest"),
        };
      }),
    };
  });
}
