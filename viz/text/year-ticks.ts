import { WEEKS_A_YEAR } from "./format-tick.ts";

/**
 * The years that an axis names, where they begin. They count from 1, as those of the clock do. A year near the end is left out, as its
 * label would not fit.
 *
 * @param last tick of the axis
 * @param most years that have room
 * @param room the share of the axis in which a label may begin
 */
export function yearTicks(last: number, most: number, room: number): { year: number; tick: number }[] {
  const years = Math.floor(last / WEEKS_A_YEAR);
  const step = Math.max(1, Math.ceil(years / Math.max(1, most)));
  return Array.from({ length: Math.floor(years / step) + 1 }, (_, k) => ({
    year: k * step + 1,
    tick: k * step * WEEKS_A_YEAR,
  })).filter(({ year, tick }) => year === 1 || tick < last * room);
}
