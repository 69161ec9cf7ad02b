import type { Snapshot } from "../../workers/messages.ts";
import { drawAgents, drawLabels } from "./draw-agents.ts";
import { drawTies } from "./draw-ties.ts";
import type { Palette } from "./palette.ts";
import type { Scene } from "./scene.ts";

/** What a picture takes beside the scene. */
export interface Painting {
  readonly snapshot: Snapshot;
  readonly palette: Palette;
  readonly nameOf: (agent: number) => string;
  /** whether people have names of their own */
  readonly named: boolean;
  readonly resting: boolean;
  readonly now: number;
}

/**
 * Paints the scene onto a canvas of `width` × `height` CSS pixels.
 *
 * @param ratio device pixels a CSS pixel
 */
export function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  width: number,
  height: number,
  ratio: number,
  how: Painting,
): void {
  const { snapshot, palette, nameOf, named, resting, now } = how;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height);
  const { x, y, k } = scene.transform;
  context.translate(x, y);
  context.scale(k, k);
  drawTies(context, scene, palette, resting, now);
  drawAgents(context, scene, snapshot, palette);
  drawLabels(context, scene, snapshot, palette, nameOf, named);
}
