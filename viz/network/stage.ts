import { effect } from "@preact/signals";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { createLayoutClient } from "./layout/layout-client.ts";
import type { ShownTies } from "./layout/layout-messages.ts";
import { FADE } from "./painting/draw-ties.ts";
import { paintPeople, paintTies } from "./painting/paint.ts";
import { readPalette } from "./painting/palette.ts";
import { createScene, light, type Scene } from "./scene.ts";
import type { ViewOptions } from "./view-options.ts";

/** Milliseconds between two snapshots that the layout is given, at least. */
const LAYOUT_EVERY = 250;

/** Milliseconds without motion after which lines are drawn in their widths. */
const REST_AFTER = 400;

/** Pixels that nobody sees an agent move by. */
const UNSEEN = 0.1;

/** The network on its canvas: takes snapshots and positions as they come, and paints at most once a frame. */
export interface Stage {
  readonly scene: Scene;
  /** something has changed that is to be seen: people alone, or ties too */
  refresh(what?: "people"): void;
  /** the picture as a whole is being moved or zoomed */
  moved(): void;
  /** the motion of a hand: puts an agent somewhere and holds it there; without a place lets it go */
  hold(agent: number, place?: { x: number; y: number }): void;
  end(): void;
}

/**
 * @param chosen called when other ties are shown
 * @param placed called with the first positions of a run
 */
export function createStage(
  world: World,
  options: ViewOptions,
  canvas: HTMLCanvasElement,
  chosen: (ties: ShownTies) => void,
  placed: () => void,
): Stage {
  const scene = createScene();
  const context = canvas.getContext("2d", { alpha: false }) as CanvasRenderingContext2D;
  /** the ties as they were painted last, for as long as they rest: then people are painted over a copy */
  const copy = document.createElement("canvas").getContext("2d", { alpha: false }) as CanvasRenderingContext2D;
  let isCopy = false;
  let palette = readPalette(canvas);
  let asked = false;
  let movedAt = 0;
  /** where everyone was when it was last painted */
  let painted = new Float32Array(0);
  let laidOutAt = 0;
  let laidOutRun = 0;
  let laidOutTick = -1;
  let placedRun = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let layOutLater: ReturnType<typeof setTimeout> | undefined;

  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const layout = createLayoutClient({
    moved(run, agents, positions) {
      if (run !== world.begun.value) return false;
      const isNew = run !== placedRun;
      const isSeen = isNew || agents !== scene.agents || differs(painted, positions, agents, UNSEEN / scene.transform.k);
      scene.positions = positions;
      scene.agents = agents;
      if (isNew) {
        placedRun = run;
        scene.pinned.clear();
        placed();
      }
      if (isSeen) moved();
      return true;
    },
    shown(ties) {
      scene.ties = ties;
      scene.chosenAt = reduced.matches ? Number.NEGATIVE_INFINITY : performance.now();
      light(scene);
      chosen(ties);
      refresh();
    },
    settled: layOut,
    died: (reason) => world.reportError(`The network picture has stopped: ${reason}. Reload the page to bring it back.`),
  });

  function refresh(what?: "people"): void {
    if (what === undefined) isCopy = false;
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  }

  function moved(): void {
    movedAt = performance.now();
    refresh();
  }

  function draw(now: number): void {
    asked = false;
    const snapshot = world.snapshot();
    const { clientWidth: width, clientHeight: height } = canvas;
    if (snapshot === undefined || width === 0 || scene.agents > snapshot.agents) return;
    const how = {
      width,
      height,
      ratio: devicePixelRatio,
      snapshot,
      palette,
      nameOf: (agent: number) => nameOf(world, agent),
      named: world.names.value.length > 0,
      resting: now - movedAt > REST_AFTER,
      now,
    };
    if (fitCanvas(canvas, how)) isCopy = false;
    if (how.resting) {
      if (fitCanvas(copy.canvas, how) || !isCopy) paintTies(copy, scene, how);
      context.resetTransform();
      context.drawImage(copy.canvas, 0, 0);
      isCopy = now - scene.chosenAt >= FADE;
    } else paintTies(context, scene, how);
    paintPeople(context, scene, how);
    if (painted.length < scene.positions.length) painted = new Float32Array(scene.positions.length);
    painted.set(scene.positions);
    if (now - scene.chosenAt < FADE) refresh();
    else if (!how.resting) paintAtRest();
  }

  /** Paints once more when things have come to rest, in their widths. */
  function paintAtRest(): void {
    clearTimeout(rest);
    rest = setTimeout(refresh, REST_AFTER + 20);
  }

  /** Gives the layout what is new, once it is done with what it was given before. */
  function layOut(): void {
    const snapshot = world.snapshot();
    const run = world.begun.value;
    if (snapshot === undefined || run === 0 || layout.isBusy()) return;
    const wait = run === laidOutRun ? laidOutAt + LAYOUT_EVERY - performance.now() : 0;
    clearTimeout(layOutLater);
    if (wait > 0) {
      layOutLater = setTimeout(layOut, wait);
      return;
    }
    if (run === laidOutRun && snapshot.tick === laidOutTick) return;
    laidOutAt = performance.now();
    laidOutRun = run;
    laidOutTick = snapshot.tick;
    const { active_from, strong_from, avoid_below } = world.values.value;
    layout.take(snapshot, run, {
      activeFrom: Number(active_from),
      strongFrom: Number(strong_from),
      avoidBelow: Number(avoid_below),
    });
  }

  const motionChanged = () => layout.still(reduced.matches);
  const schemeChanged = () => {
    palette = readPalette(canvas);
    refresh();
  };
  reduced.addEventListener("change", motionChanged);
  dark.addEventListener("change", schemeChanged);
  motionChanged();
  const watcher = new ResizeObserver(() => refresh());
  watcher.observe(canvas);

  const stops = [
    effect(() => {
      void world.frames.value;
      layOut();
      refresh("people");
    }),
    effect(() => {
      const selection = world.selection.value;
      scene.selection = selection;
      light(scene);
      // A tie that is selected is shown with all ties of one of its two, whatever the filter.
      const lookedAt = selection === undefined ? -1 : "agent" in selection ? selection.agent : selection.lower;
      layout.show(options.filter.value, lookedAt);
      refresh();
    }),
    effect(() => {
      scene.hovered = world.hovered.value;
      scene.colorBy = options.colorBy.value;
      scene.sizeBy = options.sizeBy.value;
      scene.labels = options.labels.value;
      refresh("people");
    }),
  ];

  return {
    scene,
    refresh,
    moved,
    hold(agent, place) {
      layout.hold(agent, place?.x ?? Number.NaN, place?.y ?? Number.NaN);
    },
    end() {
      for (const stop of stops) stop();
      clearTimeout(rest);
      clearTimeout(layOutLater);
      watcher.disconnect();
      reduced.removeEventListener("change", motionChanged);
      dark.removeEventListener("change", schemeChanged);
      layout.end();
    },
  };
}

/** Gives a canvas its size in device pixels; whether that is another one, which clears it. */
function fitCanvas(canvas: HTMLCanvasElement, { width, height, ratio }: { width: number; height: number; ratio: number }): boolean {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === wide && canvas.height === high) return false;
  canvas.width = wide;
  canvas.height = high;
  return true;
}

/** Whether anyone is farther than so much from where it was. */
function differs(before: Float32Array, now: Float32Array, agents: number, distance: number): boolean {
  for (let k = 0; k < 2 * agents; k++) if (!(Math.abs(now[k] - before[k]) <= distance)) return true;
  return false;
}
