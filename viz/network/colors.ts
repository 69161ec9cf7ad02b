import { interpolateCividis, rgb } from "d3";

/** Steps of the color scale for amounts: few, so that agents of one color can be drawn together. */
export const STEPS = 12;

/** Colors for circles. Further circles use them again; their places tell them apart. */
export const GROUPS = 8;

/** The color scale of a circle: `--group-0` to `--group-7` in style/tokens.css. */
export function groupOf(circle: number): number {
  return circle % GROUPS;
}

/** The step of the color scale for an amount from 0 to 1. */
export function stepOf(amount: number): number {
  return Math.round(amount * (STEPS - 1));
}

/** The color of a step: cividis, cut at its end so that every step stands out from a light or a dark page. */
export function amountColor(step: number, isDark: boolean): string {
  const share = step / (STEPS - 1);
  return rgb(interpolateCividis(isDark ? 0.25 + 0.75 * share : 0.9 * share)).formatHex();
}
