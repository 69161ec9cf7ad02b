import type { Faults } from "../faults.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import { readXml } from "./read-xml.ts";
import { plainWord, readDirection } from "./words.ts";

interface Attribute {
  /** title of the attribute as a plain word */
  readonly word: string;
  default?: string | undefined;
}

type Owner = "node" | "edge";

/**
 * Reads GEXF of any version: nodes with their labels and circles, edges with their weights and directions. Drawing attributes are
 * ignored. If some edges have a weight, the others have a weight of 1, which Gephi doesn't write.
 *
 * @see https://gexf.net/schema.html
 */
export function readGexf(text: string, faults: Faults): Listing {
  const graph = new DeclaredGraph(faults);
  const declared = { node: new Map<string, Attribute>(), edge: new Map<string, Attribute>() };
  const open: Owner[] = [];
  let edgesDirected = false;
  let declaring: Owner = "node";
  let attribute: Attribute | undefined;
  let value: string | undefined;

  const set = (of: Owner, word: string, text: string): void => {
    if (of === "node") graph.setNodeAttribute(word, text);
    else graph.setEdgeAttribute(word, text);
  };
  const setDefaults = (of: Owner): void => {
    for (const known of declared[of].values()) if (known.default !== undefined) set(of, known.word, known.default);
  };

  readXml(text, faults, {
    onOpen(name, attributes, line) {
      if (name === "graph") edgesDirected = attributes.defaultedgetype === "directed";
      else if (name === "node") {
        graph.addNode(attributes.id, line);
        setDefaults("node");
        if (attributes.label !== undefined) graph.setNodeAttribute("label", attributes.label);
        open.push("node");
      } else if (name === "edge") {
        const directed = attributes.type === undefined ? undefined : readDirection(attributes.type);
        graph.addEdge(attributes.source, attributes.target, directed ?? edgesDirected, line);
        setDefaults("edge");
        if (attributes.weight !== undefined) graph.setEdgeAttribute("weight", attributes.weight);
        open.push("edge");
      } else if (name === "attributes") declaring = attributes.class === "edge" ? "edge" : "node";
      else if (name === "attribute") {
        attribute = { word: plainWord(attributes.title ?? "") };
        declared[declaring].set(attributes.id ?? "", attribute);
      } else if (name === "attvalue") {
        const of = open.at(-1);
        const known = of && declared[of].get(attributes.for ?? attributes.id ?? "");
        if (of !== undefined && known !== undefined && attributes.value !== undefined) set(of, known.word, attributes.value);
      } else if (name === "default") value = "";
    },
    onText(part) {
      if (value !== undefined) value += part;
    },
    onClose(name) {
      if (name === "node" || name === "edge") open.pop();
      if (name === "default") {
        if (attribute !== undefined) attribute.default = value;
        value = undefined;
      }
    },
  });
  return graph.list(1);
}
