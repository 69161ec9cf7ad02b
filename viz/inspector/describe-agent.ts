import { countOf } from "../text/format-number.ts";

/**
 * How much others trust an agent.
 *
 * @param score the mean trust score of those with enough evidence; NaN if nobody has enough
 */
export function describeIncomingTrust(score: number): string {
  if (Number.isNaN(score)) return "Nobody has enough evidence yet to judge this person.";
  return `Average trust score from others: ${score.toFixed(2)}.`;
}

/** An agent's active ties by strength. */
export function describeTies(strong: number, weak: number): string {
  return `${countOf(strong, "strong tie")} and ${countOf(weak, "weak tie")}.`;
}

/** An agent's promises since the start. */
export function describePromises(kept: number, broken: number): string {
  return `${countOf(kept, "promise")} kept and ${broken.toLocaleString("en-US")} broken.`;
}
