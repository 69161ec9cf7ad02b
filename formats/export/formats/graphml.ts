import { factColumns } from "../exported-world.ts";
import type { Exporter, Replay } from "../exporter.ts";
import { xmlText } from "../xml-text.ts";
import { directedTies, presentAgents, tieColumns, wholeTieColumns } from "./directed-ties.ts";

/**
 * GraphML of the last tick: a directed graph in which each tie has an edge for each direction, with the beliefs of that direction.
 *
 * @see http://graphml.graphdrawing.org/specification.html
 */
export function createGraphmlExporter(replay: Replay): Exporter {
  const { people, createFile } = replay;
  return {
    finish() {
      const file = createFile("network.graphml");
      file.write(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${nodeKeys.map(([name, type]) => key("node", name, type)).join("")}${tieColumns
  .map((name) => key("edge", name, wholeTieColumns.includes(name) ? "long" : "double"))
  .join("")}<graph edgedefault="directed">
`);
      for (const agent of presentAgents(replay)) {
        const values = [people.label(agent), people.circle(agent), ...people.facts(agent)];
        file.write(`<node id="n${agent}">${nodeKeys.map(([name], k) => data("node", name, values[k])).join("")}</node>\n`);
      }
      for (const { from, to, values } of directedTies(replay))
        file.write(
          `<edge source="n${from}" target="n${to}">${tieColumns.map((name, k) => data("edge", name, values[k])).join("")}</edge>\n`,
        );
      file.write("</graph>\n</graphml>\n");
    },
  };
}

const nodeKeys: readonly (readonly [name: string, type: string])[] = [
  ["name", "string"],
  ["circle", "string"],
  ...factColumns.map((name) => [name, name === "domain" ? "int" : "double"] as const),
];

function key(of: "node" | "edge", name: string, type: string): string {
  return `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
}

function data(of: "node" | "edge", name: string, value: unknown): string {
  return `<data key="${of}_${name}">${xmlText(String(value))}</data>`;
}
