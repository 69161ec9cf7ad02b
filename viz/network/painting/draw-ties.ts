import type { DrawingContext } from "../../drawing/drawing-context.ts";
import type { Selection } from "../../state/focus.ts";
import type { Scene } from "../scene.ts";
import { Stroke, TieChange } from "../ties/drawn-ties.ts";
import { type Bundles, createBundles } from "./bundles.ts";
import { type Extent, isBeyond } from "./extent.ts";
import type { Painting } from "./painting.ts";
import { STEPPED_BACK, tieWidth } from "./tie-style.ts";

/** Ties in one path. Measured without a GPU: a quarter faster than one path each, while very long paths are several times slower. */
const BATCH = 32;

/** Steps of width: ties of nearly the same strength are drawn in one path. */
const WIDTHS = 4;

/** Which ties to draw. */
export interface TiesToDraw {
  readonly first: number;
  /** one past the last */
  readonly end: number;
  /** whether to draw those that appear or disappear, rather than those that stay */
  readonly isChanging: boolean;
  /** whether those that appeared have faded in, so that they count among those that stay */
  readonly hasFaded: boolean;
  /** how far those have faded in or out, 0 to 1 */
  readonly progress: number;
  /** 1 for those of the selection, 0 for the others, undefined for all */
  readonly onlyOwn: 0 | 1 | undefined;
}

/**
 * Draws some of the ties, colored by trust, their widths by strength, local bridges dashed. Ties come sorted by stroke and trust, so
 * that the style changes a few times. The context is in units of the layout.
 *
 * @param extent ties outside are left out
 */
export function drawTies(
  context: DrawingContext,
  scene: Scene,
  { palette, snapshot }: Pick<Painting, "palette" | "snapshot">,
  extent: Extent,
  { first, end, isChanging, hasFaded, progress, onlyOwn }: TiesToDraw,
): void {
  const { ties, positions, agents, selection } = scene;
  const { lower, upper, strength, stroke, change, trust } = ties;
  const bundles = createBundles(scene, snapshot);
  const pixel = 1 / scene.transform.k;
  let style = -1;
  let batched = 0;
  context.beginPath();
  for (let tie = first; tie < end; tie++) {
    const [one, other] = [lower[tie] as number, upper[tie] as number];
    const tieChange = change[tie] as number;
    if (one >= agents || other >= agents || isLasting(tieChange, hasFaded) === isChanging) continue;
    if (selection !== undefined && onlyOwn !== undefined && +belongsTo(selection, one, other) !== onlyOwn) continue;
    const tieStroke = stroke[tie] as number;
    const width = tieStroke === Stroke.STRONG ? Math.round((strength[tie] as number) * WIDTHS) / WIDTHS : 0;
    const nextStyle = ((tieStroke * 8 + (trust[tie] as number)) * 3 + tieChange) * 8 + width * WIDTHS;
    if (nextStyle !== style || batched === BATCH) {
      if (batched > 0) {
        context.stroke();
        context.beginPath();
        batched = 0;
      }
      if (nextStyle !== style) {
        style = nextStyle;
        context.strokeStyle = palette.trust[trust[tie] as number] ?? palette.ink;
        context.lineWidth = pixel * tieWidth(tieStroke, width, scene.transform.k);
        context.setLineDash(tieStroke === Stroke.BRIDGE ? [4 * pixel, 3 * pixel] : []);
        const presence = tieChange === TieChange.NONE ? 1 : tieChange === TieChange.APPEARS ? progress : 1 - progress;
        const isBehind = scene.ripple !== undefined || (selection !== undefined && onlyOwn !== 1);
        context.globalAlpha = presence * (isBehind ? STEPPED_BACK : 1);
      }
    }
    batched += +addLine(context, positions, one, other, bundles, extent);
  }
  if (batched > 0) context.stroke();
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function isLasting(change: number, hasFaded: boolean): boolean {
  return change === TieChange.NONE || (hasFaded && change === TieChange.APPEARS);
}

/** Adds a tie to the path. Returns whether any of it may be in the picture. */
function addLine(
  context: DrawingContext,
  positions: Float32Array,
  one: number,
  other: number,
  bundles: Bundles,
  extent: Extent,
): boolean {
  const x1 = positions[2 * one] as number;
  const y1 = positions[2 * one + 1] as number;
  const x2 = positions[2 * other] as number;
  const y2 = positions[2 * other + 1] as number;
  const bend = bundles.bendOf(one, other);
  if (bend === undefined) {
    if (isBeyond(extent, x1, y1, x2, y2)) return false;
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  } else {
    context.moveTo(x1, y1);
    context.bezierCurveTo(bend.x1, bend.y1, bend.x2, bend.y2, x2, y2);
  }
  return true;
}

/** Whether a tie is one of the selected agent's, or the selected tie. */
function belongsTo(selection: Selection, one: number, other: number): boolean {
  if ("agent" in selection) return selection.agent === one || selection.agent === other;
  return selection.lower === one && selection.upper === other;
}
