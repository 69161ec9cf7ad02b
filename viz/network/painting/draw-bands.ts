import type { DrawingContext } from "../../drawing/drawing-context.ts";
import type { Scene } from "../scene.ts";
import { findMiddles } from "./bundles.ts";
import type { Painting } from "./painting.ts";
import { bandWidth, STEPPED_BACK } from "./tie-style.ts";

/**
 * Draws the ties between circles that are summed: one band for each two circles, wider for more ties, colored by their mean trust.
 * The context is in units of the layout.
 */
export function drawBands(
  context: DrawingContext,
  { ties: { sums }, positions, agents, selection, ripple, spacing }: Scene,
  { palette, snapshot }: Pick<Painting, "palette" | "snapshot">,
): void {
  if (sums.total === 0) return;
  const middles = findMiddles(positions, agents, snapshot.circle, snapshot.present);
  const most = sums.ties.reduce((a, b) => Math.max(a, b), 0);
  context.globalAlpha = selection === undefined && ripple === undefined ? 1 : STEPPED_BACK;
  for (let k = 0; k < sums.ties.length; k++) {
    const from = middles[sums.from[k] as number];
    const to = middles[sums.to[k] as number];
    if (from === undefined || to === undefined) continue;
    context.strokeStyle = palette.trust[sums.trust[k] as number] ?? palette.ink;
    context.lineWidth = bandWidth(sums.ties[k] as number, most, spacing);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  context.globalAlpha = 1;
}
