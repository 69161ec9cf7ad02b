import type { Faults } from "../faults.ts";

/** The most agents a run can have, as in the definition of `agents`. */
export const MOST_AGENTS = 1_000_000;

/** What a file lists, before anything is put together: agents by index, and a place in the last four columns a record of a tie. */
export interface Listing {
  readonly names: string[];
  /** by agent: the label of its circle, undefined where the file gives none */
  readonly circles: (string | undefined)[];
  readonly from: number[];
  readonly to: number[];
  /** NaN where the file gives none */
  readonly weight: number[];
  /** whether the record says only who names whom */
  readonly directed: boolean[];
  /** what a person should know of how the file was read */
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

/** A weight as text: NaN where none is given, and a fault where it is no number of 0 or more. */
export function checkWeight(value: number | undefined, text: string, line: number, faults: Faults): number {
  if (value !== undefined && value >= 0 && value < Number.POSITIVE_INFINITY) return value;
  faults.add(line, `a weight must be a number of 0 or more, got ${JSON.stringify(text.slice(0, 40))}`);
  return Number.NaN;
}
