import { itemAt } from "../study/item-at.ts";
import type { Comparison, Drift, Span, StationarityDesign } from "./stationarity.ts";
import { formatTable } from "./text-table.ts";

/** The results of the burn-in study as a text table. */
export function stationarityReport(drifts: readonly Drift[], design: StationarityDesign): string {
  const { seeds, every, spans, longRun, tolerance, settled } = design;
  const compared = spans.map(spanText);
  return [
    `Mean levels over ticks ${compared.join(", ")}, compared with the long run, ${spanText(longRun)}`,
    `default parameters; seeds ${seeds[0]} to ${seeds.at(-1)}; measured every ${every} ticks`,
    "differences: paired by seed, as shares of the long-run level, with 95% intervals",
    `yes: the interval is within ${percent(tolerance)}; no: the interval is beyond it; open: neither`,
    "settled: first tick from which the mean over seeds and four measured ticks stays within that share of the long run",
    "",
    formatTable(
      ["measure", `level ${compared[0]}`, spanText(longRun), ...compared, ...settled.map((share) => `settled ${percent(share)}`)],
      drifts.map(({ measure, longRun: level, spans: comparisons, settledAt }) => [
        measure,
        levelText(itemAt(comparisons, 0).level),
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
  return `${100 * share}%`;
}

/** Four significant digits, without an exponent. */
function levelText(value: number): string {
  return Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4);
}

function comparisonText({ difference, half, sameLevel }: Comparison): string {
  const sign = difference < 0 ? "−" : "+";
  return `${sign}${(100 * Math.abs(difference)).toFixed(1)} ± ${(100 * half).toFixed(1)}% ${sameLevel.padEnd(4)}`;
}
