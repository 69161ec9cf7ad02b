import type { Format } from "./chart-list.ts";

/** A value as text; a dash if it is not defined. */
export function formatValue(value: number, format: Format): string {
  if (Number.isNaN(value)) return "–";
  if (format === "percent") return `${(100 * value).toFixed(1)}%`;
  if (format === "count") return Math.round(value).toLocaleString("en-US");
  return value.toFixed(2);
}

/** A value beside an axis, as short as it can be. */
export function axisLabel(value: number, format: Format): string {
  if (format === "percent") return `${Math.round(value * 1000) / 10}%`;
  if (value >= 1000) return `${value / 1000}k`;
  return String(Math.round(value * 100) / 100);
}
