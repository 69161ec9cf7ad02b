import type { Scene } from "../scene.ts";
import { drawAgents } from "./draw-agents.ts";
import { drawLabels } from "./draw-labels.ts";
import { drawTies } from "./draw-ties.ts";
import { extentOf } from "./extent.ts";
import type { Painting } from "./painting.ts";

/** Pixels around the canvas in which an agent may lie and still reach into the picture with its name. */
const NAME_MARGIN = 60;

/** Paints the whole picture. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, painting: Painting): void {
  paintTies(context, scene, painting);
  paintPeople(context, scene, painting);
}

/** Paints the background and the ties. */
export function paintTies(context: CanvasRenderingContext2D, scene: Scene, painting: Painting): void {
  const { width, height, ratio, palette } = painting;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height);
  useLayoutUnits(context, scene, ratio);
  drawTies(context, scene, painting, extentOf(scene.transform, width, height, 0));
}

/** Paints agents and names over what is there. */
export function paintPeople(context: CanvasRenderingContext2D, scene: Scene, painting: Painting): void {
  const { width, height, ratio } = painting;
  useLayoutUnits(context, scene, ratio);
  const extent = extentOf(scene.transform, width, height, NAME_MARGIN);
  drawAgents(context, scene, painting, extent);
  drawLabels(context, scene, painting, extent);
}

function useLayoutUnits(context: CanvasRenderingContext2D, { transform: { x, y, k } }: Scene, ratio: number): void {
  context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
}
