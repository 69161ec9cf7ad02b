import { formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";

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
  /** what a person should know about how the file was read */
  readonly notes: string[];
}

export function createListing(): Listing {
  return { names: [], circles: [], from: [], to: [], weight: [], directed: [], notes: [] };
}

export function addRecord(listing: Listing, from: number, to: number, weight: number, directed: boolean): void {
  listing.from.push(from);
  listing.to.push(to);
  listing.weight.push(weight);
  listing.directed.push(directed);
}

/** Checks a weight. @returns the weight; NaN if it is faulty, which is reported */
export function checkWeight(value: number | undefined, text: string, line: number, faults: Faults): number {
  if (value !== undefined && value >= 0 && value < Number.POSITIVE_INFINITY) return value;
  faults.add(line, `a weight must be a number of at least 0, got ${formatValue(text)}`);
  return Number.NaN;
}
