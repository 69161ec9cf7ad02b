/** The highest sociality: with it, the time of an agent fits into the draws of a tick. */
export const MOST_SOCIAL = 50;

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
  /** TRAITS values per agent, each 0 to 1, NaN if missing; empty if no file gives any, which saves a million people 80 MB */
  readonly traits: Float64Array;
  /** 0 to MOST_SOCIAL, NaN if missing; undefined if no file gives it */
  readonly sociality?: Float64Array;
  /** the tick in which each person came; undefined if all were there at the start */
  readonly since?: Int32Array;
  /** 1 for agents who are there, 0 for those who have left and keep their number; undefined if all are there */
  readonly present?: Uint8Array;
}

/** Undirected ties of real people, each once, the agent with the lower index first. */
export interface ImportedTies {
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  /** rank of the tie's weight, from 0 for the lowest to 1 for the highest; NaN if it has no weight */
  readonly weightRank: Float64Array;
  /** who names whom: BOTH (also for ties without a direction), LOWER_NAMES or UPPER_NAMES */
  readonly named: Uint8Array;
  /** what agents are known to believe of each other; undefined if no file says so */
  readonly ratings?: ImportedRatings;
  /** dated contacts, which decide strength in place of weights; undefined if no file gives them */
  readonly contacts?: ImportedContacts;
  /** strength and last encounter in another run; undefined if the ties don't come from one */
  readonly state?: ImportedState;
}

/** What the tables of a run say about its ties at one tick. The new run begins at this tick. */
export interface ImportedState {
  readonly tick: number;
  /** of each tie at this tick, 0 to 1 */
  readonly strength: Float64Array;
  /** the tick of each tie's last encounter */
  readonly lastEncounter: Int32Array;
}

/**
 * What the two agents of each tie believe of each other, by direction: direction 2·tie is that of the lower agent about the upper,
 * direction 2·tie + 1 that of the upper about the lower.
 */
export interface ImportedRatings {
  /** trust share of each direction, 0 to 1; NaN where it is not given */
  readonly trust: Float64Array;
  /** BELIEFS a direction, each 0 to 1; NaN where it is not given */
  readonly beliefs: Float64Array;
  /** pieces of evidence behind each direction's rating; NaN where it is not given */
  readonly evidence: Float64Array;
}

/** When the two agents of each tie were in contact before the run. */
export interface ImportedContacts {
  /** where the contacts of each tie begin in `ticks`; one more entry than ties */
  readonly first: Uint32Array;
  /** the tick of each contact, at most 0, ascending within a tie */
  readonly ticks: Int32Array;
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
    traits: new Float64Array(0),
  };
}
