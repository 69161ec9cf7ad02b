import { BRIDGE, FADED, STRONG, WEAK } from "./layout-messages.ts";
import type { Palette } from "./palette.ts";
import type { Scene } from "./scene.ts";

/** Milliseconds in which a tie comes or goes. */
export const FADE = 300;

/**
 * Draws the ties, one stroke each: without a GPU that is faster than one long path. They come sorted by stroke, so that the
 * style changes a few times a frame. Widths show strength once things rest; while they move all are hairlines.
 *
 * @param resting whether nothing moves
 * @param now on the clock of `scene.chosenAt`
 */
export function drawTies(context: CanvasRenderingContext2D, scene: Scene, palette: Palette, resting: boolean, now: number): void {
  const { ties, positions, agents, lit, selection, transform } = scene;
  const { lower, upper, strength, stroke, change, count } = ties;
  const coming = Math.min(1, (now - scene.chosenAt) / FADE);
  const hairline = 1 / transform.k;
  const dimmed = selection !== undefined;
  let style = -1;
  for (let tie = 0; tie < count; tie++) {
    const one = lower[tie];
    const other = upper[tie];
    if (one >= agents || other >= agents) continue;
    const own = !dimmed || (lit[one] === 1 && lit[other] === 1 && touches(selection, one, other));
    const next = stroke[tie] * 8 + change[tie] * 2 + +own;
    if (next !== style) {
      style = next;
      setStyle(context, palette, stroke[tie], hairline, dimmed && own);
      context.globalAlpha = opacity(stroke[tie], own, dimmed) * (change[tie] === 0 ? 1 : change[tie] === 1 ? coming : 1 - coming);
    }
    if (resting) context.lineWidth = hairline * (0.6 + 3.4 * strength[tie]);
    context.beginPath();
    context.moveTo(positions[2 * one], positions[2 * one + 1]);
    context.lineTo(positions[2 * other], positions[2 * other + 1]);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function touches(selection: Scene["selection"], one: number, other: number): boolean {
  if (selection === undefined) return true;
  if ("agent" in selection) return selection.agent === one || selection.agent === other;
  return selection.lower === one && selection.upper === other;
}

function setStyle(context: CanvasRenderingContext2D, palette: Palette, stroke: number, hairline: number, lifted: boolean): void {
  context.strokeStyle = stroke === BRIDGE ? palette.bridge : stroke === STRONG || lifted ? palette.tieStrong : palette.tie;
  context.lineWidth = hairline * (stroke === STRONG ? 1.3 : 1);
  context.setLineDash(stroke === BRIDGE ? [4 * hairline, 3 * hairline] : []);
}

function opacity(stroke: number, own: boolean, dimmed: boolean): number {
  if (dimmed && !own) return 0.07;
  if (dimmed) return 0.9;
  return stroke === FADED ? 0.35 : stroke === WEAK ? 0.55 : 0.85;
}
