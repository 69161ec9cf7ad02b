const WEEKS_A_YEAR = 52;

/** A tick as year and week, both counted from 1; tick 0 is the start. */
export function formatTick(tick: number): string {
  if (tick === 0) return "start";
  return `year ${yearOf(tick)}, week ${((tick - 1) % WEEKS_A_YEAR) + 1}`;
}

/** The year of a tick, counted from 1; tick 0 counts to the first year. */
export function yearOf(tick: number): number {
  return Math.max(1, Math.ceil(tick / WEEKS_A_YEAR));
}
