import type { Faults } from "../faults.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import { readGmlPairs } from "./read-gml-pairs.ts";
import type { ReadOptions } from "./read-options.ts";
import { circleWords, labelWords, plainWord, readDirection, weightWords } from "./words.ts";

/** The values of one open node or edge. */
interface Element {
  readonly path: string;
  readonly line: number;
  readonly pairs: Map<string, string>;
}

/** Keys that say what a node or edge is, rather than describe it. */
const structural: ReadonlySet<string> = new Set(["id", "source", "target", "directed"]);

/** Keys that must not be repeated. Others may be: that is how lists are written. */
const used: ReadonlySet<string> = new Set([...structural, ...labelWords, ...circleWords, ...weightWords]);

/**
 * Reads GML: nodes with their labels and circles, edges with their weights. `directed` of the graph or of an edge says whether
 * edges have a direction. Newman's collection has the groups of nodes in `value`.
 *
 * @see Himsolt 1997, GML: a portable graph file format
 */
export function readGml(text: string, faults: Faults, options: ReadOptions): Listing {
  const graph = new DeclaredGraph(faults, options);
  let graphs = 0;
  let directed = false;
  let element: Element | undefined;
  let edges = 0;

  readGmlPairs(text, faults, {
    onOpen(path, line) {
      if (path === "graph" && ++graphs > 1) faults.add(line, "a second graph begins here; a file can hold only one");
      if (path === "graph.node" || path === "graph.edge") element = { path, line, pairs: new Map() };
    },
    onPair(path, key, value, line) {
      if (path === "graph" && key === "directed") {
        directed = readDirection(value) === true;
        if (edges > 0) faults.add(line, "directed comes after the first edge; move it to the beginning of the graph");
      }
      if (element === undefined || path !== element.path) return;
      if (element.pairs.has(key) && used.has(plainWord(key)))
        faults.add(line, `duplicate key ${key}, already in this ${path.replace("graph.", "")}`);
      element.pairs.set(key, value);
    },
    onClose(path) {
      if (element === undefined || path !== element.path) return;
      const { pairs, line } = element;
      const isNode = path === "graph.node";
      const columns = isNode ? graph.nodes : graph.edges;
      if (!isNode) edges++;
      const ownDirection = readDirection(pairs.get("directed") ?? "") ?? directed;
      const index = isNode
        ? graph.addNode(pairs.get("id"), line)
        : graph.addEdge(pairs.get("source"), pairs.get("target"), ownDirection, line);
      for (const [key, value] of pairs) if (!structural.has(key)) columns.set(key, index, value);
      element = undefined;
    },
  });
  if (graphs === 0) faults.add(0, "has no graph [ … ]");
  return graph.list({ moreCircleWords: ["value"] });
}
