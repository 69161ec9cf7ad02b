import { Stroke } from "../ties/drawn-ties.ts";

/** Milliseconds in which a tie fades in or out. */
export const FADE = 600;

/** How opaque ties are that do not belong to the selection. */
export const STEPPED_BACK = 0.12;

/** The width of a weak tie, in CSS pixels: a finer line would be too faint to see. */
const FINEST = 1;

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
