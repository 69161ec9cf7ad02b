import { countOf } from "./format-number.ts";

const WEEKS_A_YEAR = 52;

/** A tick as year and week, both counted from 1; tick 0 is the start. */
export function formatTick(tick: number): string {
  if (tick === 0) return "start";
  return `year ${yearOf(tick)}, week ${((tick - 1) % WEEKS_A_YEAR) + 1}`;
}

/** How long a world has settled before tick 0: `after 20 years`; empty if it has not. */
export function formatSettled(settled: number): string {
  const years = Math.round(settled / WEEKS_A_YEAR);
  if (settled === 0) return "";
  return `after ${years > 0 ? countOf(years, "year") : countOf(settled, "week")}`;
}

/** When two people last met. */
export function formatEncounter(tick: number): string {
  if (tick > 0) return `Last encounter: ${formatTick(tick)}.`;
  if (tick < 0) return `Last encounter: ${countOf(-tick, "week")} before the start.`;
  return "No encounter since the start.";
}

/** The year of a tick, counted from 1; tick 0 counts to the first year. */
export function yearOf(tick: number): number {
  return Math.max(1, Math.ceil(tick / WEEKS_A_YEAR));
}
