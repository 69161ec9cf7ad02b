import graphology from "graphology";
import { florentineFamilies, karateClub } from "graphology-generators/social/index.js";

/** A network from the literature, its people numbered in the order in which the source has them. */
export interface KnownNetwork {
  readonly names: readonly string[];
  readonly pairs: readonly (readonly [number, number])[];
}

/** Zachary 1977: 34 members, 78 ties; numbered from 0, the instructor 0 and the officer 33. */
export const karate = numbered(karateClub(graphology.UndirectedGraph));

/** Breiger and Pattison 1986: 15 families, 20 marriages. */
export const florentine = numbered(florentineFamilies(graphology.UndirectedGraph));

function numbered(graph: graphology.UndirectedGraph): KnownNetwork {
  const names = graph.nodes();
  return { names, pairs: graph.mapEdges((_edge, _of, one, other) => [names.indexOf(one), names.indexOf(other)] as const) };
}
