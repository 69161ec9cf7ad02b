import type { Comparison, Drift, Span, StationarityDesign } from "./stationarity.ts";
import { textTable } from "./text-table.ts";

/** What was found, for a person. */
export function stationarityReport(drifts: readonly Drift[], design: StationarityDesign): string {
  const { seeds, every, spans, longRun, tolerance, settled } = design;
  const compared = spans.map(spanText);
  return [
    `Levels over ticks ${compared.join(", ")} against the long run, ${spanText(longRun)}`,
    `defaults; seeds ${seeds[0]} to ${seeds[seeds.length - 1]}; measured each ${every} ticks`,
    "differences: in the same seeds, as shares of the long-run level, with 95 % intervals;",
    `yes: surely within ${percent(tolerance)}; no: surely beyond; open: neither can be said`,
    "settled: first tick from which on the mean over seeds and four measured ticks stays within that share of the long run",
    "",
    textTable(
      ["measure", `level ${compared[0]}`, spanText(longRun), ...compared, ...settled.map((share) => `settled ${percent(share)}`)],
      drifts.map(({ measure, longRun: level, spans: comparisons, settledAt }) => [
        measure,
        levelText(comparisons[0].level),
        levelText(level),
        ...comparisons.map(comparisonText),
        ...settledAt.map((tick) => (Number.isFinite(tick) ? `${tick}` : "never")),
      ]),
    ),
  ].join("\n");
}

function spanText({ after, until }: Span): string {
  return `${after + 1}–${until}`;
}

function percent(share: number): string {
  return `${100 * share} %`;
}

/** Four digits, but never an exponent. */
function levelText(value: number): string {
  return Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4);
}

function comparisonText({ difference, half, sameLevel }: Comparison): string {
  const sign = difference < 0 ? "−" : "+";
  return `${sign}${(100 * Math.abs(difference)).toFixed(1)} ± ${(100 * half).toFixed(1)} % ${sameLevel.padEnd(4)}`;
}
