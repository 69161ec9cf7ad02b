/** A number with three significant digits and thousands separators; a dash for NaN. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}

/** A count with its noun: `1 tie`, `1,335 ties`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** A share in percent, without decimals; a dash for NaN. */
export function formatPercent(share: number): string {
  return Number.isNaN(share) ? "–" : `${Math.round(100 * share)}%`;
}
