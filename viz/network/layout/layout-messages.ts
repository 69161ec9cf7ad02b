import type { DrawnTies } from "../ties/drawn-ties.ts";
import type { Filter } from "../ties/filters.ts";

/** A snapshot's columns that the layout needs, copied so that they can be transferred. */
export interface Graph {
  readonly tick: number;
  /** counts runs: the layout of another run starts from scratch */
  readonly run: number;
  readonly agents: number;
  readonly present: Uint8Array;
  readonly circle: Uint32Array;
  /** whether the starting network is a ring of agents, in the order of their numbers */
  readonly isRing: boolean;
  /** ties sorted by lower, then by upper agent */
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  readonly strength: Float32Array;
  readonly trustOfLower: Float32Array;
  readonly trustOfUpper: Float32Array;
  readonly activeFrom: number;
  readonly strongFrom: number;
  readonly avoidBelow: number;
  /** whether a reader has gone to another tick: which ties are drawn then doesn't depend on those before */
  readonly isJump?: boolean;
}

export type ToLayout =
  | { readonly kind: "graph"; readonly graph: Graph }
  /** which ties to draw: a filter, and all ties of the selected agent, −1 for none. It moves nobody. */
  | { readonly kind: "filter"; readonly filter: Filter; readonly agent: number }
  /** holds an agent at a place, or lets it go if there is no place */
  | { readonly kind: "hold"; readonly agent: number; readonly place: Point | undefined }
  /** a buffer that the view no longer needs */
  | { readonly kind: "buffer"; readonly positions: Float32Array }
  /** whether agents keep their places, for readers who prefer reduced motion */
  | { readonly kind: "freeze"; readonly isFrozen: boolean };

/** A point of the picture, in units of the layout. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type FromLayout =
  | {
      readonly kind: "positions";
      readonly run: number;
      readonly agents: number;
      readonly positions: Float32Array;
      /** how far apart neighbors are, in units of the layout */
      readonly spacing: number;
    }
  | { readonly kind: "ties"; readonly ties: DrawnTies }
  /** the layout has taken in the last graph and can take the next */
  | { readonly kind: "ready" };
