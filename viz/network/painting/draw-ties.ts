import { BRIDGE, FADED, STRONG, WEAK } from "../layout/layout-messages.ts";
import type { Scene } from "../scene.ts";
import type { Palette } from "./palette.ts";

/** Milliseconds in which a tie comes or goes. */
export const FADE = 300;

/** Ties in one path. Measured without a GPU: a quarter less than one stroke each, while very long paths take several times more. */
const BATCH = 32;

/** Dashes cost as much as three more lines: while things move, no more bridges than these are dashed; more are told by their color. */
const DASHED = 1200;

/** Bridges that can be told apart; more of them are drawn fainter. */
const APART = 300;

/** What a picture shows, in units of the layout. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Draws the ties. They come sorted by stroke, so that the style changes a few times a frame. While things move all are hairlines,
 * which are fast where there is no GPU; once they rest, widths show strength.
 *
 * @param extent what lies outside is left out
 * @param resting whether nothing moves
 * @param now on the clock of `scene.chosenAt`
 */
export function drawTies(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  extent: Extent,
  resting: boolean,
  now: number,
): void {
  const { ties, positions, agents, selection, transform } = scene;
  const { lower, upper, strength, stroke, change, count } = ties;
  const coming = Math.min(1, (now - scene.chosenAt) / FADE);
  const hairline = 1 / transform.k;
  const dimmed = selection !== undefined;
  const bridges = countOf(stroke, count, BRIDGE);
  const dashed = resting || bridges <= DASHED;
  const faint = Math.max(0.35, Math.min(1, APART / bridges));
  let style = -1;
  let batched = 0;
  context.beginPath();
  // What is selected lies over the rest.
  for (let place = 0; place < (dimmed ? 2 * count : count); place++) {
    const tie = place % count;
    const one = lower[tie];
    const other = upper[tie];
    if (one >= agents || other >= agents || (change[tie] === 2 && coming === 1)) continue;
    const x1 = positions[2 * one];
    const y1 = positions[2 * one + 1];
    const x2 = positions[2 * other];
    const y2 = positions[2 * other + 1];
    if ((x1 < extent.left && x2 < extent.left) || (x1 > extent.right && x2 > extent.right)) continue;
    if ((y1 < extent.top && y2 < extent.top) || (y1 > extent.bottom && y2 > extent.bottom)) continue;
    const own = !dimmed || touches(selection, one, other);
    if (dimmed && own !== place >= count) continue;
    const next = stroke[tie] * 8 + change[tie] * 2 + +own;
    if (next !== style || resting || batched === BATCH) {
      if (batched > 0) {
        context.stroke();
        context.beginPath();
        batched = 0;
      }
      if (next !== style) {
        style = next;
        setStyle(context, palette, stroke[tie], hairline, dimmed && own, dashed);
        const shown = change[tie] === 0 ? 1 : change[tie] === 1 ? coming : 1 - coming;
        context.globalAlpha = opacity(stroke[tie], own, dimmed) * shown * (stroke[tie] === BRIDGE && !dimmed ? faint : 1);
      }
      if (resting) context.lineWidth = hairline * (0.6 + 3.4 * strength[tie]);
    }
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    batched++;
  }
  if (batched > 0) context.stroke();
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** Strokes come sorted. */
function countOf(strokes: Uint8Array, count: number, wanted: number): number {
  let found = 0;
  for (let tie = count - 1; tie >= 0 && strokes[tie] >= wanted; tie--) found += +(strokes[tie] === wanted);
  return found;
}

function touches(selection: Scene["selection"], one: number, other: number): boolean {
  if (selection === undefined) return true;
  if ("agent" in selection) return selection.agent === one || selection.agent === other;
  return selection.lower === one && selection.upper === other;
}

function setStyle(
  context: CanvasRenderingContext2D,
  palette: Palette,
  stroke: number,
  hairline: number,
  lifted: boolean,
  dashed: boolean,
): void {
  context.strokeStyle = stroke === BRIDGE ? palette.bridge : stroke === STRONG || lifted ? palette.tieStrong : palette.tie;
  context.lineWidth = hairline;
  context.setLineDash(stroke === BRIDGE && dashed ? [4 * hairline, 3 * hairline] : []);
}

function opacity(stroke: number, own: boolean, dimmed: boolean): number {
  if (dimmed && !own) return 0.07;
  if (dimmed) return 0.9;
  return stroke === FADED ? 0.35 : stroke === WEAK ? 0.55 : 0.85;
}
