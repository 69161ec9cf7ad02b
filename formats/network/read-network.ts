import { BOTH, type ImportedTies, type People, strangers } from "../../sim/index.ts";
import { checkText } from "../check-text.ts";
import { Faults } from "../faults.ts";
import { circlesFromLabels } from "./assign-circles.ts";
import { detectFormat, formatOfName, type NetworkFormat } from "./detect-format.ts";
import { findCommunities } from "./find-communities.ts";
import type { Listing } from "./listing.ts";
import { mergeTies } from "./merge-ties.ts";
import type { NetworkSummary } from "./network-summary.ts";
import { readEdgeList } from "./read-edge-list.ts";
import { readGexf } from "./read-gexf.ts";
import { readGml } from "./read-gml.ts";
import { readGraphml } from "./read-graphml.ts";
import { readPajek } from "./read-pajek.ts";

/** A network of real people in the form that a run takes. */
export interface ReadNetwork {
  /** with names and circles only */
  readonly people: People;
  readonly ties: ImportedTies;
  readonly summary: NetworkSummary;
  /** the label of each agent's circle in the file; undefined if it has none */
  readonly circleLabels: readonly (string | undefined)[];
}

const readers: Readonly<Record<NetworkFormat, (text: string, faults: Faults) => Listing>> = {
  GraphML: readGraphml,
  GEXF: readGexf,
  GML: readGml,
  Pajek: readPajek,
  "edge list": readEdgeList,
};

/**
 * Reads a network file: an edge list, GraphML, GEXF, GML or Pajek's .net. The content decides which. Agents are numbered in the
 * order in which they first appear. Their circles come from the file; if it has none, they are communities found in the network.
 *
 * @param options.file the file's name in messages
 * @param options.seed of the run; communities depend on it
 * @throws InputError with every fault and its line
 */
export function readNetwork(text: string, { file, seed }: { readonly file: string; readonly seed: string }): ReadNetwork {
  const faults: Faults = new Faults(file);
  const checked = checkText(text, faults);
  const format = detectFormat(checked, faults);
  const named = formatOfName(file);
  if (named !== undefined && named !== format) faults.setHint(`was read as ${format}, because it does not look like ${named}`);
  const listing = readers[format](checked, faults);
  faults.throwIfAny();
  if (listing.names.length < 2) faults.stop(0, `a run needs at least 2 agents, got ${listing.names.length}`);
  return assemble(listing, seed);
}

function assemble(listing: Listing, seed: string): ReadNetwork {
  const { names, circles: circleLabels, notes } = listing;
  const { ties, weights, ...counts } = mergeTies(listing);
  const labelled = circleLabels.some((label) => label !== undefined);
  const { circle, circleNames, filled } = labelled
    ? circlesFromLabels(circleLabels, ties, seed)
    : communities(names.length, ties, weights, seed);
  const weighted = ties.weightRank.filter((rank) => !Number.isNaN(rank)).length;
  if (weighted === 0 && weights.some((weight) => !Number.isNaN(weight))) notes.push("all weights are equal, so they are not used");
  const summary: NetworkSummary = {
    agents: names.length,
    ties: ties.lower.length,
    oneWay: ties.named.filter((who) => who !== BOTH).length,
    weighted,
    ...counts,
    added: 0,
    circles: circleNames.length,
    circlesFrom: labelled ? "the file" : "Louvain communities",
    withoutCircle: filled,
    notes,
  };
  return { people: { ...strangers(names), circle, circleNames }, ties, summary, circleLabels };
}

function communities(agents: number, { lower, upper }: ImportedTies, weights: Float64Array, seed: string) {
  const circle = findCommunities(agents, lower, upper, weights, seed);
  const circleNames = Array.from({ length: circle.reduce((most, one) => Math.max(most, one), -1) + 1 }, (_, k) => communityName(k));
  return { circle, circleNames, filled: 0 };
}

/** The label of a community by its number, from 0. */
export function communityName(number: number): string {
  return `community ${number + 1}`;
}
