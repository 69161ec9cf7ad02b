import { indexUnits } from "../../study/designs/index-units.ts";
import { cellAt, itemAt } from "../../study/item-at.ts";
import type { ReportData, SensitivityIndices } from "../../study/report-data.ts";
import { decimalsFor, intervalText, MISSING, numberText } from "../../study/tables/number-text.ts";
import { indexFigures } from "../figures/index-figures.ts";
import type { Pen } from "../figures/pen.ts";
import { html, type Markup, type Piece } from "../markup.ts";
import { type Column, tableMarkup } from "./table.ts";

/** Figures and tables of the indices; undefined if the design has none. */
export function indicesMarkup(pen: Pen, { experiment, indices }: ReportData): Markup | undefined {
  if (indices === undefined) return undefined;
  return html`<section>
<h2>Which factors matter</h2>
${indexFigures(pen, experiment, indices)}
${experiment.outcomes.map(({ name }, outcome) => {
  const rows = rowsOf(experiment, indices, outcome);
  const hasMissing = rows.some((row) => row.includes(MISSING));
  return html`<h3>${name}</h3>${tableMarkup(`Indices of ${name}`, columnsOf(indices), rows, 2)}${
    hasMissing
      ? html`<p class="note">${MISSING} means: the outcome does not vary, or is not defined in all runs that the index needs.</p>`
      : undefined
  }${pairsMarkup(experiment, indices, outcome)}`;
})}
<p class="note"><code>indices.csv</code> has these numbers with all digits.</p>
</section>`;
}

function columnsOf({ kind }: SensitivityIndices): Column[] {
  const names = kind === "morris" ? ["μ", "μ*", "interval", "σ"] : ["first-order", "interval", "total", "interval"];
  return [{ name: "arm" }, { name: "factor" }, ...names.map((name): Column => ({ name, isNumber: true }))];
}

function rowsOf(experiment: ReportData["experiment"], indices: SensitivityIndices, outcome: number): Piece[][] {
  const decimals =
    indices.kind === "morris"
      ? decimalsFor(
          itemAt(indices.values, outcome)
            .flat()
            .map((index) => ({ mean: index.muStar, low: index.muStarLow, high: index.muStarHigh })),
        )
      : 2;
  return experiment.arms.flatMap(({ name }, arm) =>
    indexUnits(experiment).map(({ name: unit }, at): Piece[] => [
      name,
      html`<code>${unit}</code>`,
      ...cellsOf(indices, outcome, arm, at, decimals),
    ]),
  );
}

/** The second-order indices of an outcome; undefined if the design has none. */
function pairsMarkup(experiment: ReportData["experiment"], indices: SensitivityIndices, outcome: number): Markup | undefined {
  if (indices.kind !== "saltelli" || indices.pairs === undefined) return undefined;
  const ofOutcome = itemAt(indices.pairs, outcome);
  const { arms, outcomes } = experiment;
  const units = indexUnits(experiment);
  const unit = (at: number) => html`<code>${itemAt(units, at).name}</code>`;
  const rows = arms.flatMap(({ name }, arm) =>
    itemAt(ofOutcome, arm).map(({ pair: [one, other], second, secondLow: low, secondHigh: high }): Piece[] => [
      name,
      unit(one),
      unit(other),
      numberText(second, 2),
      intervalText({ low, high }, 2),
    ]),
  );
  const columns = ["arm", "factor", "with", "second-order", "interval"].map(
    (name, at): Column => ({ name, ...(at > 2 && { isNumber: true }) }),
  );
  return html`${tableMarkup(`Second-order indices of ${itemAt(outcomes, outcome).name}`, columns, rows, 3)}
<p class="note">The share of the variance that is due to the interaction of the two alone.</p>`;
}

function cellsOf(indices: SensitivityIndices, outcome: number, arm: number, factor: number, decimals: number): string[] {
  if (indices.kind === "morris") {
    const { mu, muStar, muStarLow, muStarHigh, sigma } = cellAt(indices.values, outcome, arm, factor);
    const interval = intervalText({ low: muStarLow, high: muStarHigh }, decimals);
    return [numberText(mu, decimals), numberText(muStar, decimals), interval, numberText(sigma, decimals)];
  }
  const { first, firstLow, firstHigh, total, totalLow, totalHigh } = cellAt(indices.values, outcome, arm, factor);
  return [
    numberText(first, decimals),
    intervalText({ low: firstLow, high: firstHigh }, decimals),
    numberText(total, decimals),
    intervalText({ low: totalLow, high: totalHigh }, decimals),
  ];
}
