import type { Snapshot } from "../../../workers/messages.ts";
import type { Point } from "../layout/layout-messages.ts";
import type { Scene } from "../scene.ts";

/** Where along the way between two circles their ties come together and part again. */
const TOGETHER = 0.3;

/** The two points that bend a tie between circles, so that all ties of two circles run together like the strands of a cable. */
export interface Bend {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Bends ties between circles. */
export interface Bundles {
  /** @returns how a tie is bent, in an object that is used again; undefined for a straight one */
  bendOf(lower: number, upper: number): Bend | undefined;
}

/** All ties are straight lines. */
export const straight: Bundles = { bendOf: () => undefined };

/** The bundles of a picture at its current places; all ties are straight if it has few of them between circles. */
export function createBundles({ ties, positions, agents }: Scene, { circle, present }: Snapshot): Bundles {
  if (!ties.isBundled) return straight;
  const middles = findMiddles(positions, agents, circle, present);
  const bend: Bend = { x1: 0, y1: 0, x2: 0, y2: 0 };
  return {
    bendOf(lower, upper) {
      const from = circle[lower] as number;
      const to = circle[upper] as number;
      const one = middles[from];
      const other = middles[to];
      if (from === to || one === undefined || other === undefined) return undefined;
      const [x, y] = [other.x - one.x, other.y - one.y];
      bend.x1 = one.x + TOGETHER * x;
      bend.y1 = one.y + TOGETHER * y;
      bend.x2 = other.x - TOGETHER * x;
      bend.y2 = other.y - TOGETHER * y;
      return bend;
    },
  };
}

/** The middle of each circle's members. */
export function findMiddles(positions: Float32Array, agents: number, circle: Uint32Array, present: Uint8Array): Point[] {
  const sums: { x: number; y: number; count: number }[] = [];
  for (let agent = 0; agent < agents; agent++) {
    if (present[agent] !== 1) continue;
    const own = circle[agent] as number;
    sums[own] ??= { x: 0, y: 0, count: 0 };
    const sum = sums[own];
    sum.x += positions[2 * agent] as number;
    sum.y += positions[2 * agent + 1] as number;
    sum.count++;
  }
  return sums.map(({ x, y, count }) => ({ x: x / count, y: y / count }));
}

/** A point of a bent line, at a share of its way. */
export function pointOn(bend: Bend, from: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  const [a, b, c, d] = [rest ** 3, 3 * rest * rest * share, 3 * rest * share * share, share ** 3];
  return { x: a * from.x + b * bend.x1 + c * bend.x2 + d * to.x, y: a * from.y + b * bend.y1 + c * bend.y2 + d * to.y };
}
