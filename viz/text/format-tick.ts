import { formatTick, WEEKS_A_YEAR } from "../../sim/dates.ts";
import { countOf } from "./format-number.ts";

export { formatTick, WEEKS_A_YEAR, yearOf } from "../../sim/dates.ts";

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
