import { type D3ZoomEvent, select, type ZoomTransform, zoom } from "d3";
import type { Stage } from "../stage.ts";
import { boundsOf, fitTransform } from "./view-transform.ts";

/** Milliseconds after the first picture of a run at which it is fitted again in any case: agents are still finding their places. */
const REFIT_AT = [900, 2500] as const;

/** Milliseconds between later checks of the fit: eight hundred people take many seconds to spread out. */
const CHECK_EVERY = 4000;

/** The new fit must be this many times larger or smaller than the old one; else the picture stays as it is. */
const WORTH_MOVING = 1.12;

/** Milliseconds in which the picture glides to a new fit. */
const GLIDE = 700;

/** Pixels per unit of the layout: the farthest and the closest zoom. */
const ZOOM_RANGE: [number, number] = [0.05, 12];

/** Zoom and position of the picture. */
export interface PanZoom {
  zoomBy(factor: number): void;
  /** moves the picture by CSS pixels */
  panBy(x: number, y: number): void;
  /** shows everyone */
  fit(): void;
  /** shows everyone of a new run, now and again when they have found their places, unless the reader moves the picture */
  fitNewRun(): void;
  /** brings an agent to the middle */
  centerOn(agent: number): void;
  /** leaves the picture where it is: the reader has touched it */
  keepView(): void;
  end(): void;
}

/** What zoom and position depend on. */
export interface PanZoomState {
  /** whether a mouse event is on an agent, which is then dragged rather than the picture */
  isOnAgent(event: MouseEvent): boolean;
  isPlaying(): boolean;
}

export function createPanZoom(stage: Stage, canvas: HTMLCanvasElement, { isOnAgent, isPlaying }: PanZoomState): PanZoom {
  const { scene } = stage;
  let isReadersView = false;
  let refits: ReturnType<typeof setTimeout>[] = [];
  let checks: ReturnType<typeof setInterval> | undefined;

  const behavior = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent(ZOOM_RANGE)
    .filter((event: Event) => {
      if (event.type === "dblclick") return false;
      if (event instanceof MouseEvent && event.type === "mousedown") return event.button === 0 && !isOnAgent(event);
      return true;
    })
    .on("start", ({ sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      isReadersView ||= sourceEvent !== null;
    })
    .on("zoom", ({ transform }: D3ZoomEvent<HTMLCanvasElement, unknown>) => stage.setTransform(transform));
  const selected = select(canvas).call(behavior);

  function findFit(): ZoomTransform | undefined {
    const bounds = boundsOf(scene.positions, scene.agents);
    const { clientWidth: width, clientHeight: height } = canvas;
    return bounds === undefined || width === 0 ? undefined : fitTransform(bounds, width, height);
  }

  function fitIn(milliseconds: number): void {
    const target = findFit();
    if (target === undefined) return;
    if (milliseconds === 0) selected.call(behavior.transform, target);
    else selected.transition().duration(milliseconds).call(behavior.transform, target);
  }

  function refit(): void {
    if (!isReadersView) fitIn(matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : GLIDE);
  }

  /** Fits everyone again if it pays. A paused picture stays where it is, and so does one that the reader points at: a click may follow. */
  function refitIfWorthIt(): void {
    if (isReadersView || !isPlaying() || canvas.matches(":hover")) return;
    const { k } = findFit() ?? scene.transform;
    if (Math.max(k / scene.transform.k, scene.transform.k / k) > WORTH_MOVING) refit();
  }

  function clearRefits(): void {
    for (const timer of refits) clearTimeout(timer);
    clearInterval(checks);
  }

  return {
    zoomBy(factor) {
      isReadersView = true;
      selected.call(behavior.scaleBy, factor);
    },
    panBy(x, y) {
      isReadersView = true;
      selected.call(behavior.translateBy, x / scene.transform.k, y / scene.transform.k);
    },
    fit: () => fitIn(0),
    fitNewRun() {
      isReadersView = false;
      fitIn(0);
      clearRefits();
      refits = REFIT_AT.map((milliseconds) => setTimeout(refit, milliseconds));
      checks = setInterval(refitIfWorthIt, CHECK_EVERY);
    },
    centerOn(agent) {
      isReadersView = true;
      const { positions, transform } = scene;
      selected.call(behavior.translateTo, positions[2 * agent] ?? 0, positions[2 * agent + 1] ?? 0);
      if (transform.k < 1) selected.call(behavior.scaleTo, 1);
    },
    keepView() {
      isReadersView = true;
    },
    end() {
      clearRefits();
      selected.interrupt().on(".zoom", null);
    },
  };
}
