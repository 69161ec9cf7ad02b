import { tickOf } from "../../../sim/index.ts";
import { factColumns } from "../exported-world.ts";
import type { Exporter, Replay } from "../exporter.ts";
import { directedTies, presentAgents, tieColumns } from "./directed-ties.ts";

/**
 * Node-link JSON of the last tick, directed: the form of networkx's node_link_graph with `links`, which D3 reads, too.
 *
 * @see https://networkx.org/documentation/stable/reference/readwrite/json_graph.html
 */
export function createNodeLinkExporter(replay: Replay): Exporter {
  const { people, createFile, run } = replay;
  return {
    finish() {
      const file = createFile("network.json");
      const separate = createSeparator();
      file.write(`{"directed": true, "multigraph": false, "graph": ${JSON.stringify({ tick: tickOf(run) })}, "nodes": [`);
      for (const agent of presentAgents(replay)) {
        const facts = people.facts(agent);
        const node = {
          id: people.label(agent),
          agent,
          circle: people.circle(agent),
          ...Object.fromEntries(factColumns.map((name, k) => [name, facts[k]])),
        };
        file.write(`${separate()}${JSON.stringify(node)}`);
      }
      file.write('\n], "links": [');
      const next = createSeparator();
      for (const { from, to, values } of directedTies(replay)) {
        const ends = { source: people.label(from), target: people.label(to) };
        const link = { ...ends, ...Object.fromEntries(tieColumns.map((name, k) => [name, values[k]])) };
        file.write(`${next()}${JSON.stringify(link)}`);
      }
      file.write("\n]}\n");
    },
  };
}

function createSeparator(): () => string {
  let isFirst = true;
  return () => {
    const text = isFirst ? "\n" : ",\n";
    isFirst = false;
    return text;
  };
}
