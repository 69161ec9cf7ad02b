/** Kinds of strokes, in the order in which they are drawn. */
export const Stroke = { FAINT: 0, WEAK: 1, BRIDGE: 2, STRONG: 3 } as const;
export type Stroke = (typeof Stroke)[keyof typeof Stroke];

/** How a tie differs from the picture before. */
export const TieChange = { NONE: 0, APPEARS: 1, DISAPPEARS: 2 } as const;
export type TieChange = (typeof TieChange)[keyof typeof TieChange];

/** The ties to draw, as columns, sorted by stroke and then by change. */
export interface DrawnTies {
  readonly count: number;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  readonly strength: Float32Array;
  /** a `Stroke` */
  readonly stroke: Uint8Array;
  /** a `TieChange` */
  readonly change: Uint8Array;
  /** how many active ties there are, drawn or not */
  readonly active: number;
}

export const noTies: DrawnTies = {
  count: 0,
  active: 0,
  lower: new Uint32Array(0),
  upper: new Uint32Array(0),
  strength: new Float32Array(0),
  stroke: new Uint8Array(0),
  change: new Uint8Array(0),
};

/** How many ties are drawn that do not disappear. */
export function countLasting({ change, count }: DrawnTies): number {
  let lasting = 0;
  for (let tie = 0; tie < count; tie++) lasting += +(change[tie] !== TieChange.DISAPPEARS);
  return lasting;
}
