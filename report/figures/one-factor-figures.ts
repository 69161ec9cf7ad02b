import type { Factor } from "../../study/experiment.ts";
import { itemAt } from "../../study/item-at.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { decimalsFor, listText } from "../../study/tables/number-text.ts";
import { html } from "../markup.ts";
import { armStyle } from "./arm-style.ts";
import { factorAxis } from "./axis.ts";
import { captionFactor, explainIntervals, joinSentences, nameView } from "./captions.ts";
import type { Figure, Panel } from "./figure.ts";
import { type Line, linePanel } from "./line-panel.ts";
import { dataOfLines, dataOfRows } from "./panel-data.ts";
import type { Pen } from "./pen.ts";
import { type Row, type RowEstimate, rowsPanel } from "./rows-panel.ts";
import { type Estimate, legendEntries, levelsOf, outcomePanel, type View } from "./view.ts";

/** Lines over the only factor, one panel per outcome. */
export function lineFigure(pen: Pen, view: View): Figure {
  const { data } = view;
  const factor = itemAt(data.experiment.factors, 0);
  const axis = factorAxis(data, factor);
  const isOrdinal = levelsOf(data, factor).some((level) => !axis.isNumber(level));
  const panels = panelsOf(view, (outcome, label, decimals) => {
    const lines = linesOf(view, factor, outcome);
    return { data: dataOfLines(lines), picture: linePanel(pen, lines, { label, axis, decimals, zero: view.isDifference }) };
  });
  const shape = isOrdinal ? "Bands and bars are" : "Bands are";
  return {
    title: html`${nameView(view)} along <code>${factor.name}</code>`,
    legend: legendEntries(view),
    panels,
    caption: joinSentences(
      captionFactor(factor),
      explainIntervals(view, shape),
      isOrdinal ? "Levels are evenly spaced, because not all are numbers. The line joins the numbers." : "",
    ),
  };
}

function linesOf(view: View, factor: Factor, outcome: number): Line[] {
  const { data, estimate, arms } = view;
  const levels = levelsOf(data, factor);
  const levelAt = (point: number) => itemAt(data.points, point)[factor.name];
  const order = [...data.points.keys()].sort((a, b) => levels.indexOf(levelAt(a)) - levels.indexOf(levelAt(b)));
  const isByNumber = levels.every((level) => typeof level === "number");
  if (isByNumber) order.sort((a, b) => Number(levelAt(a)) - Number(levelAt(b)));
  return arms.map((arm) => ({
    name: itemAt(data.experiment.arms, arm).name,
    style: armStyle(arm),
    points: order.map((point) => {
      const level = levelAt(point);
      return { level, levelText: `${factor.name} ${levelText(level)}`, ...(estimate(outcome, point, arm) ?? nothing) };
    }),
  }));
}

/** Rows, one panel per outcome. A row is an arm or, with a factor, a level with all its arms. */
export function rowsFigure(pen: Pen, view: View): Figure {
  const { data, isDifference } = view;
  const { factors } = data.experiment;
  const panels = panelsOf(view, (outcome, label, decimals) => {
    const rows = rowsOf(view, outcome);
    return { data: dataOfRows(rows), picture: rowsPanel(pen, rows, { label, decimals, zero: isDifference }) };
  });
  const [factor] = factors;
  if (factor === undefined) return { title: `${nameView(view)} by arm`, panels, caption: explainIntervals(view, "Bars are") };
  return {
    title: html`${nameView(view)} by <code>${factor.name}</code>`,
    legend: legendEntries(view),
    panels,
    caption: joinSentences(captionFactor(factor), explainIntervals(view, "Bars are")),
  };
}

function rowsOf({ data, arms, estimate }: View, outcome: number): Row[] {
  const nameOf = (arm: number) => itemAt(data.experiment.arms, arm).name;
  const estimateArm = (arm: number, point: number, of: string): RowEstimate => ({
    ...(estimate(outcome, point, arm) ?? nothing),
    of,
    style: armStyle(arm),
  });
  const [factor] = data.experiment.factors;
  if (factor === undefined) return arms.map((arm) => ({ name: nameOf(arm), estimates: [estimateArm(arm, 0, nameOf(arm))] }));
  return data.points.map((point, at) => {
    const name = `${factor.name} ${levelText(point[factor.name])}`;
    return { name, estimates: arms.map((arm) => estimateArm(arm, at, `${nameOf(arm)}, ${name}`)) };
  });
}

/** One panel per outcome, with a text for screen readers and as many decimals as its intervals deserve. */
function panelsOf(
  view: View,
  draw: (outcome: number, label: string, decimals: number) => Pick<Panel, "picture" | "data">,
): Panel[] {
  const { data, arms, estimate } = view;
  const { outcomes, factors } = data.experiment;
  const [factor] = factors;
  const along = factor === undefined ? "by arm" : `along ${factor.name}`;
  return outcomes.map((_, outcome) => {
    const panel = outcomePanel(data.experiment, outcome);
    const all = data.points.flatMap((_point, point) => arms.map((arm) => estimate(outcome, point, arm) ?? nothing));
    const armNames = listText(legendEntries(view).map(({ name }) => name));
    const label = `${nameView(view)}: ${panel.title} ${along}, of ${armNames}. The tables below have the values.`;
    return { ...panel, ...draw(outcome, label, decimalsFor(all)) };
  });
}

const nothing: Estimate = { n: 0, mean: Number.NaN, low: Number.NaN, high: Number.NaN };
