import { effect } from "@preact/signals";
import type { Selection } from "../state/focus.ts";
import { followSlowly } from "../state/follow-slowly.ts";
import { nameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { chooseGroups } from "./colors.ts";
import { createLayoutClient } from "./layout/layout-client.ts";
import { createLayoutFeed } from "./layout/layout-feed.ts";
import type { Point } from "./layout/layout-messages.ts";
import { countMembers, placeCircles } from "./layout/place-circles.ts";
import { createPainter } from "./painting/painter.ts";
import { addBroken, addNewBridges, SLOW } from "./painting/tie-events.ts";
import { createScene, lightSelection, type Scene } from "./scene.ts";
import type { DrawnTies } from "./ties/drawn-ties.ts";
import { colorInForce, showsNames, type ViewOptions } from "./view-options.ts";

/** Milliseconds between two pictures of people whose amounts change. */
const PEOPLE_EVERY = 500;

/** The network on its canvas: it takes snapshots and positions as they come, and has the painter show them. */
export interface Stage {
  readonly scene: Scene;
  /** shows a change of people, while ties stay as they are */
  repaintPeople(): void;
  /** shows another part of the picture */
  setTransform(transform: Scene["transform"]): void;
  /** holds an agent at a place, or lets it go */
  hold(agent: number, place: Point | undefined): void;
  end(): void;
}

/** What a stage calls back. */
export interface StageEvents {
  /** called when other ties are drawn */
  onTies(ties: DrawnTies): void;
  /** called with the first positions of a run, once they are in the scene */
  onFirstPositions(): void;
}

export function createStage(world: World, options: ViewOptions, canvas: HTMLCanvasElement, events: StageEvents): Stage {
  const scene = createScene();
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");
  const painter = createPainter(canvas, scene, {
    snapshot: world.snapshot,
    nameOf: (agent) => nameOf(world, agent),
  });
  let positionedRun = 0;

  const layout = createLayoutClient({
    onMove(run, agents, positions, spacing) {
      if (run !== world.runCount.value) return false;
      const isFirst = run !== positionedRun;
      const isVisible =
        isFirst || agents !== scene.agents || spacing !== scene.spacing || painter.hasVisiblyMoved(positions, agents);
      positionedRun = run;
      Object.assign(scene, { positions, agents, spacing });
      if (isFirst) {
        scene.pinned.clear();
        events.onFirstPositions();
      }
      if (isVisible) painter.repaint();
      return true;
    },
    onTies(ties) {
      const tiesChangedAt = reducedMotion.matches ? Number.NEGATIVE_INFINITY : performance.now();
      Object.assign(scene, { ties, tiesChangedAt });
      if (world.speed.value <= SLOW) addNewBridges(scene, ties.newBridges, performance.now());
      lightSelection(scene);
      events.onTies(ties);
      painter.repaint();
    },
    onReady: () => feed.feed(),
    onDeath: (reason) => world.reportError(`The network picture has stopped: ${reason}. Reload the page to bring it back.`),
  });
  const feed = createLayoutFeed(layout, world);

  const ends = new AbortController();
  const freeze = () => layout.freeze(reducedMotion.matches);
  reducedMotion.addEventListener("change", freeze, ends);
  darkScheme.addEventListener("change", painter.refreshPalette, ends);
  freeze();
  const resizes = new ResizeObserver(painter.repaint);
  resizes.observe(canvas);
  const frames = followSlowly(world.frames, PEOPLE_EVERY);
  const stopPeople = effect(() => {
    void frames.value.value;
    painter.repaintPeople();
  });
  const stopEffects = followSignals(world, options, scene, {
    onFrame() {
      feed.feed();
      chooseColors(scene, world);
      if (addBroken(scene, world.broken(), performance.now())) painter.repaintMarks();
    },
    onSelect(selection) {
      lightSelection(scene);
      layout.filter(options.filter.value, agentToShow(selection));
      painter.repaint();
    },
    onHover: painter.repaintMarks,
    onLook: painter.repaintPeople,
    onRipple: painter.repaint,
  });

  return {
    scene,
    repaintPeople: painter.repaintPeople,
    setTransform(transform) {
      scene.transform = transform;
      painter.repaint();
    },
    hold: layout.hold,
    end() {
      stopEffects();
      frames.end();
      stopPeople();
      ends.abort();
      resizes.disconnect();
      feed.end();
      painter.end();
      layout.end();
    },
  };
}

/** Chooses colors for circles, once for a run and again if there are more circles. */
function chooseColors(scene: Scene, { runCount, snapshot }: Pick<World, "runCount" | "snapshot">): void {
  const state = snapshot();
  if (state === undefined) return;
  const sizes = countMembers(state);
  if (sizes.length <= scene.groups.length && scene.run === runCount.value) return;
  scene.run = runCount.value;
  scene.groups = chooseGroups(placeCircles(sizes));
}

/** The agent whose ties are all drawn: the selected one, or one of the selected tie's two so that this tie is among them. */
function agentToShow(selection: Selection | undefined): number {
  if (selection === undefined) return -1;
  return "agent" in selection ? selection.agent : selection.lower;
}

/** Keeps the scene as the signals say, and calls back after each change. Returns a function that stops it. */
function followSignals(
  world: World,
  options: ViewOptions,
  scene: Scene,
  events: { onFrame(): void; onSelect(selection: Selection | undefined): void; onHover(): void; onLook(): void; onRipple(): void },
): () => void {
  const stops = [
    effect(() => {
      void world.frames.value;
      events.onFrame();
    }),
    effect(() => {
      const selection = world.selection.value;
      scene.selection = selection;
      events.onSelect(selection);
    }),
    effect(() => {
      scene.hovered = world.hovered.value;
      events.onHover();
    }),
    effect(() => {
      scene.ripple = world.ripple.value;
      events.onRipple();
    }),
    effect(() => {
      scene.colorBy = colorInForce(world, options);
      scene.sizeBy = options.sizeBy.value;
      scene.labels = showsNames(world, options);
      events.onLook();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
