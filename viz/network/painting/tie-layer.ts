import type { Scene } from "../scene.ts";
import type { Transform } from "../transform.ts";
import { createContext, fitCanvas } from "./canvas.ts";
import { drawBands } from "./draw-bands.ts";
import { drawTies } from "./draw-ties.ts";
import { extentOf } from "./extent.ts";
import type { Painting } from "./painting.ts";
import { FADE } from "./tie-style.ts";

/** Ties drawn in a frame: a picture with more of them takes several frames, and shows the one before until it is complete. */
const TIES_A_FRAME = 2000;

/** A picture of the ties that stay, on a canvas of its own: as long as they don't change, it is only copied. */
export interface TieLayer {
  /** notes that the picture has changed */
  markStale(): void;
  /** draws on, and copies the picture to a canvas. Returns whether it is complete and up to date. */
  paint(context: CanvasRenderingContext2D, scene: Scene, painting: Painting): boolean;
}

/** A canvas, and where its picture was when it was drawn. */
interface Sheet {
  readonly context: CanvasRenderingContext2D;
  transform: Transform | undefined;
}

export function createTieLayer(): TieLayer {
  const createSheet = (): Sheet => ({ context: createContext(document.createElement("canvas")), transform: undefined });
  let front = createSheet();
  let back = createSheet();
  /** ties and place of the picture that is being drawn, and how many are done; undefined if none is */
  let work: { ties: Scene["ties"]; transform: Transform; pass: 0 | 1; done: number; hasFaded: boolean } | undefined;
  let isStale = true;

  function begin(scene: Scene, painting: Painting): void {
    isStale = false;
    work = { ties: scene.ties, transform: scene.transform, pass: 0, done: 0, hasFaded: painting.now - scene.tiesChangedAt >= FADE };
    fitCanvas(back.context.canvas, painting);
    back.context.resetTransform();
    back.context.fillStyle = painting.palette.paper;
    back.context.fillRect(0, 0, back.context.canvas.width, back.context.canvas.height);
  }

  function drawOn(scene: Scene, painting: Painting): void {
    if (work === undefined) return;
    const { ties, transform } = work;
    const { width, height, ratio } = painting;
    const hasSelection = scene.selection !== undefined;
    back.context.setTransform(ratio * transform.k, 0, 0, ratio * transform.k, ratio * transform.x, ratio * transform.y);
    const extent = extentOf(transform, width, height, 0);
    const end = Math.min(ties.count, work.done + TIES_A_FRAME);
    // The second pass draws the ties of the selection, over all others.
    const onlyOwn = hasSelection ? work.pass : undefined;
    if (work.done === 0 && work.pass === 0) drawBands(back.context, { ...scene, ties, transform }, painting);
    const part = { first: work.done, end, isChanging: false, hasFaded: work.hasFaded, progress: 1, onlyOwn };
    drawTies(back.context, { ...scene, ties, transform }, painting, extent, part);
    work.done = end;
    if (end < ties.count) return;
    if (hasSelection && work.pass === 0) {
      work.pass = 1;
      work.done = 0;
      return;
    }
    back.transform = transform;
    [front, back] = [back, front];
    work = undefined;
  }

  return {
    markStale() {
      isStale = true;
    },
    paint(context, scene, painting) {
      const { width, ratio } = painting;
      const isResized = front.context.canvas.width !== Math.round(width * ratio);
      if (work === undefined && (isStale || isResized)) begin(scene, painting);
      drawOn(scene, painting);
      if (work !== undefined && scene.ties.count <= TIES_A_FRAME) drawOn(scene, painting);
      context.resetTransform();
      context.fillStyle = painting.palette.paper;
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
      copySheet(context, front, scene.transform, ratio);
      return work === undefined && !isStale;
    },
  };
}

/** Copies a picture to where it would be now: while the reader zooms, an older one is shown larger or smaller. */
function copySheet(
  context: CanvasRenderingContext2D,
  { context: { canvas }, transform }: Sheet,
  now: Transform,
  ratio: number,
): void {
  if (transform === undefined) return;
  const factor = now.k / transform.k;
  context.setTransform(factor, 0, 0, factor, ratio * (now.x - factor * transform.x), ratio * (now.y - factor * transform.y));
  context.drawImage(canvas, 0, 0);
  context.resetTransform();
}
