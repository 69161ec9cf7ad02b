import { between, type Transform } from "../transform.ts";

/** Milliseconds in which the picture glides to a new place. */
const GLIDE = 700;

/** Moves the picture to a place, at once or gliding. */
export interface Glide {
  /** moves at once, and ends a glide */
  moveTo(target: Transform): void;
  /** glides, unless the reader prefers reduced motion */
  glideTo(target: Transform): void;
}

/** @param transform where the picture is */
export function createGlide(transform: () => Transform, setTransform: (transform: Transform) => void): Glide {
  let frame: number | undefined;

  function moveTo(target: Transform): void {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    setTransform(target);
  }

  return {
    moveTo,
    glideTo(target) {
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
        moveTo(target);
        return;
      }
      const from = transform();
      const began = performance.now();
      const next = (now: number): void => {
        const time = Math.min(1, (now - began) / GLIDE);
        moveTo(between(from, target, time * time * (3 - 2 * time)));
        if (time < 1) frame = requestAnimationFrame(next);
      };
      moveTo(from);
      frame = requestAnimationFrame(next);
    },
  };
}
