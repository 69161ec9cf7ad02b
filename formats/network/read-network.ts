import { BOTH, type ImportedTies, strangers } from "../../sim/index.ts";
import { checkText } from "../check-text.ts";
import { Faults } from "../faults.ts";
import { circlesFromLabels } from "./assign-circles.ts";
import { checkChoices, checkRunTable } from "./check-choices.ts";
import { detectFormat, formatOfName, type NetworkFormat } from "./detect-format.ts";
import { findCommunities } from "./find-communities.ts";
import { checkPlausible, setTimesAside } from "./gate.ts";
import type { Listing } from "./listing.ts";
import { type MergedTies, mergeTies } from "./merge-ties.ts";
import type { ReadNetwork } from "./network-of-file.ts";
import type { NetworkSummary } from "./network-summary.ts";
import { readDl } from "./read-dl.ts";
import { readGexf } from "./read-gexf.ts";
import { readGml } from "./read-gml.ts";
import { readGraphml } from "./read-graphml.ts";
import { readJson } from "./read-json.ts";
import type { ReadOptions } from "./read-options.ts";
import { readPajek } from "./read-pajek.ts";
import { rateByCells, readRatings } from "./read-ratings.ts";
import { readTable } from "./read-table.ts";
import { findTieTable, readTieTable } from "./read-tie-table.ts";
import { readContacts, readTimes, setWeightsAside } from "./read-times.ts";
import { hasRatings } from "./tie-meanings.ts";

type Reader = (text: string, faults: Faults, options: ReadOptions) => Listing;

const readers: Readonly<Record<NetworkFormat, Reader>> = {
  GraphML: readGraphml,
  GEXF: readGexf,
  GML: readGml,
  Pajek: readPajek,
  "UCINET DL": readDl,
  JSON: readJson,
  "edge list": readTable,
};

/** The name of a file in messages, the seed of the run, on which communities depend, and a person's choices. */
export interface NetworkOptions extends ReadOptions {
  readonly file: string;
  readonly seed: string;
}

/**
 * Reads a network file: an edge list, a matrix, node-link JSON, GraphML, GEXF, GML, Pajek or UCINET DL. The content decides which.
 * Agents are numbered in the order in which they first appear. Their circles come from the file; if it has none, they are
 * communities found in the network.
 *
 * @throws InputError with every fault and its line, or with the reason why the content can't be a network
 */
export function readNetwork(text: string, { file, seed, ...options }: NetworkOptions): ReadNetwork {
  const faults: Faults = new Faults(file);
  const checked = checkText(text, faults);
  const tieTable = options.columns === undefined ? findTieTable(checked) : undefined;
  if (tieTable !== undefined) {
    checkRunTable(options, faults);
    return readTieTable(checked, tieTable, faults);
  }
  const format = detectFormat(checked, faults);
  const named = formatOfName(file);
  if (named !== undefined && named !== format) faults.setHint(`was read as ${format}, because it does not look like ${named}`);
  if (format !== "edge list") checkChoices(format, options, faults);
  const read = readers[format](checked, faults, options);
  faults.throwIfAny();
  if (read.names.length < 2) faults.stop(0, `a run needs at least 2 agents, got ${read.names.length}`);
  const untimed = rateByCells(setTimesAside(read, options.columns?.weight !== undefined), options);
  const { listing: all, timed } = readTimes(untimed, options, faults);
  const listing = timed?.areContacts ? setWeightsAside(all) : all;
  const merged = mergeTies(listing);
  checkPlausible({ listing, merged, chosen: options.columns?.from !== undefined }, faults);
  if (options.trustScale !== undefined && !hasRatings(listing.meanings))
    faults.stop(0, "has no column of trust, so --trust-scale cannot be used; choose one with --columns trust=…");
  const ratings = readRatings(listing, merged.ties, { options, times: timed?.times, faults });
  faults.throwIfAny();
  const contacts = timed?.areContacts ? readContacts(listing, merged.ties, timed, faults) : undefined;
  const ties = { ...merged.ties, ...(ratings && { ratings }), ...(contacts && { contacts }) };
  const repeated = contacts === undefined ? merged.repeated : 0;
  return assemble(listing, { ...merged, ties, repeated }, seed);
}

function assemble(listing: Listing, { ties, weights, ...counts }: MergedTies, seed: string): ReadNetwork {
  const { names, circles: circleLabels, notes, warnings } = listing;
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
    warnings,
  };
  return { people: { ...strangers(names), circle, circleNames }, ties, summary, circleLabels, listing };
}

function communities(agents: number, { lower, upper }: ImportedTies, weights: Float64Array, seed: string) {
  const circle = findCommunities(agents, lower, upper, weights, seed);
  const count = circle.reduce((most, one) => Math.max(most, one), -1) + 1;
  // A loop, because Array.from takes several times as long, and each of a million agents can be a community.
  const circleNames: string[] = [];
  for (let number = 0; number < count; number++) circleNames.push(communityName(number));
  return { circle, circleNames, filled: 0 };
}

/** The label of a community by its number, from 0. */
export function communityName(number: number): string {
  return `community ${number + 1}`;
}
