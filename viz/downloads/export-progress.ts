import { yearOf } from "../text/format-tick.ts";

/** How far a replay is. */
export interface ExportProgress {
  /** ticks replayed */
  readonly tick: number;
  /** ticks in all; 0 until the engine has said how many */
  readonly ticks: number;
}

/** Progress in whole percent, rounded down. */
export function percentDone({ tick, ticks }: ExportProgress): number {
  return ticks === 0 ? 0 : Math.floor((100 * tick) / ticks);
}

/** Progress in years. */
export function describeProgress({ tick, ticks }: ExportProgress): string {
  return `Replaying: year ${yearOf(tick)} of ${yearOf(ticks)}`;
}
