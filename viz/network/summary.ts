import type { Series } from "../state/series.ts";
import { formatTick } from "../text/format-tick.ts";

/** Counts half-years: a table is updated when this changes. */
export function halfYearOf(tick: number): number {
  return Math.floor(tick / 26);
}

/** The network in one sentence, for screen readers; empty before the first row of measures. */
export function networkSummary(series: Pick<Series, "at" | "length">): string {
  const last = series.length.peek() - 1;
  if (last < 0) return "";
  const read = (measure: string) => series.at(last, measure);
  const count = (measure: string) => read(measure).toLocaleString("en-US");
  const trust = read("mean_trust_score");
  return (
    `${formatTick(read("tick"))}: ${count("agents")} people, ${count("weak_ties")} weak and ${count("strong_ties")} strong ties, ` +
    `mean trust score ${Number.isNaN(trust) ? "not defined" : trust.toFixed(2)}.`
  );
}
