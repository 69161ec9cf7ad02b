import type { TieDifference, TrustDifference } from "./compare-ties.ts";

type NameOf = (agent: number) => string;

/** A tie in the two worlds, unchanged first. */
export function describeTieDifference({ lower, upper, unchanged, changed }: TieDifference, nameOf: NameOf): string {
  const pair = `${nameOf(lower)} and ${nameOf(upper)}`;
  if (unchanged === 0) return `${pair}: a tie only with your changes, strength ${changed.toFixed(2)}`;
  if (changed === 0) return `${pair}: a tie only in the unchanged world, strength ${unchanged.toFixed(2)}`;
  return `${pair}: tie ${changed > unchanged ? "stronger" : "weaker"}, ${unchanged.toFixed(2)} → ${changed.toFixed(2)}`;
}

/** Trust of one in another in the two worlds, on a scale of 0 to 1, unchanged first. */
export function describeTrustDifference({ believer, about, unchanged, changed }: TrustDifference, nameOf: NameOf): string {
  const more = changed > unchanged ? "more" : "less";
  return `${nameOf(believer)} trusts ${nameOf(about)} ${more}: ${unchanged.toFixed(2)} → ${changed.toFixed(2)} of 1`;
}
