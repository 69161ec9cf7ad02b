import type { Chart } from "./chart-list.ts";

/** A measured value as a person reads it; a dash where it is not defined. */
export function formatValue(value: number, format: Chart["format"]): string {
  if (Number.isNaN(value)) return "–";
  if (format === "percent") return `${(100 * value).toFixed(1)} %`;
  if (format === "count") return Math.round(value).toLocaleString("en-US");
  return value.toFixed(2);
}
