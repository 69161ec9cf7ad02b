import type { Parameters } from "../../sim/parameters/definitions.ts";
import type { View } from "./reference-state.ts";

/** The trust share τ of a view. */
export type TrustShare = (view: View) => number;

export function clip(x: number): number {
  return Math.min(1, Math.max(0, x));
}

/** The trust share as the description writes it. */
export function asWritten(trustFunction: "ratio" | "additive"): TrustShare {
  return trustFunction === "additive" ? additive : ratio;
}

/** The same on reals, with the operations in the engine's order, so that even the last bit is the same. */
export function asRounded(trustFunction: "ratio" | "additive"): TrustShare {
  return trustFunction === "additive" ? additive : ratioAsRounded;
}

/** T */
export function score({ C, R, I, S }: View): number {
  return (1 + 9 * C + (1 + 9 * R) + (1 + 9 * I)) / (1 + 9 * S);
}

function ratio({ C, R, I, S }: View): number {
  const m = (1 + 9 * C + (1 + 9 * R) + (1 + 9 * I)) / 3;
  const sigma = 1 + 9 * S;
  return clip(((11 * m) / (m + sigma) - 1) / 9);
}

function additive({ C, R, I, S }: View): number {
  return ((C + R + I) / 3 + 1 - S) / 2;
}

function ratioAsRounded({ C, R, I, S }: View): number {
  const m = 1 + 3 * (C + R + I);
  const sigma = 1 + 9 * S;
  return clip((11 * (m / (m + sigma)) - 1) / 9);
}

/** An agent's beliefs about a stranger, rule 12. */
export function firstView(p: Parameters, trusting: number): View {
  const C = clip(p.priorCredibility + p.priorTrusting * (trusting - 0.5));
  return { C, R: C, I: clip(p.priorIntimacy * C), S: clip(p.priorSelfOrientation - p.priorTrusting * (trusting - 0.5)), e: 0 };
}
