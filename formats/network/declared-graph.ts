import { didYouMean, formatNumber, formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { isMissing, readNumber } from "../table/read-number.ts";
import { AttributeColumns } from "./attribute-columns.ts";
import { addRecord, checkName, checkWeight, chooseTrust, createListing, type Listing, MOST_AGENTS } from "./listing.ts";
import type { ReadOptions } from "./read-options.ts";
import { findMeanings, listMeaningTitles, type TieMeanings } from "./tie-meanings.ts";
import { circleWords, labelWords, plainWord, weightWords } from "./words.ts";

/** Most titles that a note lists. */
const TITLES_LISTED = 10;

/** A graph as a file declares it: nodes with ids, and edges that refer to these ids, in any order. */
export class DeclaredGraph {
  readonly nodes = new AttributeColumns();
  readonly edges = new AttributeColumns();
  readonly #faults: Faults;
  readonly #options: ReadOptions;
  readonly #ids: string[] = [];
  readonly #indices = new Map<string, number>();
  readonly #nodeLines: number[] = [];
  readonly #boxes = new Set<number>();
  readonly #from: string[] = [];
  readonly #to: string[] = [];
  readonly #directed: boolean[] = [];
  readonly #edgeLines: number[] = [];

  constructor(faults: Faults, options: ReadOptions = {}) {
    this.#faults = faults;
    this.#options = options;
  }

  /** @returns the index of the node, from 0 */
  addNode(id: string | undefined, line: number): number {
    const known = id === undefined ? undefined : this.#indices.get(id);
    if (id === undefined || id.trim() === "") this.#faults.add(line, "the node has no id");
    else if (known !== undefined)
      this.#faults.add(
        line,
        `duplicate node id ${formatValue(id)}${line > 0 ? `, already in line ${this.#nodeLines[known] ?? 0}` : ""}`,
      );
    else this.#indices.set(id, this.#ids.length);
    const index = this.#ids.push(id ?? "") - 1;
    if (index >= MOST_AGENTS) this.#faults.stop(line, `a run can have at most ${formatNumber(MOST_AGENTS)} agents`);
    this.#nodeLines.push(line);
    return index;
  }

  /** Marks a node that groups other nodes in a drawing and is not an agent. */
  markBox(node: number): void {
    this.#boxes.add(node);
  }

  /** @returns the index of the edge, from 0 */
  addEdge(from: string | undefined, to: string | undefined, directed: boolean, line: number): number {
    if (from === undefined || to === undefined)
      this.#faults.add(line, `the edge has no ${from === undefined ? "source" : "target"}`);
    this.#from.push(from ?? "");
    this.#to.push(to ?? "");
    this.#directed.push(directed);
    return this.#edgeLines.push(line) - 1;
  }

  /**
   * The graph as a listing. Labels become names if every node has a different one; otherwise ids do.
   *
   * @param weightOfOthers of edges without a weight, if other edges have one
   * @param moreCircleWords titles of attributes that hold circles, besides the usual ones
   */
  list({ weightOfOthers = Number.NaN, moreCircleWords = [] as readonly string[] } = {}): Listing {
    const agents = this.#ids.flatMap((_, node) => (this.#boxes.has(node) ? [] : [node]));
    const kept = this.#keptEdges();
    const meanings = this.#findMeanings();
    const tieAttributes = this.edges.columnsOf(kept);
    const listing = createListing({ meanings, agentAttributes: this.nodes.columnsOf(agents), tieAttributes });
    const circle = this.#choose(this.nodes, this.#options.circleColumn) ?? this.nodes.find(circleWords);
    const label = this.#fillAgents(listing, agents, circle ?? this.#circleValues(moreCircleWords));
    const usual = this.edges.find(weightWords);
    const meant = listMeaningTitles(meanings);
    const weight = this.#choose(this.edges, this.#options.columns?.weight) ?? (meant.includes(usual) ? undefined : usual);
    this.#fillRecords(listing, agents, kept, weight, weight === undefined ? Number.NaN : weightOfOthers);
    const unused = [
      ...this.nodes.titles.filter((title) => title !== circle && !label.includes(title)),
      ...this.edges.titles.filter((title) => title !== weight && !meant.includes(title)),
    ];
    if (unused.length > 0) listing.notes.push(`attributes not used: ${listTitles(unused)}`);
    const dropped = this.#from.length - kept.length;
    if (dropped > 0) listing.warnings.push(`left out ${formatCount(dropped, "tie")} to a box that groups agents`);
    return listing;
  }

  /** Fills in names and circles. @returns the titles that hold labels */
  #fillAgents(listing: Listing, agents: readonly number[], circle: string | undefined): string[] {
    const labels = labelWords.flatMap((word) => this.nodes.find([word]) ?? []);
    const nameLists = labels.map((title) => agents.map((node) => this.nodes.valueOf(title, node)?.trim() ?? ""));
    const names = nameLists.find((list) => !list.includes("") && new Set(list).size === list.length);
    if (names === undefined && labels.length > 0) listing.notes.push("labels are missing or repeated, so ids are used as names");
    for (const [at, node] of agents.entries()) {
      const line = this.#nodeLines[node] ?? 0;
      listing.names.push(checkName(names?.[at] ?? this.#ids[node] ?? "", line, this.#faults));
      const text = this.nodes.valueOf(circle, node)?.trim() ?? "";
      listing.circles.push(isMissing(text) ? undefined : checkName(text, line, this.#faults));
    }
    return labels;
  }

  #fillRecords(
    listing: Listing,
    agents: readonly number[],
    kept: readonly number[],
    title: string | undefined,
    missing: number,
  ): void {
    const places = new Map(agents.map((node, at) => [node, at]));
    const placeOf = (node: number): number => (this.#boxes.size === 0 ? node : (places.get(node) ?? -1));
    const remedy = chooseTrust(title ?? "");
    for (const edge of kept) {
      const line = this.#edgeLines[edge] ?? 0;
      const from = placeOf(this.#end(this.#from[edge] ?? "", line));
      const to = placeOf(this.#end(this.#to[edge] ?? "", line));
      const text = this.edges.valueOf(title, edge)?.trim() ?? "";
      const weight = isMissing(text) ? missing : checkWeight(readNumber(text), text, line, this.#faults, remedy);
      addRecord(listing, Math.max(0, from), Math.max(0, to), weight, this.#directed[edge] ?? false, line);
    }
  }

  #findMeanings(): TieMeanings {
    const { trust, time } = this.#options.columns ?? {};
    return findMeanings(this.edges.titles, { trust: this.#choose(this.edges, trust), time: this.#choose(this.edges, time) });
  }

  /** The edges that don't end at a box. */
  #keptEdges(): number[] {
    const isBox = (id: string | undefined): boolean => this.#boxes.has(this.#indices.get(id ?? "") ?? -1);
    return this.#from.flatMap((from, edge) => (this.#boxes.size > 0 && (isBox(from) || isBox(this.#to[edge])) ? [] : [edge]));
  }

  #end(id: string, line: number): number {
    const index = this.#indices.get(id) ?? -1;
    if (index < 0 && id !== "")
      this.#faults.add(line, `the edge refers to the node ${formatValue(id)}, which the file does not have`);
    return index;
  }

  /** The title of the chosen attribute; undefined if none is chosen. A choice that doesn't exist is reported. */
  #choose(columns: AttributeColumns, chosen: string | undefined): string | undefined {
    if (chosen === undefined) return undefined;
    const found = columns.find([plainWord(chosen)]);
    const { titles } = columns;
    if (found === undefined)
      this.#faults.add(
        0,
        `has no attribute ${formatValue(chosen)}${didYouMean(chosen, titles)}; its attributes: ${listTitles(titles)}`,
      );
    return found;
  }

  /** An attribute as the circle, unless it tells nearly all nodes apart, as a size does. */
  #circleValues(words: readonly string[]): string | undefined {
    const title = this.nodes.find(words);
    const values = this.#ids.map((_, node) => this.nodes.valueOf(title, node));
    return new Set(values).size * 2 <= values.length ? title : undefined;
  }
}

/** Titles for a message. */
export function listTitles(titles: readonly string[]): string {
  if (titles.length === 0) return "none";
  const more = titles.length - TITLES_LISTED;
  return `${titles.slice(0, TITLES_LISTED).map(shorten).join(", ")}${more > 0 ? ` and ${formatNumber(more)} more` : ""}`;
}

/** A title for a message, cut after 60 characters. */
export function shorten(title: string): string {
  return title.length > 60 ? `${title.slice(0, 57)}…` : title;
}
