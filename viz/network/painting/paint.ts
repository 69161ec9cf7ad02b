import type { Scene } from "../scene.ts";
import { drawAgents, drawRings } from "./draw-agents.ts";
import { drawBands } from "./draw-bands.ts";
import { drawEvents } from "./draw-events.ts";
import { drawLabels } from "./draw-labels.ts";
import { drawTies } from "./draw-ties.ts";
import { extentOf } from "./extent.ts";
import type { Painting } from "./painting.ts";
import { fadeProgress } from "./tie-style.ts";

/** Pixels around the canvas in which an agent may lie and still reach into the picture with its name. */
const NAME_MARGIN = 60;

/** Paints the whole picture at once. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, painting: Painting): void {
  const { width, height, ratio, palette } = painting;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height);
  useLayoutUnits(context, scene, ratio);
  drawBands(context, scene, painting);
  const passes = scene.selection === undefined ? ([undefined] as const) : ([0, 1] as const);
  for (const onlyOwn of passes) paintTies(context, scene, painting, { isChanging: false, progress: 1, onlyOwn });
  paintChangingTies(context, scene, painting);
  paintPeople(context, scene, painting);
  paintMarks(context, scene, painting);
}

function paintTies(
  context: CanvasRenderingContext2D,
  scene: Scene,
  painting: Painting,
  which: { readonly isChanging: boolean; readonly progress: number; readonly onlyOwn: 0 | 1 | undefined },
): void {
  useLayoutUnits(context, scene, painting.ratio);
  const extent = extentOf(scene.transform, painting.width, painting.height, 0);
  drawTies(context, scene, painting, extent, { first: 0, end: scene.ties.count, hasFaded: false, ...which });
}

/** Paints the ties that appear or disappear. */
export function paintChangingTies(context: CanvasRenderingContext2D, scene: Scene, painting: Painting): void {
  const progress = fadeProgress(scene.tiesChangedAt, painting.now);
  paintTies(context, scene, painting, { isChanging: true, progress, onlyOwn: undefined });
}

/** Paints the agents. */
export function paintPeople(context: CanvasRenderingContext2D, scene: Scene, painting: Painting): void {
  useLayoutUnits(context, scene, painting.ratio);
  drawAgents(context, scene, painting, extentOf(scene.transform, painting.width, painting.height, NAME_MARGIN));
}

/** Paints what just happened, rings and names, over what is there. Returns whether they change by themselves. */
export function paintMarks(context: CanvasRenderingContext2D, scene: Scene, painting: Painting): boolean {
  useLayoutUnits(context, scene, painting.ratio);
  const isChanging = drawEvents(context, scene, painting);
  drawRings(context, scene, painting);
  drawLabels(context, scene, painting, extentOf(scene.transform, painting.width, painting.height, NAME_MARGIN));
  return isChanging;
}

function useLayoutUnits(context: CanvasRenderingContext2D, { transform: { x, y, k } }: Scene, ratio: number): void {
  context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
}
