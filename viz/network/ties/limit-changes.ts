/** The share of the ties on show that may come, and the share that may go, in a tick: 4 percent a second at ten ticks a second. */
const MOST_CHANGES = 0.004;

/** In a small network that would be less than a tie, so at least this many may change in a tick: one a second. */
const LEAST_CHANGES = 0.1;

/** Changes that were not used add up, but to no more than those of this many ticks. */
const SAVED_UP = 10;

/** Ties that could change places in a picture, as numbers of ties. */
export interface Changes {
  /** those that should be on show and are not */
  readonly comers: readonly number[];
  /** those that are on show and should not be */
  readonly goers: readonly number[];
  /** how many were on show, and how many of them have ended */
  readonly shown: number;
  readonly ended: number;
}

/**
 * Lets only a few ties come and go at a time, so that the picture stays calm: the strongest come first, bridges and others in turn,
 * and the weakest go first. Ties that have ended go in any case.
 *
 * @param credit how many may change, saved up so far
 * @returns the ties that come, those that stay for now, and the credit that is left
 */
export function limitChanges(
  { comers, goers, shown, ended }: Changes,
  { average, isBridge }: { readonly average: Float32Array; readonly isBridge: Uint8Array },
  ticks: number,
  credit: number,
): { coming: number[]; staying: number[]; credit: number } {
  const perTick = Math.max(LEAST_CHANGES, MOST_CHANGES * shown);
  const most = Math.min(credit + perTick * ticks, perTick * SAVED_UP);
  const strongestFirst = (a: number, b: number) => (average[b] as number) - (average[a] as number);
  const kinds = [0, 1].map((kind) => comers.filter((tie) => isBridge[tie] === kind).sort(strongestFirst));
  const [others, bridges] = kinds as [number[], number[]];
  const coming: number[] = [];
  for (let k = 0; coming.length < Math.floor(most) && k < comers.length; k++)
    for (const kind of [bridges, others]) if (k < kind.length && coming.length < Math.floor(most)) coming.push(kind[k] as number);
  const going = Math.max(0, Math.floor(most) - ended);
  const staying = goers.toSorted(strongestFirst).slice(0, Math.max(0, goers.length - going));
  const changed = Math.max(coming.length, Math.min(Math.floor(most), ended + goers.length - staying.length));
  return { coming, staying, credit: most - changed };
}
