import type { Faults } from "../faults.ts";
import { readRows } from "../table/read-rows.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import { type Listing, MOST_AGENTS } from "./listing.ts";

/**
 * Reads Pajek's .net: `*Vertices` with their labels, `*Arcs` (directed) and `*Edges` (undirected) with their values, and both
 * as lists. Where and how vertices are drawn is passed over.
 *
 * @see Pajek reference manual, mrvar.fdv.uni-lj.si/pajek
 */
export function readPajek(text: string, faults: Faults): Listing {
  const graph = new DeclaredGraph(faults);
  let section = "";
  let vertices = 0;
  let networks = 0;

  readRows(text, " ", faults, (cells, line) => {
    const [first, ...others] = cells;
    if (first.startsWith("%")) return;
    if (first.startsWith("*")) {
      section = first.toLowerCase();
      if (section === "*vertices") {
        vertices = Number(others[0]);
        if (++networks > 1) faults.add(line, "must hold one network, and here begins another");
        else if (!(Number.isInteger(vertices) && vertices >= 0 && vertices <= MOST_AGENTS))
          faults.stop(line, `*Vertices must say how many there are, 0 to ${MOST_AGENTS}, got ${JSON.stringify(others[0] ?? "")}`);
        else if (others.length > 1) faults.add(line, "must have ties among the same agents, got a two-mode network");
        else
          for (let id = 1; id <= vertices; id++) {
            graph.addNode(String(id), line);
            graph.setNodeAttribute("label", String(id));
          }
      } else if (!known.has(section))
        faults.add(line, `must have the sections ${[...known].join(", ")}, got ${JSON.stringify(first.slice(0, 40))}`);
    } else if (section === "*vertices") {
      const id = Number(first);
      if (!(Number.isInteger(id) && id >= 1 && id <= vertices))
        faults.add(line, `a vertex must have a number of 1 to ${vertices}, got ${JSON.stringify(first)}`);
      else if (others.length > 0) graph.setNodeAttribute("label", others[0], id - 1);
    } else if (section === "*arcslist" || section === "*edgeslist") {
      for (const other of others) graph.addEdge(first, other, section === "*arcslist", line);
    } else if (section === "*arcs" || section === "*edges") {
      const from = first.endsWith(":") ? others.shift() : first; // the number of a relation may stand first
      graph.addEdge(from, others[0], section === "*arcs", line);
      if (others[1] !== undefined && !/^[a-z]/i.test(others[1])) graph.setEdgeAttribute("value", others[1]);
    }
  });
  return graph.list();
}

const known: ReadonlySet<string> = new Set(["*network", "*vertices", "*arcs", "*edges", "*arcslist", "*edgeslist"]);
