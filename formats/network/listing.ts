import { formatNumber, formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { cleanName, isPlain, nameProblem } from "../names.ts";
import { isMissingNumber, readNumber } from "../table/read-number.ts";
import { Attributes } from "./attributes.ts";
import { noMeanings, type TieMeanings } from "./tie-meanings.ts";

/** The most agents a run can have, as in the definition of `agents`. */
export const MOST_AGENTS = 1_000_000;

/** What a file lists, before records are merged: columns of agents, and columns of records of ties. */
export interface Listing {
  readonly names: string[];
  /** the label of each agent's circle; undefined if the file gives none */
  readonly circles: (string | undefined)[];
  readonly from: number[];
  readonly to: number[];
  /** NaN if the file gives none */
  readonly weight: number[];
  /** whether the record goes in one direction only */
  readonly directed: boolean[];
  /** the line of each record, for messages; 0 if it is not known */
  readonly lines: number[];
  /** which attributes of ties hold ratings and times */
  readonly meanings: TieMeanings;
  /** what else the file says about agents and records */
  readonly agentAttributes: Attributes;
  readonly tieAttributes: Attributes;
  /** what a person should know about how the file was read */
  readonly notes: string[];
  /** whether the file is the ties.csv of a run, in which agents are numbers */
  readonly isOwn?: boolean;
  /** whether the file is a table without a header */
  readonly isBare?: boolean;
  /** whether the records are cells of a matrix */
  isMatrix?: boolean;
  /** what looks wrong in the file */
  readonly warnings: string[];
}

type Described = Pick<Listing, "meanings" | "agentAttributes" | "tieAttributes">;

export function createListing({
  meanings = noMeanings,
  agentAttributes = new Attributes(),
  tieAttributes = new Attributes(),
}: Partial<Described> = {}): Listing {
  const columns = { names: [], circles: [], from: [], to: [], weight: [], directed: [], lines: [] };
  return { ...columns, meanings, agentAttributes, tieAttributes, notes: [], warnings: [] };
}

export function addRecord(listing: Listing, from: number, to: number, weight: number, directed: boolean, line = 0): void {
  listing.from.push(from);
  listing.to.push(to);
  listing.weight.push(weight);
  listing.directed.push(directed);
  listing.lines.push(line);
}

/** From this number of agents on, a file that declares them must list at least one tie for every hundred. */
const MANY_AGENTS = 100_000;

/**
 * Refuses a file that declares many agents and lists hardly any ties, before a name is made for each of them. One line can declare
 * a million agents.
 *
 * @throws InputError if there are too few ties
 */
export function checkDeclared(agents: number, ties: number, faults: Faults): void {
  if (agents < MANY_AGENTS || ties * 100 >= agents) return;
  faults.stop(
    0,
    `declares ${formatNumber(agents)} agents but lists only ${formatCount(ties, "tie")}; declare only agents that have ties, or add the missing ties`,
  );
}

/** The first name that occurs a second time; undefined if all differ. */
export function findRepeated(names: readonly string[]): string | undefined {
  const known = new Set<string>();
  return names.find((name) => known.has(name) || !known.add(name));
}

/**
 * Checks a weight.
 *
 * @param remedy what to do with negative weights, which may be ratings of trust
 * @returns the weight; NaN if it is faulty, which is reported
 */
export function checkWeight(value: number | undefined, text: string, line: number, faults: Faults, remedy: string): number {
  if (value !== undefined && value >= 0 && value < Number.POSITIVE_INFINITY) return value;
  faults.add(line, `a weight must be a number of at least 0, got ${formatValue(text)}`);
  if (value !== undefined && value < 0) faults.setHint(`negative weights can be ratings of trust: ${remedy}`);
  return Number.NaN;
}

/** What to do with negative weights if their column can be chosen. @param column its title or number */
export function chooseTrust(column: string): string {
  return `choose their column, and give the values of no trust and of full trust: --columns trust=${column} --trust-scale=-10,10`;
}

/** What to do with negative weights in a format without columns. */
export const LIST_TRUST = "write them as a list of ties with the columns from, to and trust";

/** Reads the cell of a weight. @returns NaN if it is missing, or faulty, which is reported */
export function readWeight(cell: string, line: number, faults: Faults, remedy: string): number {
  return isMissingNumber(cell) ? Number.NaN : checkWeight(readNumber(cell), cell, line, faults, remedy);
}

/** Warns of several relations, if there are more than one. */
export function warnOfRelations({ warnings }: Listing, relations: number): void {
  if (relations > 1)
    warnings.push(
      `${formatCount(relations, "relation")} in one file are read as one network; to study one of them, delete the others`,
    );
}

/** The name of an agent or circle. @returns the name as it is kept; a faulty one is reported */
export function checkName(text: string, line: number, faults: Faults): string {
  const name = isPlain(text) ? text.trim() : cleanName(text);
  const problem = nameProblem(name);
  if (problem !== undefined) faults.add(line, problem);
  return name;
}
