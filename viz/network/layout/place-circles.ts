import type { Point } from "./layout-messages.ts";
import { GOLDEN_ANGLE, UNIT } from "./units.ts";

/** The most circles on a ring: more would leave a hole in the middle of the picture. */
const MOST_ON_RING = 9;

/** Where each circle belongs: one in the middle, a few on a ring, more on a spiral that fills a disk. */
export function placeCircles(circles: number, agents: number): Point[] {
  if (circles === 1) return [{ x: 0, y: 0 }];
  const distance = 1.25 * UNIT * Math.sqrt(agents / circles);
  const onRing = circles <= MOST_ON_RING;
  return Array.from({ length: circles }, (_, circle) => {
    const radius = onRing ? distance / (2 * Math.sin(Math.PI / circles)) : 0.6 * distance * Math.sqrt(circle + 0.5);
    const angle = onRing ? (2 * Math.PI * circle) / circles - Math.PI / 2 : circle * GOLDEN_ANGLE;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

/** How many circles there are, empty ones below the last included. */
export function countCircles(circle: Uint32Array, agents: number): number {
  let circles = 0;
  for (let agent = 0; agent < agents; agent++) circles = Math.max(circles, (circle[agent] as number) + 1);
  return circles;
}
