import type { Graph, Point } from "./layout-messages.ts";
import { GOLDEN_ANGLE, UNIT } from "./units.ts";

/** The most circles on a ring: more would leave a hole in the middle of the picture. */
const MOST_ON_RING = 9;

/** Room for an agent in its circle, as the radius of its own disk. */
const ROOM = 0.42 * UNIT;

/** How much wider a circle's place is than its agents need, so that the eye can tell circles apart. */
const GAP = 1.3;

/** The share of a disk that disks on a spiral fill. */
const FILLED = 0.6;

/** The radius of the disk that a circle's agents fill. */
export function radiusOfCircle(agents: number): number {
  return ROOM * Math.sqrt(Math.max(1, agents));
}

/**
 * Where each circle belongs: one in the middle, a few on a ring, more on a spiral that fills a disk. A large circle gets more room.
 *
 * @param sizes agents by circle
 */
export function placeCircles(sizes: readonly number[]): Point[] {
  if (sizes.length === 1) return [{ x: 0, y: 0 }];
  const radii = sizes.map((size) => GAP * radiusOfCircle(size));
  return sizes.length <= MOST_ON_RING ? placeOnRing(radii) : placeOnSpiral(radii);
}

/** Disks on a ring from the top, each touching the next. */
function placeOnRing(radii: readonly number[]): Point[] {
  const around = radii.reduce((sum, radius) => sum + 2 * radius, 0);
  const widest = Math.max(...radii);
  // Chords are shorter than arcs, so a ring of a few needs more than their sum.
  const radius = Math.max(around / (2 * Math.PI), widest / Math.sin(Math.PI / Math.max(2, radii.length)));
  let passed = -(radii[0] as number);
  return radii.map((own) => {
    const angle = (2 * Math.PI * (passed + own)) / around - Math.PI / 2;
    passed += 2 * own;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

/** Disks from the middle outward, the largest first, so that the outer ones fit between those before. */
function placeOnSpiral(radii: readonly number[]): Point[] {
  const largestFirst = radii
    .map((radius, circle) => ({ radius, circle }))
    .sort((a, b) => b.radius - a.radius || a.circle - b.circle);
  const places: Point[] = [];
  let area = 0;
  for (const [k, { radius, circle }] of largestFirst.entries()) {
    const away = Math.sqrt((area + radius ** 2 / 2) / FILLED);
    area += radius ** 2;
    places[circle] = { x: away * Math.cos(k * GOLDEN_ANGLE), y: away * Math.sin(k * GOLDEN_ANGLE) };
  }
  return places;
}

/** Where each agent of a ring belongs: next to its neighbors by number, in three close rows. */
export function placeOnAgentRing(agents: number): Point[] {
  const radius = Math.max(2 * UNIT, (agents * ROOM) / Math.PI);
  return Array.from({ length: agents }, (_, agent) => {
    const angle = (2 * Math.PI * agent) / agents - Math.PI / 2;
    const away = radius + ((agent % 3) - 1) * ROOM;
    return { x: away * Math.cos(angle), y: away * Math.sin(angle) };
  });
}

/** How many agents each circle has, empty ones below the last included. */
export function countMembers({ circle, agents }: Pick<Graph, "circle" | "agents">): number[] {
  const sizes: number[] = [];
  for (let agent = 0; agent < agents; agent++) {
    const own = circle[agent] as number;
    while (sizes.length <= own) sizes.push(0);
    sizes[own] = (sizes[own] as number) + 1;
  }
  return sizes;
}
