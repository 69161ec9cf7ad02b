/** Encounters that are gathered and committed together: few enough for what they touch to stay in the cache. */
export const BLOCK = 64;

/**
 * The next encounters in their order, each pair once, with the rows of the tie on both sides. As columns; `count` are in use.
 * Rows hold for the whole phase, as no tie comes or goes while encounters are committed.
 */
export interface EncounterBlock {
  count: number;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  readonly lowerRow: Int32Array;
  readonly upperRow: Int32Array;
  readonly richness: Float64Array;
  readonly lowerRequest: Int32Array;
  readonly upperRequest: Int32Array;
}

export function createEncounterBlock(): EncounterBlock {
  return {
    count: 0,
    lower: new Uint32Array(BLOCK),
    upper: new Uint32Array(BLOCK),
    lowerRow: new Int32Array(BLOCK),
    upperRow: new Int32Array(BLOCK),
    richness: new Float64Array(BLOCK),
    lowerRequest: new Int32Array(BLOCK),
    upperRequest: new Int32Array(BLOCK),
  };
}
