import { factColumns } from "../exported-world.ts";
import { type Exporter, type Replay, writeRows } from "../exporter.ts";
import { directedTies, presentAgents, tieColumns } from "./directed-ties.ts";

/**
 * Tables of the last tick for tidygraph's tbl_graph: edges refer to rows of the nodes table, from 1.
 *
 * @see tidygraph's help on tbl_graph
 */
export function createTidygraphExporter(replay: Replay): Exporter {
  const { people, createFile } = replay;
  return {
    finish() {
      const nodes = createFile("nodes.csv");
      const edges = createFile("edges.csv");
      const rows = new Map(presentAgents(replay).map((agent, k) => [agent, k + 1]));
      writeRows(nodes, [["name", "agent", "circle", ...factColumns]]);
      for (const agent of rows.keys())
        writeRows(nodes, [[people.label(agent), agent, people.circle(agent), ...people.facts(agent)]]);
      writeRows(edges, [["from", "to", ...tieColumns]]);
      for (const { from, to, values } of directedTies(replay)) writeRows(edges, [[rows.get(from), rows.get(to), ...values]]);
    },
  };
}
