import { formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import type { ReadOptions } from "./read-options.ts";
import { readXml } from "./read-xml.ts";
import { circleWords, labelWords, plainWord, readDirection, weightWords } from "./words.ts";

interface Key {
  readonly of: "node" | "edge" | "all" | "other";
  /** undefined for the drawings of yEd, which have no name */
  readonly title: string | undefined;
}

/** An open element that can have attributes. `index` is that of the node or edge. */
interface Open {
  readonly of: "graph" | "node" | "edge";
  readonly index: number;
}

/** Titles that the reader uses, so that two attributes with such a title are a fault. */
const usedWords: ReadonlySet<string> = new Set([...labelWords, ...circleWords, ...weightWords]);

/**
 * Reads GraphML: nodes with their labels and circles, edges with their weights and directions. Nodes may contain graphs. The labels
 * of yEd are in its drawings; its group boxes are not agents.
 *
 * @see http://graphml.graphdrawing.org/specification.html
 */
export function readGraphml(text: string, faults: Faults, options: ReadOptions): Listing {
  const reader = new GraphmlReader(faults, options);
  readXml(text, faults, reader);
  return reader.graph.list();
}

class GraphmlReader {
  readonly graph: DeclaredGraph;
  readonly #faults: Faults;
  readonly #keys = new Map<string, Key>();
  /** the line of each used attribute, by owner and word */
  readonly #declared = new Map<string, number>();
  readonly #open: Open[] = [];
  /** whether edges are directed by default, for each open graph */
  readonly #edgesDirected: boolean[] = [];
  #graphs = 0;
  #key: Key | undefined;
  #keyLine = 0;
  #value: string | undefined;

  constructor(faults: Faults, options: ReadOptions) {
    this.#faults = faults;
    this.graph = new DeclaredGraph(faults, options);
  }

  onOpen(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (name === "graph") {
      if (this.#edgesDirected.length === 0 && ++this.#graphs > 1)
        this.#faults.add(line, "a second graph begins here; a file can hold only one");
      this.#edgesDirected.push(attributes.edgedefault === "directed");
      this.#open.push({ of: "graph", index: -1 });
    } else if (name === "node") {
      const index = this.graph.addNode(attributes.id, line);
      const isBox = attributes["yfiles.foldertype"];
      if (isBox === "group" || isBox === "folder") this.graph.markBox(index);
      this.#open.push({ of: "node", index });
    } else if (name === "edge") {
      const directed = attributes.directed === undefined ? undefined : readDirection(attributes.directed);
      const edgesDirected = directed ?? this.#edgesDirected.at(-1) ?? false;
      this.#open.push({ of: "edge", index: this.graph.addEdge(attributes.source, attributes.target, edgesDirected, line) });
    } else if (name === "key") this.#declare(attributes, line);
    else if (name === "data") {
      this.#key = this.#keys.get(attributes.key ?? "");
      this.#keyLine = line;
      this.#value = "";
    } else if (name === "default" || name === "NodeLabel") this.#value = "";
    else if (name === "hyperedge") this.#faults.add(line, "hyperedges are not supported: a tie has two ends");
  }

  onText(part: string): void {
    if (this.#value !== undefined) this.#value += part;
  }

  onClose(name: string): void {
    if (name === "graph") this.#edgesDirected.pop();
    if (name === "graph" || name === "node" || name === "edge") this.#open.pop();
    const element = this.#open.at(-1);
    if (name === "default") this.#setDefault(this.#value ?? "");
    else if (name === "data" && this.#value !== undefined) this.#setValue(this.#value);
    else if (name === "NodeLabel" && element?.of === "node") {
      // A box of yEd has one label for each of its states; a node may have several lines of text. The first one counts.
      if (this.graph.nodes.valueOf("label", element.index) === undefined)
        this.graph.nodes.set("label", element.index, this.#value ?? "");
    } else return;
    this.#value = undefined;
  }

  #declare(attributes: Readonly<Record<string, string>>, line: number): void {
    const of = ownerOf(attributes.for);
    const title = attributes["attr.name"] ?? (attributes["yfiles.type"] === undefined ? attributes.id : undefined);
    this.#key = { of, title };
    this.#keys.set(attributes.id ?? "", this.#key);
    const word = plainWord(title ?? "");
    const place = `${of} ${word}`;
    const known = this.#declared.get(place);
    if (known !== undefined) this.#faults.add(line, `duplicate attribute ${formatValue(title)}, already in line ${known}`);
    else if (usedWords.has(word)) this.#declared.set(place, line);
  }

  #setDefault(value: string): void {
    const { of, title } = this.#key ?? {};
    if (title === undefined) return;
    if (of === "node" || of === "all") this.graph.nodes.setDefault(title, value);
    if (of === "edge" || of === "all") this.graph.edges.setDefault(title, value);
  }

  /** Sets an attribute of the innermost open element. */
  #setValue(value: string): void {
    const { of: owner, title } = this.#key ?? {};
    const element = this.#open.at(-1);
    if (title === undefined || element === undefined || element.of === "graph") return;
    if (owner !== "all" && owner !== element.of) return;
    const columns = element.of === "node" ? this.graph.nodes : this.graph.edges;
    const before = columns.set(title, element.index, value);
    if (before !== undefined && usedWords.has(plainWord(title)))
      this.#faults.add(
        this.#keyLine,
        `duplicate value of ${formatValue(title)} in one ${element.of}: ${formatValue(before)} and ${formatValue(value)}`,
      );
  }
}

function ownerOf(of: string | undefined): Key["of"] {
  return of === "node" || of === "edge" ? of : of === undefined || of === "all" ? "all" : "other";
}
