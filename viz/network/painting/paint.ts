import type { Scene } from "../scene.ts";
import { drawAgents, drawLabels } from "./draw-agents.ts";
import { drawTies, type Extent } from "./draw-ties.ts";
import type { Painting } from "./painting.ts";

/** Paints the scene onto a canvas. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, how: Painting): void {
  paintTies(context, scene, how);
  paintPeople(context, scene, how);
}

/** The paper, and the ties on it. */
export function paintTies(context: CanvasRenderingContext2D, scene: Scene, how: Painting): void {
  const { width, height, ratio, palette, resting, now } = how;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height);
  lookAt(context, scene, ratio);
  drawTies(context, scene, palette, extentOf(scene, how, 0), resting, now);
}

/** Everyone, and names, over what is there. */
export function paintPeople(context: CanvasRenderingContext2D, scene: Scene, how: Painting): void {
  lookAt(context, scene, how.ratio);
  const extent = extentOf(scene, how, 60);
  drawAgents(context, scene, how, extent);
  drawLabels(context, scene, how, extent);
}

function lookAt(context: CanvasRenderingContext2D, { transform: { x, y, k } }: Scene, ratio: number): void {
  context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
}

/** What the canvas shows and a margin of so many pixels around it, in units of the layout. */
function extentOf({ transform: { x, y, k } }: Scene, { width, height }: Painting, margin: number): Extent {
  return {
    left: (-margin - x) / k,
    right: (width + margin - x) / k,
    top: (-margin - y) / k,
    bottom: (height + margin - y) / k,
  };
}
