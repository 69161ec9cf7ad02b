import type { Parameters } from "../../sim/parameters/definitions.ts";
import type { View } from "./reference-state.ts";

/** The trust share τ of a view. */
export type TrustShare = (view: View) => number;

export function clip(x: number): number {
  return Math.min(1, Math.max(0, x));
}

/** Rule 1, in the order of operations of the description. */
export function trustShareBy(trustFunction: "ratio" | "additive"): TrustShare {
  return trustFunction === "additive" ? additive : ratio;
}

/** T */
export function score({ C, R, I, S }: View): number {
  return (3 + 9 * (C + R + I)) / (1 + 9 * S);
}

function ratio({ C, R, I, S }: View): number {
  const q = C + R + I;
  const m = 1 + 3 * q;
  const sigma = 1 + 9 * S;
  return clip((11 * (m / (m + sigma)) - 1) / 9);
}

function additive({ C, R, I, S }: View): number {
  return ((C + R + I) / 3 + 1 - S) / 2;
}

/** μ of two trust shares. */
export function mutual(p: Parameters, one: number, other: number): number {
  if (p.reservedSide) return Math.min(one, other);
  return one === 0 && other === 0 ? 0 : (2 * one * other) / (one + other);
}

/** Rule 2: strength after some ticks of silence. */
export function strengthAfter(p: Parameters, w: number, silent: number): number {
  return w / (1 + (p.fading ? p.fadingRate : 0) * (1 - p.fadingProtection * w) * silent);
}

/** M, as it counts. */
export function memoryOf(p: Parameters): number {
  return p.evidenceFades ? p.memory : Number.POSITIVE_INFINITY;
}

/** Rule 3: the rate r at depth h. */
export function atDepth(r: number, h: number): number {
  const q = 1 - r;
  let p = q;
  for (let times = h - 1; times > 0; times--) p *= q;
  return 1 - p;
}

/** The ordinary richness of two agents. */
export function ordinaryRichness(p: Parameters, sameCircle: boolean, mu: number): number {
  if (sameCircle) return p.richnessRich;
  if (!p.risingRichness) return p.richnessLean;
  return p.richnessLean + (p.richnessRich - p.richnessLean) * clip((mu - p.leanBelow) / (p.richFrom - p.leanBelow));
}

/** An agent's beliefs about a stranger, rule 12. */
export function firstView(p: Parameters, trusting: number): View {
  const d = p.priorTrusting * (trusting - 0.5);
  const C = clip(p.priorCredibility + d);
  return { C, R: C, I: clip(p.priorIntimacy * C), S: clip(p.priorSelfOrientation - d), e: 0 };
}

/** The evidence of a tie of strength w that is there before anyone has met. */
export function startEvidence(p: Parameters, w: number): number {
  const memory = memoryOf(p);
  return (memory === Number.POSITIVE_INFINITY ? 52 : memory) * w;
}
