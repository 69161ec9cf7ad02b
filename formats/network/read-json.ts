import type { Faults } from "../faults.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import type { ReadOptions } from "./read-options.ts";
import { readDirection } from "./words.ts";

type Table = Readonly<Record<string, unknown>>;

/** A node or edge: what identifies it, and its attributes. */
interface Element {
  readonly table: Table;
  readonly attributes: Table;
}

/** A graph in any of the supported layouts. */
interface Graph {
  readonly nodes: readonly Element[];
  readonly edges: readonly Element[];
  readonly directed: boolean;
}

/** Keys that say what a node or edge is, rather than describe it. */
const structural: ReadonlySet<string> = new Set(
  "id,key,source,target,from,to,directed,undirected,attributes,data,position,x,y,vx,vy,fx,fy,index,selected,group_id".split(","),
);

const layouts = "the node-link JSON of networkx, D3 or graphology, and Cytoscape's .cyjs";

/**
 * Reads JSON with a list of nodes and a list of edges or links: node-link data of networkx, D3 and graphology, and the elements of
 * Cytoscape. Without ids, edges refer to nodes by their place, from 0.
 */
export function readJson(text: string, faults: Faults, options: ReadOptions): Listing {
  const graph = findGraph(parse(text, faults));
  if (graph === undefined) faults.stop(0, `is JSON, but not a network in a supported layout; supported are ${layouts}`);
  const declared = new DeclaredGraph(faults, options);
  const hasIds = graph.nodes.some(({ table }) => idOf(table) !== undefined);
  const hasNames = !hasIds && graph.nodes.every(({ table }) => typeof table.name === "string");
  const refersToNames = hasNames && graph.edges.some(({ table }) => typeof endOf(table, "source") === "string");
  for (const [at, { table, attributes }] of graph.nodes.entries()) {
    const id = hasIds ? idOf(table) : refersToNames ? table.name : at;
    const node = declared.addNode(textOf(id), 0);
    for (const [key, value] of Object.entries(attributes))
      if (!structural.has(key)) declared.nodes.set(key, node, textOf(value) ?? "");
  }
  for (const { table, attributes } of graph.edges) {
    const own = readDirection(textOf(table.directed) ?? "") ?? (table.undirected === true ? false : undefined);
    const edge = declared.addEdge(textOf(endOf(table, "source")), textOf(endOf(table, "target")), own ?? graph.directed, 0);
    for (const [key, value] of Object.entries(attributes))
      if (!structural.has(key)) declared.edges.set(key, edge, textOf(value) ?? "");
  }
  return declared.list();
}

function parse(text: string, faults: Faults): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Engines word the position differently, so it is left out.
    return faults.stop(
      0,
      `is not valid JSON${error instanceof RangeError ? ": it is nested too deeply" : "; was the file cut off?"}`,
    );
  }
}

/** Finds the lists of nodes and edges; undefined if there are none. */
function findGraph(root: unknown): Graph | undefined {
  if (!isTable(root)) return undefined;
  const { elements } = root;
  if (Array.isArray(elements)) {
    const data = elements.filter(isTable).map(elementOf);
    const isEdge = ({ table }: Element): boolean => table.source !== undefined;
    return graphOf(
      data.filter((one) => !isEdge(one)),
      data.filter(isEdge),
      false,
    );
  }
  const lists = isTable(elements) ? elements : root;
  const edges = lists.edges ?? lists.links;
  if (!Array.isArray(lists.nodes) || !Array.isArray(edges)) return undefined;
  const type = isTable(root.options) ? root.options.type : undefined;
  const directed = root.directed === true || type === "directed" || (type === "mixed" && edges.length > 0);
  return graphOf(lists.nodes.filter(isTable).map(elementOf), edges.filter(isTable).map(elementOf), directed);
}

function graphOf(nodes: readonly Element[], edges: readonly Element[], directed: boolean): Graph {
  return { nodes, edges, directed };
}

/** Cytoscape nests everything in `data`, graphology the attributes in `attributes`. */
function elementOf(given: Table): Element {
  const table = isTable(given.data) ? given.data : given;
  return { table, attributes: isTable(table.attributes) ? table.attributes : table };
}

function idOf(table: Table): unknown {
  return table.id ?? table.key;
}

/** An end of an edge. D3 replaces ids by the nodes themselves. */
function endOf(table: Table, which: "source" | "target"): unknown {
  const end = table[which] ?? table[which === "source" ? "from" : "to"];
  return isTable(end) ? (idOf(end) ?? end.name ?? end.index) : end;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
