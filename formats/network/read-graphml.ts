import type { Faults } from "../faults.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import { readXml } from "./read-xml.ts";
import { plainWord, readDirection } from "./words.ts";

interface Key {
  readonly of: "node" | "edge" | "all" | "other";
  /** name of the attribute as a plain word */
  readonly word: string;
  default?: string | undefined;
}

/**
 * Reads GraphML: nodes with their labels and circles, edges with their weights and directions. Nodes may contain graphs.
 *
 * @see http://graphml.graphdrawing.org/specification.html
 */
export function readGraphml(text: string, faults: Faults): Listing {
  const graph = new DeclaredGraph(faults);
  const keys = new Map<string, Key>();
  /** the open elements: graph, node, edge */
  const open: string[] = [];
  const edgesDirected: boolean[] = [];
  let graphs = 0;
  let key: Key | undefined;
  let value: string | undefined;

  const setDefaults = (of: "node" | "edge"): void => {
    for (const known of keys.values()) if (known.default !== undefined) set(of, known, known.default);
  };
  const set = (of: string | undefined, { of: owner, word }: Key, text: string): void => {
    if (owner !== "all" && owner !== of) return;
    if (of === "node") graph.setNodeAttribute(word, text);
    if (of === "edge") graph.setEdgeAttribute(word, text);
  };

  readXml(text, faults, {
    onOpen(name, attributes, line) {
      if (name === "graph") {
        if (!open.includes("graph") && ++graphs > 1) faults.add(line, "a second graph begins here; a file can hold only one");
        edgesDirected.push(attributes.edgedefault === "directed");
        open.push(name);
      } else if (name === "node") {
        graph.addNode(attributes.id, line);
        setDefaults("node");
        open.push(name);
      } else if (name === "edge") {
        const directed = attributes.directed === undefined ? undefined : readDirection(attributes.directed);
        graph.addEdge(attributes.source, attributes.target, directed ?? edgesDirected.at(-1) ?? false, line);
        setDefaults("edge");
        open.push(name);
      } else if (name === "key") {
        key = { of: owner(attributes.for), word: plainWord(attributes["attr.name"] ?? attributes.id ?? "") };
        keys.set(attributes.id ?? "", key);
      } else if (name === "data") {
        key = keys.get(attributes.key ?? "");
        value = "";
      } else if (name === "default") value = "";
      else if (name === "hyperedge") faults.add(line, "hyperedges are not supported: a tie has two ends");
    },
    onText(part) {
      if (value !== undefined) value += part;
    },
    onClose(name) {
      if (name === "graph") edgesDirected.pop();
      if (name === "graph" || name === "node" || name === "edge") open.pop();
      if (name === "default" && key !== undefined) key.default = value;
      if (name === "data" && key !== undefined && value !== undefined) set(open.at(-1), key, value);
      if (name === "data" || name === "default") value = undefined;
    },
  });
  return graph.list();
}

function owner(of: string | undefined): Key["of"] {
  return of === "node" || of === "edge" ? of : of === undefined || of === "all" ? "all" : "other";
}
