import { formatNumber } from "./errors.ts";

/** A tick is a week. */
export const WEEKS_A_YEAR = 52;

/** `year 3, week 12`, both counted from 1. Tick 0 is the start, and earlier ones belong to the burn-in or to imported contacts. */
export function formatTick(tick: number): string {
  if (tick < 1) return tick === 0 ? "start" : `${formatNumber(-tick)} weeks before the start`;
  return `year ${yearOf(tick)}, week ${((tick - 1) % WEEKS_A_YEAR) + 1}`;
}

/** The year of a tick, counted from 1; tick 0 counts to the first year. */
export function yearOf(tick: number): number {
  return Math.max(1, Math.ceil(tick / WEEKS_A_YEAR));
}
