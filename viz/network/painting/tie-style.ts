import { Stroke, TieChange } from "../ties/drawn-ties.ts";

/** Milliseconds in which a tie fades in or out. */
export const FADE = 300;

/** The most local bridges that a reader can tell apart; more of them are drawn fainter. */
const DISTINCT_BRIDGES = 300;

/** How far ties have faded in, or out: 0 to 1. */
export function fadeProgress(tiesChangedAt: number, now: number): number {
  return Math.min(1, (now - tiesChangedAt) / FADE);
}

/** One number for a style: ties that differ in it need a new path. */
export function styleKey(stroke: number, change: number, isOwn: boolean): number {
  return (stroke * 3 + change) * 2 + +isOwn;
}

/**
 * How opaque a tie is, 0 to 1.
 *
 * @param isOwn whether the tie belongs to the selection
 * @param hasSelection whether something is selected, so that all else steps back
 * @param progress of fading, 0 to 1
 * @param bridges how many local bridges are drawn
 */
export function tieOpacity(
  stroke: number,
  change: number,
  isOwn: boolean,
  hasSelection: boolean,
  progress: number,
  bridges: number,
): number {
  const presence = change === TieChange.NONE ? 1 : change === TieChange.APPEARS ? progress : 1 - progress;
  if (hasSelection) return (isOwn ? 0.9 : 0.07) * presence;
  if (stroke === Stroke.BRIDGE) return 0.85 * bridgeFaintness(bridges) * presence;
  return (stroke === Stroke.FAINT ? 0.35 : stroke === Stroke.WEAK ? 0.55 : 0.85) * presence;
}

function bridgeFaintness(bridges: number): number {
  return Math.max(0.35, Math.min(1, DISTINCT_BRIDGES / bridges));
}

/**
 * The width of a tie in hairlines: 0.6 to 4 by its strength, and less from far away, where lines lie close together.
 *
 * @param zoom pixels per unit of the layout
 */
export function tieWidth(strength: number, zoom: number): number {
  return Math.max(0.5, (0.6 + 3.4 * strength) * Math.min(1, zoom));
}

/** How many of the ties are local bridges. Strokes come sorted. */
export function countBridges(strokes: Uint8Array, count: number): number {
  let bridges = 0;
  for (let tie = count - 1; tie >= 0 && (strokes[tie] as number) >= Stroke.BRIDGE; tie--)
    bridges += +(strokes[tie] === Stroke.BRIDGE);
  return bridges;
}
