import { itemAt } from "../item-at.ts";

/** Shown if there is no number. */
export const MISSING = "–";

const MOST_DECIMALS = 8;

/**
 * How many decimals suit estimates: the interval of median width gets two significant digits. Without intervals, the largest value
 * gets three.
 */
export function decimalsFor(estimates: readonly { readonly mean: number; readonly low: number; readonly high: number }[]): number {
  const widths = estimates.map(({ low, high }) => high - low).filter((width) => width > 0);
  widths.sort((a, b) => a - b);
  if (widths.length > 0) return decimals(itemAt(widths, widths.length >> 1), 1);
  const largest = estimates.reduce((most, { mean }) => (Math.abs(mean) > most ? Math.abs(mean) : most), 0);
  return largest === 0 ? 0 : decimals(largest, 2);
}

/** Decimals that show `after` more digits than the first one of `size`. */
function decimals(size: number, after: number): number {
  return Math.min(MOST_DECIMALS, Math.max(0, after - Math.floor(Math.log10(size))));
}

/** A number with `places` decimals: `−0.25`, `12,400`; a dash for NaN. */
export function numberText(value: number, places: number): string {
  if (Number.isNaN(value)) return MISSING;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const [whole = "", rest] = Math.abs(value).toFixed(places).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const digits = rest === undefined ? grouped : `${grouped}.${rest}`;
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** A number with at most three significant digits: `0.333`, `4`, `2.5`. */
export function shortNumber(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return numberText(value, 0);
  const places = decimals(Math.abs(value), 2);
  const text = numberText(value, places);
  return places > 0 ? text.replace(/\.?0+$/, "") : text;
}

/** `0.21 to 0.34`; a dash if there is no interval. */
export function intervalText({ low, high }: { readonly low: number; readonly high: number }, places: number): string {
  return Number.isNaN(low) ? MISSING : `${numberText(low, places)} to ${numberText(high, places)}`;
}

/** A share as a whole percentage. */
export function percentText(share: number): string {
  return `${Math.round(100 * share)}%`;
}

/** `1 run`, `12 runs`, `12,000 runs`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count, 0)} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

/** @returns NaN for no values */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? itemAt(sorted, middle) : (itemAt(sorted, middle - 1) + itemAt(sorted, middle)) / 2;
}
