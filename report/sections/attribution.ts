import type { Attribution } from "../../study/attribution/attribution.ts";
import { CONFIDENCE } from "../../study/contrasts/contrast.ts";
import { itemAt } from "../../study/item-at.ts";
import type { ReportData } from "../../study/report-data.ts";
import type { Estimate } from "../../study/statistics/estimate.ts";
import { decimalsFor, intervalText, MISSING, numberText } from "../../study/tables/number-text.ts";
import { attributionFigure } from "../figures/attribution-figure.ts";
import { figureMarkup } from "../figures/figure-markup.ts";
import type { Pen } from "../figures/pen.ts";
import { html, type Markup, type Piece } from "../markup.ts";
import { type Column, tableMarkup } from "./table.ts";

/** What each cause brings, as a figure and a table for each outcome; undefined unless the design is Shapley. */
export function attributionMarkup(pen: Pen, { experiment, attributions }: ReportData): Markup | undefined {
  if (attributions === undefined) return undefined;
  const { outcomes, confidence = CONFIDENCE } = experiment;
  return html`<section>
<h2>What each cause brings</h2>
<p>The contribution of a cause is its Shapley value: the mean change that it makes when it is added, over all orders in which the causes can be added. Contributions add up to the change that all causes bring together. Every subset of causes was run with the same random draws, so all changes are paired by replicate. Intervals are ${Math.round(100 * confidence)}% intervals: Student’s t for changes, the jackknife for shares.</p>
${figureMarkup(pen, attributionFigure(pen, experiment, attributions))}
${outcomes.map(({ name }, outcome) => {
  const rows = itemAt(attributions, outcome).flatMap((one, arm) => rowsOf(experiment, arm, one));
  const hasMissing = rows.some((row) => row.includes(MISSING));
  return html`<h3>${name}</h3>${tableMarkup(`Contributions to ${name}`, columnsOf(experiment), rows, columnsOf(experiment).length - 8)}${
    hasMissing ? html`<p class="note">${missingText}</p>` : undefined
  }`;
})}
<p class="note">“Alone” is the change that a cause makes where no other cause is on; “last” is the change that it makes where all others are on. If the two differ, causes help or hinder each other. <code>attribution.csv</code> has these numbers with all digits.</p>
</section>`;
}

const missingText = `${MISSING} means: an interval needs at least two replicates; or the total cannot be told from 0, so that shares have no interval; or no replicate has the outcome with every subset of the causes.`;

function columnsOf({ arms }: ReportData["experiment"]): Column[] {
  const numbers = ["contribution", "interval", "share", "interval", "alone", "interval", "last", "interval"];
  return [
    ...(arms.length > 1 ? [{ name: "arm" }] : []),
    { name: "cause" },
    ...numbers.map((name): Column => ({ name, isNumber: true })),
  ];
}

function rowsOf({ arms, factors }: ReportData["experiment"], arm: number, { total, causes }: Attribution): Piece[][] {
  const places = decimalsFor([total, ...causes.flatMap(({ contribution, alone, last }) => [contribution, alone, last])]);
  const cells = (estimate: Estimate) => [numberText(estimate.mean, places), intervalText(estimate, places)];
  const begin = arms.length > 1 ? [itemAt(arms, arm).name] : [];
  return [
    ...causes.map(({ contribution, share, alone, last }, cause): Piece[] => [
      ...begin,
      html`<code>${itemAt(factors, cause).name}</code>`,
      ...cells(contribution),
      percentCell(share.mean),
      Number.isNaN(share.low) ? MISSING : `${percentCell(share.low)} to ${percentCell(share.high)}`,
      ...cells(alone),
      ...cells(last),
    ]),
    [...begin, "together", ...cells(total), Number.isNaN(total.mean) ? MISSING : "100%", "", "", "", "", ""],
  ];
}

function percentCell(share: number): string {
  return Number.isNaN(share) ? MISSING : `${numberText(100 * share, 0)}%`;
}
