import { formatNumber, formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { cleanName } from "../names.ts";
import { isMissing, readNumber } from "../table/read-number.ts";
import { addRecord, checkWeight, createListing, type Listing, MOST_AGENTS } from "./listing.ts";
import { circleWords, labelWords, weightWords } from "./words.ts";

/** Values of attributes by plain word. A column has a hole for each node or edge without the attribute. */
type Attributes = Map<string, string[]>;

/** A graph as a file declares it: nodes with ids, and edges that refer to these ids, in any order. */
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

  /** @param nodeWords the attributes of nodes that are used, as plain words */
  constructor(faults: Faults, nodeWords: ReadonlySet<string> = usualNodeWords) {
    this.#faults = faults;
    this.#nodeWords = nodeWords;
  }

  addNode(id: string | undefined, line: number): void {
    if (id === undefined || id.trim() === "") {
      this.#faults.add(line, "the node has no id");
      return;
    }
    const known = this.#indices.get(id);
    if (known !== undefined)
      this.#faults.add(line, `duplicate node id ${formatValue(id)}, already in line ${this.#nodeLines[known] ?? 0}`);
    else this.#indices.set(id, this.#ids.length);
    if (this.#ids.push(id) > MOST_AGENTS) this.#faults.stop(line, `a run can have at most ${formatNumber(MOST_AGENTS)} agents`);
    this.#nodeLines.push(line);
  }

  /** Sets an attribute of a node, by default the one added last. Attributes that are not used are ignored. */
  setNodeAttribute(word: string, value: string, node = this.#ids.length - 1): void {
    if (this.#nodeWords.has(word) && value.trim() !== "" && node >= 0) setAt(this.#nodeAttributes, word, node, value);
  }

  addEdge(from: string | undefined, to: string | undefined, directed: boolean, line: number): void {
    if (from === undefined || to === undefined)
      this.#faults.add(line, `the edge has no ${from === undefined ? "source" : "target"}`);
    this.#from.push(from ?? "");
    this.#to.push(to ?? "");
    this.#directed.push(directed);
    this.#edgeLines.push(line);
  }

  /** Sets an attribute of the edge added last. */
  setEdgeAttribute(word: string, value: string): void {
    if (edgeWords.has(word) && this.#from.length > 0) setAt(this.#edgeAttributes, word, this.#from.length - 1, value);
  }

  /**
   * The graph as a listing. Labels become names if every node has a different one; otherwise ids do.
   *
   * @param weightOfOthers of edges without a weight, if other edges have one
   */
  list(weightOfOthers = Number.NaN): Listing {
    const listing = createListing();
    for (const name of this.#names(listing.notes)) listing.names.push(name);
    const circles = firstColumn(circleWords, this.#nodeAttributes) ?? this.#values();
    for (let node = 0; node < this.#ids.length; node++) {
      const circle = cleanName(circles?.[node] ?? "");
      listing.circles.push(isMissing(circle) ? undefined : circle);
    }
    const weights = firstColumn(weightWords, this.#edgeAttributes);
    const missing = weights === undefined ? Number.NaN : weightOfOthers;
    for (const [edge, source] of this.#from.entries()) {
      const line = this.#edgeLines[edge] ?? 0;
      const from = this.#end(source, line);
      const to = this.#end(this.#to[edge] ?? "", line);
      const text = weights?.[edge]?.trim() ?? "";
      const weight = isMissing(text) ? missing : checkWeight(readNumber(text), text, line, this.#faults);
      if (from >= 0 && to >= 0) addRecord(listing, from, to, weight, this.#directed[edge] ?? false);
    }
    return listing;
  }

  #end(id: string, line: number): number {
    const index = this.#indices.get(id) ?? -1;
    if (index < 0 && id !== "")
      this.#faults.add(line, `the edge refers to the node ${formatValue(id)}, which the file does not have`);
    return index;
  }

  #names(notes: string[]): string[] {
    const ids = this.#ids.map(cleanName);
    for (const word of labelWords) {
      const labels = this.#nodeAttributes.get(word);
      if (labels === undefined) continue;
      const names = ids.map((_, node) => cleanName(labels[node] ?? ""));
      if (!names.includes("") && new Set(names).size === names.length) return names;
      notes.push("labels are missing or repeated, so ids are used as names");
    }
    return ids;
  }

  /** `value` as the circle, as in the networks of Newman's collection; not if it tells nearly all nodes apart, as a size does. */
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

/** The column of the first word that has one. */
function firstColumn(words: readonly string[], attributes: Attributes): string[] | undefined {
  const word = words.find((one) => attributes.has(one));
  return word === undefined ? undefined : attributes.get(word);
}
