import { experimentMeasures } from "../../sim/index.ts";
import { itemAt } from "../../study/item-at.ts";
import type { SeriesLine, SeriesSummary } from "../../study/series/series-analyzer.ts";
import { decimalsFor } from "../../study/tables/number-text.ts";
import { armStyle } from "./arm-style.ts";
import type { FactorAxis } from "./axis.ts";
import type { Figure, Panel } from "./figure.ts";
import { linePanel } from "./line-panel.ts";
import { dataOfLines } from "./panel-data.ts";
import type { Pen } from "./pen.ts";

const axis: FactorAxis = {
  options: { type: "linear", label: "tick", labelArrow: "none", ticks: 5 },
  place: Number,
  isNumber: () => true,
};

/** Measures over time: one panel per measure, with a line and a band for each arm. */
export function valuesOverTime(pen: Pen, summary: SeriesSummary): Figure {
  const average = summary.isAveraged ? "averaged over all design points, " : "";
  return {
    title: "Over time",
    legend: legendOf(summary.lines),
    panels: panelsOf(pen, summary, summary.lines, "Over time", false),
    caption: `Lines are means over replicates, ${average}at each tick. Bands are 95% intervals of the mean, from Student’s t.`,
  };
}

/**
 * Paired differences over time.
 *
 * @param reference what is subtracted: `“none”`
 */
export function differencesOverTime(pen: Pen, summary: SeriesSummary, reference: string): Figure {
  return {
    title: `Differences from ${reference} over time`,
    legend: legendOf(summary.differences),
    panels: panelsOf(pen, summary, summary.differences, `Differences from ${reference} over time`, true),
    caption:
      "Lines are mean differences between runs with the same random draws, paired by replicate. Bands are 95% intervals of the mean difference at one tick, from Student’s t.",
  };
}

function legendOf(lines: readonly SeriesLine[]) {
  return lines.map(({ name, place }) => ({ name, style: armStyle(place) }));
}

function panelsOf(
  pen: Pen,
  { ticks, measures }: SeriesSummary,
  lines: readonly SeriesLine[],
  title: string,
  isDifference: boolean,
): Panel[] {
  return measures.map((name, measure): Panel => {
    const column = experimentMeasures.find((one) => one.name === name);
    const drawn = lines.map((line) => ({
      name: line.name,
      style: armStyle(line.place),
      points: ticks.map((tick, at) => ({ level: tick, levelText: `tick ${tick}`, ...itemAt(itemAt(line.estimates, measure), at) })),
    }));
    const decimals = decimalsFor(drawn.flatMap(({ points }) => points));
    const label = `${title}: ${name}, of ${lines.map((line) => line.name).join("; ")}. series-summary.csv has the values.`;
    const picture = linePanel(pen, drawn, { label, axis, decimals, zero: isDifference });
    return {
      title: name,
      note: column === undefined ? "" : `${column.label}; unit: ${column.unit}`,
      data: dataOfLines(drawn),
      picture,
    };
  });
}
