import type { Scene } from "../scene.ts";
import { paintPeople, paintTies } from "./paint.ts";
import type { Painting } from "./painting.ts";
import { readPalette } from "./palette.ts";
import { FADE } from "./tie-style.ts";

/** Milliseconds without motion after which lines are drawn in their widths. */
const REST_AFTER = 400;

/** Milliseconds by which the picture at rest is late, so that it finds the picture resting. */
const REST_MARGIN = 20;

/** Pixels by which an agent can move unseen. */
const UNSEEN = 0.1;

/** The people in a picture, and what they are called. */
export interface Subject {
  /** the state to show; undefined before there is one */
  snapshot(): Painting["snapshot"] | undefined;
  nameOf(agent: number): string;
}

/** Paints a scene on a canvas, at most once per frame. */
export interface Painter {
  /** asks for a new picture */
  repaint(): void;
  /** asks for a new picture in which ties are as they were painted last */
  repaintPeople(): void;
  /** asks for a new picture while agents move, or the reader pans or zooms */
  repaintInMotion(): void;
  /** whether a reader could see that agents have left the places where they were painted last */
  hasVisiblyMoved(positions: Float32Array, agents: number): boolean;
  /** takes the colors of the page again */
  refreshPalette(): void;
  end(): void;
}

export function createPainter(canvas: HTMLCanvasElement, scene: Scene, subject: Subject): Painter {
  const context = createContext(canvas);
  /** the ties at rest: as long as they don't change, only people are painted, over this copy */
  const copy = createContext(document.createElement("canvas"));
  let hasCopy = false;
  let palette = readPalette(canvas);
  let frame: number | undefined;
  let movedAt = 0;
  let painted = new Float32Array(0);
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  function repaintPeople(): void {
    frame ??= requestAnimationFrame(paintFrame);
  }

  function repaint(): void {
    hasCopy = false;
    repaintPeople();
  }

  function paintFrame(now: number): void {
    frame = undefined;
    const snapshot = subject.snapshot();
    const { clientWidth: width, clientHeight: height } = canvas;
    if (snapshot === undefined || width === 0 || scene.agents > snapshot.agents) return;
    const isResting = now - movedAt > REST_AFTER;
    const painting: Painting = {
      snapshot,
      nameOf: subject.nameOf,
      width,
      height,
      ratio: devicePixelRatio,
      palette,
      isResting,
      now,
    };
    if (fitCanvas(canvas, painting)) hasCopy = false;
    if (isResting) paintCopy(painting);
    else paintTies(context, scene, painting);
    paintPeople(context, scene, painting);
    if (painted.length < scene.positions.length) painted = new Float32Array(scene.positions.length);
    painted.set(scene.positions);
    if (now - scene.tiesChangedAt < FADE) repaint();
    else if (!isResting) repaintAtRest();
  }

  /** Puts the copy of the ties on the canvas, painted again if they have changed. */
  function paintCopy(painting: Painting): void {
    if (fitCanvas(copy.canvas, painting) || !hasCopy) paintTies(copy, scene, painting);
    context.resetTransform();
    context.drawImage(copy.canvas, 0, 0);
    hasCopy = painting.now - scene.tiesChangedAt >= FADE;
  }

  function repaintAtRest(): void {
    clearTimeout(restTimer);
    restTimer = setTimeout(repaint, REST_AFTER + REST_MARGIN);
  }

  return {
    repaint,
    repaintPeople,
    repaintInMotion() {
      movedAt = performance.now();
      repaint();
    },
    hasVisiblyMoved: (positions, agents) => isFarther(painted, positions, agents, UNSEEN / scene.transform.k),
    refreshPalette() {
      palette = readPalette(canvas);
      repaint();
    },
    end() {
      clearTimeout(restTimer);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

function createContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new Error("the browser cannot draw on a canvas");
  return context;
}

/** Gives a canvas its size in device pixels. Returns whether the size changed, which clears the canvas. */
function fitCanvas(canvas: HTMLCanvasElement, { width, height, ratio }: Pick<Painting, "width" | "height" | "ratio">): boolean {
  const wide = Math.round(width * ratio);
  const high = Math.round(height * ratio);
  if (canvas.width === wide && canvas.height === high) return false;
  canvas.width = wide;
  canvas.height = high;
  return true;
}

/** Whether a coordinate of any agent has changed by more than the distance. An agent without a place before is new, and farther. */
export function isFarther(before: Float32Array, now: Float32Array, agents: number, distance: number): boolean {
  for (let k = 0; k < 2 * agents; k++) if (!(Math.abs((now[k] as number) - (before[k] as number)) <= distance)) return true;
  return false;
}
