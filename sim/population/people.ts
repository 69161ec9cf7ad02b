import { TRAITS } from "../parameters/trait-names.ts";

/** What files say of real people: by agent, in the order of their indices. What is missing is drawn. */
export interface People {
  /** as the files have them */
  readonly names: readonly string[];
  /** labels of the circles; a circle's number is its place here */
  readonly circleNames: readonly string[];
  /** the circle's number, −1 where it is not given */
  readonly circle: Int32Array;
  /** main domain from 0, −1 where it is not given */
  readonly domain: Int32Array;
  /** 0 to 1, NaN where it is not given */
  readonly expertise: Float64Array;
  readonly status: Float64Array;
  /** TRAITS an agent, NaN where it is not given */
  readonly traits: Float64Array;
}

/** Ties of real people, undirected, lower agent first, none twice. */
export interface ImportedTies {
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  /** rank share of the weight, 0 for the lowest to 1 for the highest; NaN where there is none */
  readonly weightRank: Float64Array;
  /** who names whom: BOTH (or no direction), LOWER_NAMES, UPPER_NAMES */
  readonly named: Uint8Array;
}

// biome-ignore format: a table
export const BOTH = 0, LOWER_NAMES = 1, UPPER_NAMES = 2;

/** People of whom nothing but the names is known. */
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
