import type { Distribution, Range } from "../experiment.ts";
import { exponential, logarithm, normalBelow, normalQuantile } from "./exact-functions.ts";

/**
 * The value of a range below which a share of its distribution lies: its inverse distribution function. A uniform place gives a value
 * of the distribution, and even places give values in its strata.
 *
 * @param place 0 for the lower bound to 1 for the upper bound
 */
export function quantileOf({ from, to, distribution }: Range, place: number): number {
  if (distribution === undefined) return from + place * (to - from);
  if (place <= 0) return from;
  if (place >= 1) return to;
  switch (distribution.kind) {
    case "log_uniform":
      return clamp(from * exponential(place * logarithm(to / from)), from, to);
    case "triangular": {
      const { mode } = distribution;
      return place * (to - from) < mode - from
        ? from + Math.sqrt(place * (to - from) * (mode - from))
        : to - Math.sqrt((1 - place) * (to - from) * (to - mode));
    }
    case "normal": {
      const [below, share] = normalEnds(distribution, from, to);
      const at = below + place * share;
      return at > 0 && at < 1 ? clamp(distribution.mean + distribution.sd * normalQuantile(at), from, to) : at > 0 ? to : from;
    }
  }
}

/** The share of a distribution below a value: the place that `quantileOf` turns into it. */
export function placeInRange({ from, to, distribution }: Range, value: number): number {
  if (distribution === undefined) return (value - from) / (to - from);
  switch (distribution.kind) {
    case "log_uniform":
      return logarithm(value / from) / logarithm(to / from);
    case "triangular": {
      const { mode } = distribution;
      return value < mode
        ? (value - from) ** 2 / ((to - from) * (mode - from))
        : 1 - (to - value) ** 2 / ((to - from) * (to - mode || 1));
    }
    case "normal": {
      const { mean, sd } = distribution;
      const [below, share] = normalEnds(distribution, from, to);
      return (normalBelow((value - mean) / sd) - below) / share;
    }
  }
}

/** The share of a normal distribution below a range, and in it. */
function normalEnds({ mean, sd }: Extract<Distribution, { kind: "normal" }>, from: number, to: number): [number, number] {
  const below = normalBelow((from - mean) / sd);
  return [below, normalBelow((to - mean) / sd) - below];
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from), to);
}
