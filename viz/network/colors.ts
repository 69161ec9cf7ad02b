import type { Point } from "./layout/layout-messages.ts";

/** Steps of the color scale for amounts: few, so that agents of one color can be drawn together. */
export const STEPS = 12;

/** Colors for circles: `--group-0` to `--group-7` in style/tokens.css. */
export const GROUPS = 8;

/**
 * The color of each circle. The first ones have their own. A further one takes that whose circles are farthest away, so that
 * neighbors differ.
 *
 * @param places where circles belong
 */
export function chooseGroups(places: readonly Point[]): number[] {
  const groups: number[] = [];
  for (const [circle, { x, y }] of places.entries()) {
    const nearest = new Array<number>(GROUPS).fill(Number.POSITIVE_INFINITY);
    for (const [other, group] of groups.entries()) {
      const place = places[other] as Point;
      nearest[group] = Math.min(nearest[group] as number, Math.hypot(place.x - x, place.y - y));
    }
    groups.push(circle < GROUPS ? circle : nearest.indexOf(Math.max(...nearest)));
  }
  return groups;
}

/** The step of the color scale for an amount from 0 to 1. */
export function stepOf(amount: number): number {
  return Math.round(amount * (STEPS - 1));
}

/**
 * Steps of d3's `interpolateCividis`, cut at its end so that each has a contrast of 3 to 1 on a light or a dark page. A test compares
 * them with d3. To load d3 for them would cost ten kilobytes before the first picture.
 */
const onLight = [
  "#002051",
  "#002a63",
  "#0d346b",
  "#1e3d6e",
  "#31476e",
  "#44516d",
  "#555b6e",
  "#64656f",
  "#716f71",
  "#7d7a74",
  "#898477",
  "#948f78",
];
const onDark = [
  "#64656f",
  "#716f71",
  "#7e7a74",
  "#898577",
  "#969078",
  "#a39c78",
  "#b2a874",
  "#c2b46e",
  "#d4c164",
  "#e6ce59",
  "#f5dc4e",
  "#fdea45",
];

/** The color of a step on a light or a dark page. */
export function amountColor(step: number, isDark: boolean): string {
  return (isDark ? onDark : onLight)[step] as string;
}
