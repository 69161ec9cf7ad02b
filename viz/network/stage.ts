import { effect } from "@preact/signals";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { FADE } from "./draw-ties.ts";
import { createLayoutClient } from "./layout-client.ts";
import type { ShownTies } from "./layout-messages.ts";
import { paint } from "./paint.ts";
import { readPalette } from "./palette.ts";
import { createScene, light, type Scene } from "./scene.ts";
import type { ViewOptions } from "./view-options.ts";

/** Milliseconds between two snapshots that the layout is given. */
const LAYOUT_EVERY = 250;

/** Milliseconds without motion after which lines are drawn in their widths. */
const REST_AFTER = 400;

/** The network on its canvas: takes snapshots and positions as they come, and paints at most once a frame. */
export interface Stage {
  readonly scene: Scene;
  /** something has changed that is to be seen */
  refresh(): void;
  /** the motion of a hand: puts an agent somewhere and holds it there; without a place lets it go */
  hold(agent: number, place?: { x: number; y: number }): void;
  readonly ties: () => ShownTies;
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
  let palette = readPalette(canvas);
  let asked = false;
  let movedAt = 0;
  let laidOutAt = 0;
  let laidOutRun = 0;
  let placedRun = 0;
  let later: ReturnType<typeof setTimeout> | undefined;

  const layout = createLayoutClient(
    (run, agents, positions) => {
      if (run !== world.begun.value) return;
      if (moves(scene, positions, agents)) movedAt = performance.now();
      scene.positions = positions;
      scene.agents = agents;
      if (run !== placedRun) {
        placedRun = run;
        placed();
      }
      refresh();
    },
    (ties) => {
      scene.ties = ties;
      scene.chosenAt = performance.now();
      light(scene);
      chosen(ties);
      refresh();
    },
    (reason) => world.tell(`The picture of the network has stopped: ${reason}. Load the page again.`),
  );

  function refresh(): void {
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  }

  function draw(now: number): void {
    asked = false;
    const snapshot = world.snapshot();
    const { clientWidth: width, clientHeight: height } = canvas;
    if (snapshot === undefined || width === 0 || scene.agents > snapshot.agents) return;
    const began = performance.now();
    const ratio = devicePixelRatio;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const resting = now - movedAt > REST_AFTER;
    const named = world.names.value.length > 0;
    paint(context, scene, width, height, ratio, {
      snapshot,
      palette,
      nameOf: (agent) => nameOf(world, agent),
      named,
      resting,
      now,
    });
    performance.measure("paint", { start: began, end: performance.now() });
    if (now - scene.chosenAt < FADE) refresh();
    else if (!resting) wakeUp(REST_AFTER);
  }

  /** Paints once more when things have come to rest, in their widths. */
  function wakeUp(milliseconds: number): void {
    clearTimeout(later);
    later = setTimeout(refresh, milliseconds + 20);
  }

  function layOut(): void {
    const snapshot = world.snapshot();
    const run = world.begun.value;
    if (snapshot === undefined || run === 0) return;
    const now = performance.now();
    if (run === laidOutRun && now - laidOutAt < LAYOUT_EVERY) return;
    laidOutAt = now;
    laidOutRun = run;
    const { active_from, strong_from, avoid_below } = world.values.value;
    layout.take(snapshot, run, {
      activeFrom: Number(active_from),
      strongFrom: Number(strong_from),
      avoidBelow: Number(avoid_below),
    });
  }

  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const motionChanged = () => layout.still(reduced.matches);
  const schemeChanged = () => {
    palette = readPalette(canvas);
    refresh();
  };
  reduced.addEventListener("change", motionChanged);
  dark.addEventListener("change", schemeChanged);
  motionChanged();
  const watcher = new ResizeObserver(refresh);
  watcher.observe(canvas);

  const stops = [
    effect(() => {
      void world.frames.value;
      layOut();
      refresh();
    }),
    effect(() => {
      const selection = world.selection.value;
      scene.selection = selection;
      light(scene);
      layout.show(options.filter.value, selection !== undefined && "agent" in selection ? selection.agent : -1);
      refresh();
    }),
    effect(() => {
      scene.hovered = world.hovered.value;
      scene.colorBy = options.colorBy.value;
      scene.sizeBy = options.sizeBy.value;
      scene.labels = options.labels.value;
      refresh();
    }),
  ];

  return {
    scene,
    refresh,
    ties: () => scene.ties,
    hold(agent, place) {
      layout.hold(agent, place?.x ?? Number.NaN, place?.y ?? Number.NaN);
    },
    end() {
      for (const stop of stops) stop();
      clearTimeout(later);
      watcher.disconnect();
      reduced.removeEventListener("change", motionChanged);
      dark.removeEventListener("change", schemeChanged);
      layout.end();
    },
  };
}

/** Whether anyone has moved so far that it could be seen. */
function moves({ positions, agents: before }: Scene, next: Float32Array, agents: number): boolean {
  if (agents !== before) return true;
  for (let k = 0; k < 2 * agents; k++) if (Math.abs(next[k] - positions[k]) > 0.15) return true;
  return false;
}
