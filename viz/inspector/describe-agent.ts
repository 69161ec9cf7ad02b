import { countOf } from "../text/format-number.ts";
import { formatTick } from "../text/format-tick.ts";
import { formatTrust } from "../text/format-trust.ts";

/**
 * How much others trust an agent.
 *
 * @param trust the mean trust share of those with enough evidence; NaN if nobody has enough
 */
export function describeTrustReceived(trust: number): string {
  if (Number.isNaN(trust)) return "Trust received: nobody has enough evidence yet.";
  return `Trust received: ${formatTrust(trust)}.`;
}

/** An agent's active ties by strength. */
export function describeTies(strong: number, weak: number): string {
  return `${countOf(strong, "strong tie")} and ${countOf(weak, "weak tie")}.`;
}

/**
 * What an agent did and received in the last 52 weeks.
 *
 * @param until the last of these weeks, if it is not the one on show: large worlds are measured once a quarter
 */
export function describeLastYear(kept: number, broken: number, reach: number, until?: number): string {
  const promises = `${countOf(kept, "promise")} kept and ${broken.toLocaleString("en-US")} broken`;
  const weeks = until === undefined ? "last 52 weeks" : `52 weeks until ${formatTick(until)}`;
  return `In the ${weeks}: ${promises}; reach ${countOf(reach, "item")} of news.`;
}
