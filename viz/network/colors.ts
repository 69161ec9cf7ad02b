import { interpolateCividis, rgb } from "d3";
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

/** The color of a step: cividis, cut at its end so that every step has a contrast of 3 to 1 on a light or a dark page. */
export function amountColor(step: number, isDark: boolean): string {
  const share = step / (STEPS - 1);
  return rgb(interpolateCividis(isDark ? 0.38 + 0.62 * share : 0.6 * share)).formatHex();
}
