import type { Extent } from "../painting/extent.ts";
import { Transform } from "../transform.ts";

/** The closest zoom that shows everyone: a handful of people need not fill the canvas. */
const CLOSEST_FIT = 4;

/** Share of the canvas that everyone may fill, and room for their dots, in units of the layout. */
const FILLED = 0.92;
const DOT_ROOM = 30;

/** The smallest rectangle around all agents, or undefined without agents. */
export function boundsOf(positions: Float32Array, agents: number): Extent | undefined {
  if (agents === 0) return undefined;
  let [left, right, top, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let agent = 0; agent < agents; agent++) {
    const x = positions[2 * agent] as number;
    const y = positions[2 * agent + 1] as number;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
}

/** The transform that centers a rectangle on a canvas and shows all of it. */
export function fitTransform({ left, right, top, bottom }: Extent, width: number, height: number): Transform {
  const scale = Math.min(width / (right - left + DOT_ROOM), height / (bottom - top + DOT_ROOM));
  const k = Math.min(CLOSEST_FIT, FILLED * scale);
  return new Transform(k, width / 2 - (k * (left + right)) / 2, height / 2 - (k * (top + bottom)) / 2);
}
