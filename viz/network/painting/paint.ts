import type { DrawingContext } from "../../drawing/drawing-context.ts";
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

/** Paints all ties at once: bands of those that are summed, those of the selection over the others, and those that appear or disappear on top. */
export function paintAllTies(context: DrawingContext, scene: Scene, painting: Painting): void {
  useLayoutUnits(context, scene, painting.ratio);
  drawBands(context, scene, painting);
  const passes = scene.selection === undefined ? ([undefined] as const) : ([0, 1] as const);
  for (const onlyOwn of passes) paintTies(context, scene, painting, { isChanging: false, progress: 1, onlyOwn });
  paintChangingTies(context, scene, painting);
}

function paintTies(
  context: DrawingContext,
  scene: Scene,
  painting: Painting,
  which: { readonly isChanging: boolean; readonly progress: number; readonly onlyOwn: 0 | 1 | undefined },
): void {
  useLayoutUnits(context, scene, painting.ratio);
  const extent = extentOf(scene.transform, painting.width, painting.height, 0);
  drawTies(context, scene, painting, extent, { first: 0, end: scene.ties.count, hasFaded: false, ...which });
}

/** Paints the ties that appear or disappear. */
export function paintChangingTies(context: DrawingContext, scene: Scene, painting: Painting): void {
  const progress = fadeProgress(scene.tiesChangedAt, painting.now);
  paintTies(context, scene, painting, { isChanging: true, progress, onlyOwn: undefined });
}

/** Paints the agents. */
export function paintPeople(context: DrawingContext, scene: Scene, painting: Painting): void {
  useLayoutUnits(context, scene, painting.ratio);
  drawAgents(context, scene, painting, extentOf(scene.transform, painting.width, painting.height, NAME_MARGIN));
}

/** Paints what just happened, rings and names, over what is there. Returns whether they change by themselves. */
export function paintMarks(context: DrawingContext, scene: Scene, painting: Painting): boolean {
  useLayoutUnits(context, scene, painting.ratio);
  const isChanging = drawEvents(context, scene, painting);
  drawRings(context, scene, painting);
  drawLabels(context, scene, painting, extentOf(scene.transform, painting.width, painting.height, NAME_MARGIN));
  return isChanging;
}

function useLayoutUnits(context: DrawingContext, { transform: { x, y, k } }: Scene, ratio: number): void {
  context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
}
