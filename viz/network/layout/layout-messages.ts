/** Which ties are shown. `best`: the strongest of each agent, and bridges. */
export const filters = {
  best: "Strongest and bridges",
  strong: "Strong ties",
  weak: "Weak ties",
  bridges: "Local bridges",
  new: "New this year",
  broken: "Broken trust",
} as const;

export type Filter = keyof typeof filters;

/** Kinds of strokes, in the order in which they are drawn. */
export const FADED = 0,
  WEAK = 1,
  BRIDGE = 2,
  STRONG = 3;

/** The network as the layout needs it: a copy of a snapshot's columns, transferred. */
export interface Graph {
  readonly tick: number;
  /** counts runs: another run is laid out from the beginning */
  readonly run: number;
  readonly agents: number;
  readonly present: Uint8Array;
  readonly circle: Uint32Array;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  readonly strength: Float32Array;
  readonly trustOfLower: Float32Array;
  readonly trustOfUpper: Float32Array;
  readonly activeFrom: number;
  readonly strongFrom: number;
  readonly avoidBelow: number;
}

export type ToLayout =
  | { readonly kind: "graph"; readonly graph: Graph }
  /** what is shown, which never touches the layout */
  | { readonly kind: "show"; readonly filter: Filter; readonly agent: number }
  /** holds an agent where a hand has put it; NaN lets it go */
  | { readonly kind: "hold"; readonly agent: number; readonly x: number; readonly y: number }
  | { readonly kind: "back"; readonly positions: Float32Array }
  /** whether agents may move while one looks */
  | { readonly kind: "still"; readonly still: boolean };

/** Ties to draw, sorted by kind of stroke. */
export interface ShownTies {
  readonly count: number;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  readonly strength: Float32Array;
  /** FADED, WEAK, BRIDGE or STRONG */
  readonly stroke: Uint8Array;
  /** 0 there before, 1 comes, 2 goes */
  readonly change: Uint8Array;
  /** active ties in all, of which these are shown */
  readonly active: number;
}

export type FromLayout =
  | { readonly kind: "positions"; readonly run: number; readonly agents: number; readonly positions: Float32Array }
  | { readonly kind: "ties"; readonly ties: ShownTies }
  /** it is done with the graph it was given */
  | { readonly kind: "settled" };
