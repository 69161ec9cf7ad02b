import type { Faults } from "../faults.ts";
import { cleanName } from "../names.ts";
import { isMissing, readNumber } from "../table/read-number.ts";
import { addRecord, checkWeight, createListing, type Listing, MOST_AGENTS } from "./listing.ts";
import { circleWords, labelWords, weightWords } from "./words.ts";

/** Columns of attributes by their plain words; where a node or edge does not have the attribute its place is a hole. */
type Attributes = Map<string, string[]>;

/** A graph as a file declares it: nodes with ids, and edges that name these ids, in any order. */
export class DeclaredGraph {
  readonly #faults: Faults;
  readonly #nodeWords: ReadonlySet<string>;
  readonly #ids: string[] = [];
  readonly #indices = new Map<string, number>();
  readonly #nodeLines: number[] = [];
  readonly #nodeAttributes: Attributes = new Map();
  readonly #from: string[] = [];
  readonly #to: string[] = [];
  readonly #directed: boolean[] = [];
  readonly #edgeLines: number[] = [];
  readonly #edgeAttributes: Attributes = new Map();

  /** @param nodeWords the attributes of nodes that mean something, as plain words */
  constructor(faults: Faults, nodeWords: ReadonlySet<string> = usualNodeWords) {
    this.#faults = faults;
    this.#nodeWords = nodeWords;
  }

  addNode(id: string | undefined, line: number): void {
    if (id === undefined || id.trim() === "") {
      this.#faults.add(line, "a node must have an id");
      return;
    }
    const known = this.#indices.get(id);
    if (known !== undefined)
      this.#faults.add(line, `a node's id must be its own, got ${JSON.stringify(id)} here and in line ${this.#nodeLines[known]}`);
    else this.#indices.set(id, this.#ids.length);
    if (this.#ids.push(id) > MOST_AGENTS)
      this.#faults.stop(line, `must have at most ${MOST_AGENTS} nodes, and here comes one more`);
    this.#nodeLines.push(line);
  }

  /** An attribute of a node, by default the one added last; those that mean nothing here are passed over. */
  setNodeAttribute(word: string, value: string, node = this.#ids.length - 1): void {
    if (this.#nodeWords.has(word) && value.trim() !== "" && node >= 0) setAt(this.#nodeAttributes, word, node, value);
  }

  addEdge(from: string | undefined, to: string | undefined, directed: boolean, line: number): void {
    if (from === undefined || to === undefined)
      this.#faults.add(line, `an edge must have a source and a target, got no ${from === undefined ? "source" : "target"}`);
    this.#from.push(from ?? "");
    this.#to.push(to ?? "");
    this.#directed.push(directed);
    this.#edgeLines.push(line);
  }

  /** An attribute of the edge added last. */
  setEdgeAttribute(word: string, value: string): void {
    if (edgeWords.has(word) && this.#from.length > 0) setAt(this.#edgeAttributes, word, this.#from.length - 1, value);
  }

  /**
   * The graph as a listing. The label is the name where every node has one of its own, else the id is.
   *
   * @param weightOfOthers of the edges without a weight, where others have one
   */
  list(weightOfOthers = Number.NaN): Listing {
    const listing = createListing();
    for (const name of this.#names(listing.notes)) listing.names.push(name);
    const circles = first(circleWords, this.#nodeAttributes) ?? this.#values();
    for (let node = 0; node < this.#ids.length; node++) {
      const circle = cleanName(circles?.[node] ?? "");
      listing.circles.push(isMissing(circle) ? undefined : circle);
    }
    const weights = first(weightWords, this.#edgeAttributes);
    for (let edge = 0; edge < this.#from.length; edge++) {
      const line = this.#edgeLines[edge];
      const from = this.#end(this.#from[edge], line);
      const to = this.#end(this.#to[edge], line);
      const text = weights?.[edge]?.trim() ?? "";
      const none = weights === undefined ? Number.NaN : weightOfOthers;
      const weight = isMissing(text) ? none : checkWeight(readNumber(text), text, line, this.#faults);
      if (from >= 0 && to >= 0) addRecord(listing, from, to, weight, this.#directed[edge]);
    }
    return listing;
  }

  #end(id: string, line: number): number {
    const index = this.#indices.get(id) ?? -1;
    if (index < 0 && id !== "")
      this.#faults.add(line, `an edge must name nodes of this file, got ${JSON.stringify(id.slice(0, 60))}`);
    return index;
  }

  #names(notes: string[]): string[] {
    const ids = this.#ids.map(cleanName);
    for (const word of labelWords) {
      const labels = this.#nodeAttributes.get(word);
      if (labels === undefined) continue;
      const names = ids.map((_, node) => cleanName(labels[node] ?? ""));
      if (!names.includes("") && new Set(names).size === names.length) return names;
      notes.push("ids are names, as labels are not all different");
    }
    return ids;
  }

  /** `value` as the circle, which it is in the networks of Newman's collection; not where it tells nearly everyone apart, as a size does. */
  #values(): string[] | undefined {
    const values = this.#nodeAttributes.get("value");
    return values !== undefined && new Set(values).size * 2 <= values.length ? values : undefined;
  }
}

const usualNodeWords: ReadonlySet<string> = new Set([...labelWords, ...circleWords]);
/** Newman's GML has the groups of nodes in `value`. */
export const gmlNodeWords: ReadonlySet<string> = new Set([...usualNodeWords, "value"]);
const edgeWords: ReadonlySet<string> = new Set(weightWords);

function setAt(attributes: Attributes, word: string, place: number, value: string): void {
  let column = attributes.get(word);
  if (column === undefined) {
    column = [];
    attributes.set(word, column);
  }
  column[place] = value;
}

/** The column of the first of the words that there is one for. */
function first(words: readonly string[], attributes: Attributes): string[] | undefined {
  const word = words.find((one) => attributes.has(one));
  return word === undefined ? undefined : attributes.get(word);
}
