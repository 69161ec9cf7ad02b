/** A whole number as messages write it, with commas between thousands: 1,000,000. */
export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number and what it counts: `1 tie`, `2,048 ties`. */
export function formatCount(number: number, thing: string): string {
  return `${formatNumber(number)} ${thing}${number === 1 ? "" : "s"}`;
}
