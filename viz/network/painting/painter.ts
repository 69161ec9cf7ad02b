import type { Scene } from "../scene.ts";
import { createContext, fitCanvas } from "./canvas.ts";
import { paintChangingTies, paintMarks, paintPeople } from "./paint.ts";
import type { Painting } from "./painting.ts";
import { readPalette } from "./palette.ts";
import { createTieLayer } from "./tie-layer.ts";
import { FADE } from "./tie-style.ts";

/** Pixels by which an agent can move unseen. */
const UNSEEN = 0.1;

/** Milliseconds between two pictures in which only ties and marks fade. They need fewer pictures than people who move. */
const FADE_EVERY = 50;

/** The people in a picture, and what they are called. */
export interface Subject {
  /** the state to show; undefined before there is one */
  snapshot(): Painting["snapshot"] | undefined;
  nameOf(agent: number): string;
}

/** Paints a scene on a canvas, at most once per frame. */
export interface Painter {
  /** asks for a new picture of everything */
  repaint(): void;
  /** asks for a new picture in which ties are as they were painted last */
  repaintPeople(): void;
  /** asks for a new picture in which ties and people are as they were painted last, but not names and marks */
  repaintMarks(): void;
  /** whether a reader could see that agents have left the places where they were painted last */
  hasVisiblyMoved(positions: Float32Array, agents: number): boolean;
  /** takes the colors of the page again */
  refreshPalette(): void;
  end(): void;
}

/** Ties, people, and names and marks are three layers: what has not changed is copied. */
export function createPainter(canvas: HTMLCanvasElement, scene: Scene, subject: Subject): Painter {
  const context = createContext(canvas);
  const tieLayer = createTieLayer();
  const people = createContext(document.createElement("canvas"), true);
  let isPeopleStale = true;
  let palette = readPalette(canvas);
  // A canvas without transparency is black until it is painted.
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let painted = new Float32Array(0);

  function repaintMarks(): void {
    frame ??= requestAnimationFrame(paintFrame);
  }

  function repaintPeople(): void {
    isPeopleStale = true;
    repaintMarks();
  }

  function repaint(): void {
    tieLayer.markStale();
    repaintPeople();
  }

  function fadeOn(): void {
    timer ??= setTimeout(repaintMarks, FADE_EVERY);
  }

  function paintFrame(now: number): void {
    frame = undefined;
    clearTimeout(timer);
    timer = undefined;
    const snapshot = subject.snapshot();
    const { clientWidth: width, clientHeight: height } = canvas;
    if (snapshot === undefined || width === 0 || scene.agents > snapshot.agents) return;
    const painting: Painting = { snapshot, nameOf: subject.nameOf, width, height, ratio: devicePixelRatio, palette, now };
    fitCanvas(canvas, painting);
    const isDone = tieLayer.paint(context, scene, painting);
    const isFading = now - scene.tiesChangedAt < FADE;
    if (isFading) paintChangingTies(context, scene, painting);
    paintPeopleLayer(painting);
    const isMarking = paintMarks(context, scene, painting);
    if (scene.wasFading && !isFading) tieLayer.markStale();
    if (!isDone || (scene.wasFading && !isFading)) repaintMarks();
    else if (isFading || isMarking) fadeOn();
    scene.wasFading = isFading;
  }

  function paintPeopleLayer(painting: Painting): void {
    if (fitCanvas(people.canvas, painting) || isPeopleStale) {
      isPeopleStale = false;
      people.resetTransform();
      people.clearRect(0, 0, people.canvas.width, people.canvas.height);
      paintPeople(people, scene, painting);
      if (painted.length < scene.positions.length) painted = new Float32Array(scene.positions.length);
      painted.set(scene.positions);
    }
    context.resetTransform();
    context.drawImage(people.canvas, 0, 0);
  }

  return {
    repaint,
    repaintPeople,
    repaintMarks,
    hasVisiblyMoved: (positions, agents) => isFarther(painted, positions, agents, UNSEEN / scene.transform.k),
    refreshPalette() {
      palette = readPalette(canvas);
      repaint();
    },
    end() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}

/** Whether a coordinate of any agent has changed by more than the distance. An agent without a place before is new, and farther. */
export function isFarther(before: Float32Array, now: Float32Array, agents: number, distance: number): boolean {
  for (let k = 0; k < 2 * agents; k++) if (!(Math.abs((now[k] as number) - (before[k] as number)) <= distance)) return true;
  return false;
}
