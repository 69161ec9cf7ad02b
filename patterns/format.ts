import type { Bound } from "../study/contrasts/contrast.ts";
import type { Estimate } from "../study/statistics/estimate.ts";

/** How a figure is written: a share as a percentage with one decimal, any other number with three significant digits. */
export type Form = "share" | "number";

/** `7.2% [6.8, 7.6]` or `1.35 [1.31, 1.39]` */
export function formatEstimate({ mean, low, high }: Estimate, form: Form): string {
  if (Number.isNaN(mean)) return "undefined";
  const interval = Number.isNaN(low) ? "" : ` [${formatFigure(low, form)}, ${formatFigure(high, form)}]`;
  return `${formatFigure(mean, form)}${form === "share" ? "%" : ""}${interval}`;
}

/** `≥ 10%`, `1–8%`, `> 0` */
export function formatRange({ least, most, above }: Bound, form: Form): string {
  const text = (value: number) => `${+(form === "share" ? 100 * value : value).toPrecision(4)}`;
  const unit = form === "share" ? "%" : "";
  if (above !== undefined) return `> ${text(above)}${above === 0 ? "" : unit}`;
  if (least !== undefined && most !== undefined) return `${text(least)}–${text(most)}${unit}`;
  return least === undefined ? `≤ ${text(most ?? Number.NaN)}${unit}` : `≥ ${text(least)}${unit}`;
}

/** A number, or a share as a percentage without its sign. */
export function formatFigure(value: number, form: Form): string {
  const text = form === "share" ? (100 * value).toFixed(1) : significant(value);
  return text.replace(/^-(?=[0.]*$)/, "").replace("-", "−");
}

/** Three significant digits, without an exponent; all digits before the point. */
function significant(value: number): string {
  if (value === 0) return "0";
  if (Math.abs(value) >= 1000) return value.toFixed(0);
  return Math.abs(value) < 0.001 ? value.toFixed(4) : value.toPrecision(3);
}
