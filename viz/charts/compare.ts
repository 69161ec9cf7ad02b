import type { Series } from "../state/series.ts";
import type { Unchanged } from "../state/unchanged.ts";
import { rowAt } from "./chart-scales.ts";

/** Weeks that the unchanged world may be behind before a reader has to know. */
const SLIGHT_LAG = 8;

/** The world and the unchanged one. */
export interface Worlds {
  readonly series: Series;
  readonly unchanged: Pick<Unchanged, "series">;
}

/** A value of the world, and that of the unchanged world in the same week; undefined if that has none. */
export interface Pair {
  readonly value: number;
  readonly unchanged: number | undefined;
}

/**
 * The last tick that both worlds have measured.
 *
 * @returns undefined if there is no unchanged world, or if it is far behind
 */
export function comparedTick({ series, unchanged }: Worlds): number | undefined {
  const other = unchanged.series();
  if (other === undefined || other.length.peek() === 0 || series.length.peek() === 0) return undefined;
  const [own, theirs] = [lastOf(series), lastOf(other)];
  return own - theirs > SLIGHT_LAG ? undefined : Math.min(own, theirs);
}

/** The last value of a measure in both worlds, in the same week. */
export function lastPair(worlds: Worlds, measure: string): Pair {
  return pairAt(worlds, measure, comparedTick(worlds) ?? lastOf(worlds.series));
}

/** A measure of both worlds at a tick. */
export function pairAt({ series, unchanged }: Worlds, measure: string, tick: number): Pair {
  const other = unchanged.series();
  return { value: valueAt(series, measure, tick) ?? Number.NaN, unchanged: other && valueAt(other, measure, tick) };
}

/** The measure at a tick; undefined if that has not been measured. */
function valueAt(series: Series, measure: string, tick: number): number | undefined {
  const row = rowAt(series, tick);
  return row !== undefined && series.at(row, "tick") === tick ? series.at(row, measure) : undefined;
}

/** The last measured tick; NaN if there is none. */
function lastOf(series: Series): number {
  return series.at(series.length.peek() - 1, "tick");
}

/** How far the unchanged world is behind, as a sentence; empty if that is slight. */
export function describeLag(lag: number): string {
  return lag > SLIGHT_LAG ? `It is ${lag.toLocaleString("en-US")} weeks behind, and catches up while the run pauses.` : "";
}
