import type { Selection } from "../../state/focus.ts";
import type { Scene } from "../scene.ts";
import { Stroke, TieChange } from "../ties/drawn-ties.ts";
import { type Extent, isBeyond } from "./extent.ts";
import type { Painting } from "./painting.ts";
import type { Palette } from "./palette.ts";
import { countBridges, fadeProgress, styleKey, tieOpacity, tieWidth } from "./tie-style.ts";

/** Ties in one path. Measured without a GPU: a quarter faster than one path each, while very long paths are several times slower. */
const BATCH = 32;

/** A dashed line costs as much as three more lines: while the picture moves, no more local bridges than this are dashed. */
const MOST_DASHED = 1200;

/**
 * Draws the ties. They come sorted by stroke, so that the style changes a few times per frame. While the picture moves, all are
 * hairlines, which are fast without a GPU; once it rests, widths show strength.
 *
 * @param extent ties outside are left out
 */
export function drawTies(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { palette, isResting, now }: Painting,
  extent: Extent,
): void {
  const { ties, positions, agents, selection, tiesChangedAt } = scene;
  const { lower, upper, strength, stroke, change, count } = ties;
  const progress = fadeProgress(tiesChangedAt, now);
  const hairline = 1 / scene.transform.k;
  const hasSelection = selection !== undefined;
  const bridges = countBridges(stroke, count);
  const isDashed = isResting || bridges <= MOST_DASHED;
  let style = -1;
  let batched = 0;
  context.beginPath();
  // The second pass draws the ties of the selection, over all others.
  for (let place = 0; place < (hasSelection ? 2 * count : count); place++) {
    const tie = place % count;
    const one = lower[tie] as number;
    const other = upper[tie] as number;
    const tieChange = change[tie] as number;
    if (one >= agents || other >= agents || (tieChange === TieChange.DISAPPEARS && progress === 1)) continue;
    const x1 = positions[2 * one] as number;
    const y1 = positions[2 * one + 1] as number;
    const x2 = positions[2 * other] as number;
    const y2 = positions[2 * other + 1] as number;
    if (isBeyond(extent, x1, y1, x2, y2)) continue;
    const isOwn = !hasSelection || belongsTo(selection, one, other);
    if (hasSelection && isOwn !== place >= count) continue;
    const tieStroke = stroke[tie] as number;
    const nextStyle = styleKey(tieStroke, tieChange, isOwn);
    if (nextStyle !== style || isResting || batched === BATCH) {
      if (batched > 0) {
        context.stroke();
        context.beginPath();
        batched = 0;
      }
      if (nextStyle !== style) {
        style = nextStyle;
        setStroke(context, palette, tieStroke, hairline, hasSelection && isOwn, isDashed);
        context.globalAlpha = tieOpacity(tieStroke, tieChange, isOwn, hasSelection, progress, bridges);
      }
      if (isResting) context.lineWidth = hairline * tieWidth(strength[tie] as number, scene.transform.k);
    }
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    batched++;
  }
  if (batched > 0) context.stroke();
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** Whether a tie is one of the selected agent's, or the selected tie. */
function belongsTo(selection: Selection, one: number, other: number): boolean {
  if ("agent" in selection) return selection.agent === one || selection.agent === other;
  return selection.lower === one && selection.upper === other;
}

function setStroke(
  context: CanvasRenderingContext2D,
  palette: Palette,
  stroke: number,
  hairline: number,
  isLifted: boolean,
  isDashed: boolean,
): void {
  context.strokeStyle =
    stroke === Stroke.BRIDGE ? palette.bridge : stroke === Stroke.STRONG || isLifted ? palette.tieStrong : palette.tie;
  context.lineWidth = hairline;
  context.setLineDash(stroke === Stroke.BRIDGE && isDashed ? [4 * hairline, 3 * hairline] : []);
}
