import { TRAITS } from "../parameters/trait-names.ts";

/** What files say about real people. Columns by agent, in the order of their indices. Missing values are drawn. */
export interface People {
  /** names as in the files */
  readonly names: readonly string[];
  /** names of the circles; a circle's number is its position here */
  readonly circleNames: readonly string[];
  /** number of the circle, −1 if missing */
  readonly circle: Int32Array;
  /** main domain, counted from 0; −1 if missing */
  readonly domain: Int32Array;
  /** 0 to 1, NaN if missing */
  readonly expertise: Float64Array;
  /** 0 to 1, NaN if missing */
  readonly status: Float64Array;
  /** TRAITS values per agent, each 0 to 1, NaN if missing */
  readonly traits: Float64Array;
}

/** Undirected ties of real people, each once, the agent with the lower index first. */
export interface ImportedTies {
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  /** rank of the tie's weight, from 0 for the lowest to 1 for the highest; NaN if it has no weight */
  readonly weightRank: Float64Array;
  /** who names whom: BOTH (also for ties without a direction), LOWER_NAMES or UPPER_NAMES */
  readonly named: Uint8Array;
}

// biome-ignore format: a table
export const BOTH = 0, LOWER_NAMES = 1, UPPER_NAMES = 2;

/** Creates people of whom only the names are known. */
export function strangers(names: readonly string[]): People {
  const count = names.length;
  return {
    names,
    circleNames: [],
    circle: new Int32Array(count).fill(-1),
    domain: new Int32Array(count).fill(-1),
    expertise: new Float64Array(count).fill(Number.NaN),
    status: new Float64Array(count).fill(Number.NaN),
    traits: new Float64Array(count * TRAITS).fill(Number.NaN),
  };
}
