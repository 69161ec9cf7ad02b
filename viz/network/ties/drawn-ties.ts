import { noSums, type TieSums } from "./tie-sums.ts";

/** Kinds of strokes, in the order in which they are drawn. */
export const Stroke = { WEAK: 0, BRIDGE: 1, STRONG: 2 } as const;
export type Stroke = (typeof Stroke)[keyof typeof Stroke];

/** How a tie differs from the picture before. */
export const TieChange = { NONE: 0, APPEARS: 1, DISAPPEARS: 2 } as const;
export type TieChange = (typeof TieChange)[keyof typeof TieChange];

/** The ties to draw, as columns, sorted by stroke, then by step of trust. */
export interface DrawnTies {
  readonly count: number;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  readonly strength: Float32Array;
  /** step on the scale of trust (`trustStepOf`) of the mean of both directions */
  readonly trust: Uint8Array;
  /** a `Stroke` */
  readonly stroke: Uint8Array;
  /** a `TieChange` */
  readonly change: Uint8Array;
  /** local bridges that have formed since the last choice, as pairs of agents, drawn or not */
  readonly newBridges: Uint32Array;
  /** how many active ties there are, drawn or not */
  readonly active: number;
  /** whether ties between circles are drawn as bundles, because there are many */
  readonly isBundled: boolean;
  /** the ties between circles that are drawn as one band for each two circles, because there are many */
  readonly sums: TieSums;
}

export const noTies: DrawnTies = {
  count: 0,
  active: 0,
  lower: new Uint32Array(0),
  upper: new Uint32Array(0),
  strength: new Float32Array(0),
  trust: new Uint8Array(0),
  stroke: new Uint8Array(0),
  change: new Uint8Array(0),
  newBridges: new Uint32Array(0),
  isBundled: false,
  sums: noSums,
};

/** How many ties are drawn that do not disappear. */
export function countLasting({ change, count }: DrawnTies): number {
  let lasting = 0;
  for (let tie = 0; tie < count; tie++) lasting += +(change[tie] !== TieChange.DISAPPEARS);
  return lasting;
}
