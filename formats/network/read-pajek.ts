import { formatNumber, formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { readRows } from "../table/read-rows.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import { type Listing, MOST_AGENTS } from "./listing.ts";

/**
 * Reads Pajek's .net: `*Vertices` with their labels, `*Arcs` (directed) and `*Edges` (undirected) with their values, and both as
 * lists. Drawing attributes are ignored.
 *
 * @see Pajek reference manual, mrvar.fdv.uni-lj.si/pajek
 */
export function readPajek(text: string, faults: Faults): Listing {
  const graph = new DeclaredGraph(faults);
  let section = "";
  let vertices = 0;
  let networks = 0;

  const readVertices = (cells: readonly string[], line: number): void => {
    vertices = Number(cells[0]);
    if (++networks > 1) faults.add(line, "a second network begins here; a file can hold only one");
    else if (!(Number.isInteger(vertices) && vertices >= 0 && vertices <= MOST_AGENTS))
      faults.stop(
        line,
        `*Vertices needs a number of vertices from 0 to ${formatNumber(MOST_AGENTS)}, got ${formatValue(cells[0] ?? "")}`,
      );
    else if (cells.length > 1) faults.add(line, "is a two-mode network; ties must be among the same agents");
    else
      for (let id = 1; id <= vertices; id++) {
        graph.addNode(String(id), line);
        graph.setNodeAttribute("label", String(id));
      }
  };

  readRows(text, " ", faults, ([first = "", ...others], line) => {
    if (first.startsWith("%")) return;
    if (first.startsWith("*")) {
      section = first.toLowerCase();
      if (section === "*vertices") readVertices(others, line);
      else if (!known.has(section))
        faults.add(line, `unknown section ${formatValue(first)}; known sections: ${[...known].join(", ")}`);
    } else if (section === "*vertices") {
      const id = Number(first);
      if (!(Number.isInteger(id) && id >= 1 && id <= vertices))
        faults.add(line, `a vertex must have a number from 1 to ${formatNumber(vertices)}, got ${formatValue(first)}`);
      else if (others[0] !== undefined) graph.setNodeAttribute("label", others[0], id - 1);
    } else if (section === "*arcslist" || section === "*edgeslist") {
      for (const other of others) graph.addEdge(first, other, section === "*arcslist", line);
    } else if (section === "*arcs" || section === "*edges") {
      const from = first.endsWith(":") ? others.shift() : first; // the number of a relation may come first
      graph.addEdge(from, others[0], section === "*arcs", line);
      if (others[1] !== undefined && !/^[a-z]/i.test(others[1])) graph.setEdgeAttribute("value", others[1]);
    }
  });
  return graph.list();
}

const known: ReadonlySet<string> = new Set(["*network", "*vertices", "*arcs", "*edges", "*arcslist", "*edgeslist"]);
