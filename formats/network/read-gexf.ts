import { formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import type { ReadOptions } from "./read-options.ts";
import { readXml } from "./read-xml.ts";
import { circleWords, labelWords, plainWord, readDirection, weightWords } from "./words.ts";

type Owner = "node" | "edge";

/** Titles that the reader uses, so that two attributes with such a title are a fault. */
const usedWords: ReadonlySet<string> = new Set([...labelWords, ...circleWords, ...weightWords]);

/**
 * Reads GEXF of any version: nodes with their labels and circles, edges with their weights and directions. Drawing attributes are
 * ignored. If some edges have a weight, the others have a weight of 1, which Gephi doesn't write. Of values that change over time,
 * the last one counts.
 *
 * @see https://gexf.net/schema.html
 */
export function readGexf(text: string, faults: Faults, options: ReadOptions): Listing {
  const reader = new GexfReader(faults, options);
  readXml(text, faults, reader);
  const listing = reader.graph.list({ weightOfOthers: 1 });
  if (reader.isDynamic) listing.warnings.push("the network changes over time; all its ties are read as one network");
  return listing;
}

class GexfReader {
  readonly graph: DeclaredGraph;
  isDynamic = false;
  readonly #faults: Faults;
  /** titles of attributes by id */
  readonly #titles = { node: new Map<string, string>(), edge: new Map<string, string>() };
  /** the line of each used attribute, by owner and word */
  readonly #declared = new Map<string, number>();
  readonly #open: { readonly of: Owner; readonly index: number }[] = [];
  #edgesDirected = false;
  #declaring: Owner = "node";
  #title = "";
  #default: string | undefined;

  constructor(faults: Faults, options: ReadOptions) {
    this.#faults = faults;
    this.graph = new DeclaredGraph(faults, options);
  }

  onOpen(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (name === "graph") {
      this.#edgesDirected = attributes.defaultedgetype === "directed";
      if (attributes.mode === "dynamic") this.isDynamic = true;
    } else if (name === "node") {
      const index = this.graph.addNode(attributes.id, line);
      if (attributes.label !== undefined) this.graph.nodes.set("label", index, attributes.label);
      this.#open.push({ of: "node", index });
    } else if (name === "edge") {
      const directed = attributes.type === undefined ? undefined : readDirection(attributes.type);
      const index = this.graph.addEdge(attributes.source, attributes.target, directed ?? this.#edgesDirected, line);
      if (attributes.weight !== undefined) this.graph.edges.set("weight", index, attributes.weight);
      this.#open.push({ of: "edge", index });
    } else if (name === "attributes") this.#declaring = attributes.class === "edge" ? "edge" : "node";
    else if (name === "attribute") this.#declare(attributes, line);
    else if (name === "attvalue") this.#setValue(attributes);
    else if (name === "default") this.#default = "";
  }

  onText(part: string): void {
    if (this.#default !== undefined) this.#default += part;
  }

  onClose(name: string): void {
    if (name === "node" || name === "edge") this.#open.pop();
    if (name !== "default") return;
    const columns = this.#declaring === "node" ? this.graph.nodes : this.graph.edges;
    columns.setDefault(this.#title, this.#default ?? "");
    this.#default = undefined;
  }

  #declare(attributes: Readonly<Record<string, string>>, line: number): void {
    this.#title = attributes.title ?? attributes.id ?? "";
    this.#titles[this.#declaring].set(attributes.id ?? "", this.#title);
    const word = plainWord(this.#title);
    const place = `${this.#declaring} ${word}`;
    const known = this.#declared.get(place);
    if (known !== undefined) this.#faults.add(line, `duplicate attribute ${formatValue(this.#title)}, already in line ${known}`);
    else if (usedWords.has(word)) this.#declared.set(place, line);
  }

  /** Sets an attribute of the innermost open node or edge. */
  #setValue(attributes: Readonly<Record<string, string>>): void {
    const element = this.#open.at(-1);
    const title = element && this.#titles[element.of].get(attributes.for ?? attributes.id ?? "");
    if (element === undefined || title === undefined) return;
    const columns = element.of === "node" ? this.graph.nodes : this.graph.edges;
    columns.set(title, element.index, attributes.value ?? "");
  }
}
