/** A tick as a person counts: year and week, both from 1; the start is not a week yet. */
export function formatTick(tick: number): string {
  if (tick === 0) return "the start";
  return `year ${Math.floor((tick - 1) / 52) + 1}, week ${((tick - 1) % 52) + 1}`;
}
