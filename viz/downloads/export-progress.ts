import { yearOf } from "../text/format-tick.ts";

/** How far a replay is. */
export interface ExportProgress {
  /** the tick that is replayed; negative during a burn-in */
  readonly tick: number;
  /** ticks in all; 0 until the engine has said how many */
  readonly ticks: number;
}

/** Progress in whole percent, rounded down. */
export function percentDone({ tick, ticks }: ExportProgress): number {
  return ticks === 0 ? 0 : Math.floor((100 * Math.max(0, tick)) / ticks);
}

/** Progress in years. */
export function describeProgress({ tick, ticks }: ExportProgress): string {
  if (tick < 0) return "Replaying the years before the start";
  return `Replaying: year ${yearOf(tick)} of ${yearOf(ticks)}`;
}
