import { containsPoint, extentOf } from "../painting/extent.ts";
import type { Stage } from "../stage.ts";
import type { Transform } from "../transform.ts";
import { createFitView } from "./fit-view.ts";
import { createGlide } from "./glide.ts";
import { addViewMoves, type ViewMoves } from "./move-view.ts";

/** Pixels from the edge of the picture within which an agent counts as out of sight. */
const EDGE = 12;

/** Pixels per unit of the layout: the farthest and the closest zoom. */
const FARTHEST = 0.05;
const CLOSEST = 12;

/** Zoom and position of the picture. */
export interface PanZoom {
  zoomBy(factor: number): void;
  /** moves the picture by CSS pixels */
  panBy(x: number, y: number): void;
  /** shows everyone, and follows the size of the picture from now on */
  fit(): void;
  /** shows everyone of a new run, now and again when they have found their places, unless the reader moves the picture */
  fitNewRun(): void;
  /** brings an agent that is out of sight to the middle */
  showAgent(agent: number): void;
  /** leaves the picture where it is: the reader has moved someone in it */
  keepView(): void;
  end(): void;
}

/** What zoom and position depend on. */
export interface PanZoomState extends Pick<ViewMoves, "mayPan"> {
  isPlaying(): boolean;
}

export function createPanZoom(stage: Stage, canvas: HTMLCanvasElement, { mayPan, isPlaying }: PanZoomState): PanZoom {
  const { scene } = stage;
  const ends = new AbortController();
  const glide = createGlide(() => scene.transform, stage.setTransform);
  const view = createFitView(scene, canvas, glide, isPlaying);

  function moveByReader(target: Transform): void {
    view.takeByReader();
    glide.moveTo(target);
  }

  function zoomAround(factor: number, x: number, y: number): void {
    const k = Math.min(CLOSEST, Math.max(FARTHEST, scene.transform.k * factor));
    moveByReader(scene.transform.zoomTo(k, x, y));
  }

  const panBy = (x: number, y: number) => moveByReader(scene.transform.moveBy(x, y));
  addViewMoves(canvas, { mayPan, panBy, zoomAround }, ends.signal);

  return {
    zoomBy: (factor) => zoomAround(factor, canvas.clientWidth / 2, canvas.clientHeight / 2),
    panBy,
    fit: view.fit,
    fitNewRun: view.fitNewRun,
    showAgent(agent) {
      const { positions, transform } = scene;
      const { clientWidth: width, clientHeight: height } = canvas;
      const [x, y] = [positions[2 * agent] ?? 0, positions[2 * agent + 1] ?? 0];
      if (containsPoint(extentOf(transform, width, height, -EDGE), x, y)) return;
      panBy(width / 2 - transform.applyX(x), height / 2 - transform.applyY(y));
    },
    keepView: view.takeByReader,
    end() {
      glide.moveTo(scene.transform);
      view.end();
      ends.abort();
    },
  };
}
