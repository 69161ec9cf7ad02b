import type { Scene } from "../scene.ts";
import type { Transform } from "../transform.ts";
import type { Glide } from "./glide.ts";
import { boundsOf, fitTransform } from "./view-transform.ts";

/** Milliseconds after the first picture of a run at which it is fitted again in any case: agents are still finding their places. */
const REFIT_AT = [900, 2500] as const;

/** Milliseconds between later checks of the fit: eight hundred people take many seconds to spread out. */
const CHECK_EVERY = 4000;

/** The new fit must be this many times larger or smaller than the old one; else the picture stays as it is. */
const WORTH_MOVING = 1.12;

/** Keeps everyone in the picture until the reader chooses another view. */
export interface FitView {
  takeByReader(): void;
  /** shows everyone, and follows them from now on */
  fit(): void;
  /** the same for a new run, whose agents are still finding their places */
  fitNewRun(): void;
  end(): void;
}

export function createFitView(
  scene: Pick<Scene, "positions" | "agents" | "transform">,
  canvas: HTMLCanvasElement,
  glide: Glide,
  isPlaying: () => boolean,
): FitView {
  let isReadersView = false;
  let size = { width: canvas.clientWidth, height: canvas.clientHeight };
  let refits: ReturnType<typeof setTimeout>[] = [];
  let checks: ReturnType<typeof setInterval> | undefined;

  function findFit(): Transform | undefined {
    const bounds = boundsOf(scene.positions, scene.agents);
    const { clientWidth: width, clientHeight: height } = canvas;
    return bounds === undefined || width === 0 ? undefined : fitTransform(bounds, width, height);
  }

  function fitNow(): void {
    isReadersView = false;
    const target = findFit();
    if (target !== undefined) glide.moveTo(target);
  }

  /** Fits everyone again. A picture that the reader points at stays where it is: a click may follow. */
  function refit(): void {
    const target = findFit();
    if (target !== undefined && !isReadersView && !canvas.matches(":hover")) glide.glideTo(target);
  }

  /** Fits everyone again if it pays and the picture isn't paused. */
  function refitIfWorthIt(): void {
    const { k } = findFit() ?? scene.transform;
    if (isPlaying() && Math.max(k / scene.transform.k, scene.transform.k / k) > WORTH_MOVING) refit();
  }

  /** Fits everyone into a picture of another size. In a view that the reader chose, the middle stays in the middle. */
  function followSize(): void {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || (width === size.width && height === size.height)) return;
    if (!isReadersView) fitNow();
    else if (size.width > 0) glide.moveTo(scene.transform.moveBy((width - size.width) / 2, (height - size.height) / 2));
    size = { width, height };
  }

  function clearRefits(): void {
    for (const timer of refits) clearTimeout(timer);
    clearInterval(checks);
  }

  const resizes = new ResizeObserver(followSize);
  resizes.observe(canvas);
  return {
    takeByReader() {
      isReadersView = true;
    },
    fit: fitNow,
    fitNewRun() {
      fitNow();
      clearRefits();
      refits = REFIT_AT.map((milliseconds) => setTimeout(refit, milliseconds));
      checks = setInterval(refitIfWorthIt, CHECK_EVERY);
    },
    end() {
      clearRefits();
      resizes.disconnect();
    },
  };
}
