/** How many encounters are gathered and carried out together. Few enough that the data they use stays in the cache. */
export const BLOCK = 64;

/**
 * The next encounters in order, each pair once, with the tie's row on both sides. Columns of length BLOCK, of which the first
 * `count` entries are in use. The row numbers hold for the whole phase, because it neither adds nor removes ties.
 */
export interface EncounterBlock {
  count: number;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  /** as in the list of pairs */
  readonly knownRow: Uint32Array;
  readonly lowerRow: Int32Array;
  readonly upperRow: Int32Array;
  /** units of time that all plans of the pair add up to */
  readonly units: Int32Array;
  /** 1 if any plan of the pair is an ordinary one, 0 if all are lean */
  readonly ordinary: Uint8Array;
  readonly lowerRequest: Int32Array;
  readonly upperRequest: Int32Array;
}

export function createEncounterBlock(): EncounterBlock {
  return {
    count: 0,
    lower: new Uint32Array(BLOCK),
    upper: new Uint32Array(BLOCK),
    knownRow: new Uint32Array(BLOCK),
    lowerRow: new Int32Array(BLOCK),
    upperRow: new Int32Array(BLOCK),
    units: new Int32Array(BLOCK),
    ordinary: new Uint8Array(BLOCK),
    lowerRequest: new Int32Array(BLOCK),
    upperRequest: new Int32Array(BLOCK),
  };
}
