import type { TraitKey } from "../../sim/parameters/trait-names.ts";

/**
 * The state of the reference model as plain objects, named with the symbols of the model's description. The engine's columns
 * are read into it by read-population.ts.
 */

/** One agent's beliefs about another, and the evidence. */
export interface View {
  C: number;
  R: number;
  I: number;
  S: number;
  /** as of the tie's t0 */
  e: number;
}

/** A tie, one object for both its agents. */
export interface Tie {
  /** strength when last set */
  w: number;
  /** the tick as of which strength and evidence are stored */
  t0: number;
  /** by agent: its view of the other one */
  views: Map<number, View>;
}

export type Traits = Record<TraitKey, number>;

export interface Person extends Traits {
  /** false once an intervention has removed the agent */
  present: boolean;
  /** the tick in which the agent came */
  since: number;
  domain: number;
  /** expertise in the domain */
  x: number;
  /** visible credential */
  z: number;
  circle: number;
  sociality: number;
  /** traits that a file or an intervention gave */
  given: ReadonlySet<TraitKey>;
  reach: number;
  payoff: number;
  kept: number;
  broken: number;
  /** by contact */
  ties: Map<number, Tie>;
}

export interface Promised {
  asker: number;
  promiser: number;
  made: number;
  due: number;
  relied: boolean;
  /** whether the asker needed an expert */
  need: boolean;
}

export interface State {
  /** ticks done */
  tick: number;
  people: Person[];
  /** not due yet, in the order in which they were made */
  promises: Promised[];
  /** live items, in the order of their birth: who holds each */
  news: Map<number, Set<number>>;
  /** the number of the next item of news */
  nextItem: number;
}
