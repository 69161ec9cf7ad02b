import type { Faults } from "../faults.ts";
import { DeclaredGraph, gmlNodeWords } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import { readGmlPairs } from "./read-gml-pairs.ts";
import { plainWord, readDirection } from "./words.ts";

/**
 * Reads GML: nodes with their labels and circles, edges with their weights. `directed` of the graph or of an edge says whether
 * edges have a direction.
 *
 * @see Himsolt 1997, GML: a portable graph file format
 */
export function readGml(text: string, faults: Faults): Listing {
  const graph = new DeclaredGraph(faults, gmlNodeWords);
  let graphs = 0;
  let directed = false;
  let pairs = new Map<string, string>();
  let begun = 0;
  let edges = 0;

  readGmlPairs(text, faults, {
    onOpen(path, line) {
      if (path === "graph" && ++graphs > 1) faults.add(line, "a second graph begins here; a file can hold only one");
      if (path === "graph.node" || path === "graph.edge") {
        pairs = new Map();
        begun = line;
      }
    },
    onPair(path, key, value) {
      if (path === "graph" && key === "directed") {
        directed = readDirection(value) === true;
        if (edges > 0) faults.add(0, "directed comes after the first edge; move it to the beginning of the graph");
      }
      if (path === "graph.node" || path === "graph.edge") pairs.set(key, value);
    },
    onClose(path) {
      if (path === "graph.node") {
        graph.addNode(pairs.get("id"), begun);
        for (const [key, value] of pairs) graph.setNodeAttribute(plainWord(key), value);
      } else if (path === "graph.edge") {
        edges++;
        graph.addEdge(pairs.get("source"), pairs.get("target"), readDirection(pairs.get("directed") ?? "") ?? directed, begun);
        for (const [key, value] of pairs) graph.setEdgeAttribute(plainWord(key), value);
      }
    },
  });
  if (graphs === 0) faults.add(0, "has no graph [ … ]");
  return graph.list();
}
