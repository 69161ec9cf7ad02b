import { Stroke } from "../ties/drawn-ties.ts";

/** Milliseconds in which a tie fades in or out. */
export const FADE = 600;

/** How opaque ties are that do not belong to the selection. */
export const STEPPED_BACK = 0.12;

/** The width of a weak tie, in CSS pixels: a finer line would be too faint to see. */
const FINEST = 1;

/** The width of the widest band, in distances between neighbors. */
const WIDEST_BAND = 1;

/**
 * The width of a band of ties between two circles, in units of the layout: it grows with the number of ties.
 *
 * @param most ties of the widest band
 * @param spacing how far apart neighbors are, in units of the layout
 */
export function bandWidth(ties: number, most: number, spacing: number): number {
  return (WIDEST_BAND * spacing * ties) / roundUp(most);
}

/** The next of 1, 2, 5, 10, 20, 50 ...: widths then don't change each week. */
function roundUp(count: number): number {
  let scale = 1;
  while (10 * scale < count) scale *= 10;
  const step = [1, 2, 5, 10].find((one) => one * scale >= count) as number;
  return step * scale;
}

/** How far ties have faded in, or out: 0 to 1. */
export function fadeProgress(tiesChangedAt: number, now: number): number {
  return Math.min(1, (now - tiesChangedAt) / FADE);
}

/**
 * The width of a tie in CSS pixels: that of a strong one grows with its strength, and is less from far away, where lines lie close.
 *
 * @param strength 0 to 1
 * @param zoom pixels per unit of the layout
 */
export function tieWidth(stroke: number, strength: number, zoom: number): number {
  return stroke === Stroke.STRONG ? Math.max(FINEST, (1.25 + 2 * strength) * Math.min(1, zoom)) : FINEST;
}
