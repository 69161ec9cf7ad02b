import type { Factor } from "../../study/experiment.ts";
import { cellAt, itemAt } from "../../study/item-at.ts";
import { isSliced, SLICES } from "../../study/marginal-means.ts";
import { decimalsFor, listText } from "../../study/tables/number-text.ts";
import { html } from "../markup.ts";
import { armStyle } from "./arm-style.ts";
import { factorAxis } from "./axis.ts";
import { captionFactor, joinSentences, nameView } from "./captions.ts";
import { extentOf } from "./extent.ts";
import type { Figure } from "./figure.ts";
import { type Line, type LinePoint, linePanel } from "./line-panel.ts";
import { dataOfLines } from "./panel-data.ts";
import type { Pen } from "./pen.ts";
import { legendEntries, outcomePanel, type View } from "./view.ts";

/** The most points of an arm that are drawn as dots. They are taken evenly from the design, whose order is balanced. */
const MOST_DOTS = 400;

/** The effect of each factor, averaged over all others: one figure per outcome, one panel per factor. */
export function effectFigures(pen: Pen, view: View): Figure[] {
  const { data, arms, isDifference } = view;
  const { outcomes, factors } = data.experiment;
  const hasSlices = factors.some((factor) => isSliced(data.points, factor));
  const entries = legendEntries(view);
  const armNames = listText(entries.map(({ name }) => name));
  return outcomes.map((_, outcome) => {
    const { title, note } = outcomePanel(data.experiment, outcome);
    const decimals = decimalsFor(
      arms.flatMap((arm) => data.points.flatMap((_point, point) => view.estimate(outcome, point, arm) ?? [])),
    );
    const byFactor = factors.map((factor, at) => arms.map((arm) => lineOf(view, factor, at, outcome, arm)));
    const domain = domainOf(byFactor.flat(), isDifference);
    return {
      title: html`${nameView(view)} by each factor: ${title}`,
      legend: entries,
      panels: factors.map((factor, at) => {
        const label = `${nameView(view)}: ${title} along ${factor.name} over all other factors, of ${armNames}.`;
        const axis = factorAxis(data, factor);
        return {
          title: factor.name,
          data: dataOfLines(itemAt(byFactor, at)),
          picture: linePanel(pen, itemAt(byFactor, at), { label, axis, decimals, zero: isDifference, domain }),
        };
      }),
      caption: joinSentences(
        html`<b>${title}</b>: ${note}.`,
        hasSlices
          ? `Dots are design points. Lines are means over ${SLICES} slices of the factor with equally many points, or over each level.`
          : "Marks are means over all design points with the level.",
        explainMarginals(data.marginals.isOverReplicates, isDifference),
        explainThinning(data.points.length),
        ...(outcome === 0 ? factors.map(captionFactor) : []),
      ),
    };
  });
}

/** The range of values. All panels of an outcome share it, so that the effects of factors can be compared. */
function domainOf(lines: readonly Line[], isDifference: boolean): [number, number] | undefined {
  const values = lines.flatMap(({ points, cloud = [] }) => [
    ...points.flatMap(({ mean, low, high }) => [mean, low, high]),
    ...cloud.map(({ value }) => value),
  ]);
  const defined = values.filter((value) => !Number.isNaN(value));
  if (defined.length === 0) return undefined;
  return extentOf(isDifference ? [...defined, 0] : defined);
}

function explainMarginals(isOverReplicates: boolean, isDifference: boolean): string {
  const what = isDifference ? "the mean difference, paired by replicate" : "the mean";
  return isOverReplicates
    ? `Bands and bars are 95% intervals of ${what}, from Student’s t over replicates.`
    : "Bands and bars are 95% intervals of the mean, from Student’s t over design points, because there is a single replicate.";
}

/** A sentence if only some of the points are drawn; else empty. */
function explainThinning(points: number): string {
  return points > MOST_DOTS
    ? `${MOST_DOTS} of the ${points} points are shown as dots, taken evenly. The means include all points.`
    : "";
}

function lineOf(view: View, factor: Factor, at: number, outcome: number, arm: number): Line {
  const { data, marginals } = view;
  const base = { name: itemAt(data.experiment.arms, arm).name, style: armStyle(arm) };
  const points = cellAt(marginals, outcome, at, arm).map(({ text, ...mean }): LinePoint => ({ levelText: text, ...mean }));
  if (!isSliced(data.points, factor)) return { ...base, points };
  const rows = data.points.flatMap((point, one) => {
    const mean = view.estimate(outcome, one, arm)?.mean ?? Number.NaN;
    return Number.isNaN(mean) ? [] : [{ level: point[factor.name], value: mean }];
  });
  const step = Math.max(1, rows.length / MOST_DOTS);
  const cloud = rows.filter((_, one) => Math.floor(one / step) !== Math.floor((one - 1) / step));
  return { ...base, cloud, points };
}
