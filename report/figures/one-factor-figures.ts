import type { Factor } from "../../study/experiment.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { html } from "../markup.ts";
import { decimalsFor, listText } from "../number-text.ts";
import { armStyle, legend } from "./arm-style.ts";
import { factorAxis } from "./axis.ts";
import { factorIs, intervalsAre, sentences, whatIsShown } from "./captions.ts";
import type { Figure, Panel } from "./figure.ts";
import { type Line, linePanel } from "./line-panel.ts";
import type { Pen } from "./pen.ts";
import { type Row, type RowEstimate, rowsPanel } from "./rows-panel.ts";
import { type Estimate, levelsOf, outcomePanel, type View } from "./view.ts";

/** Lines along the one factor, a panel an outcome. */
export function lineFigure(pen: Pen, view: View): Figure {
  const { data } = view;
  const [factor] = data.experiment.factors;
  const axis = factorAxis(data, factor);
  const isOrdinal = levelsOf(data, factor).some((level) => !axis.isNumber(level));
  const panels = panelsOf(view, (outcome, label, decimals) =>
    linePanel(pen, linesOf(view, factor, outcome), { label, axis, decimals, zero: view.isDifference }),
  );
  const shape = isOrdinal ? "Bands and bars are" : "Bands are";
  return {
    title: html`${whatIsShown(view)} along <code>${factor.name}</code>`,
    legend: legend(armEntries(view)),
    panels,
    caption: sentences(
      factorIs(factor),
      intervalsAre(view, shape),
      isOrdinal ? "Levels are evenly spaced, because not all are numbers. The line joins the numbers." : "",
    ),
  };
}

function linesOf(view: View, factor: Factor, outcome: number): Line[] {
  const { data, estimate, arms } = view;
  const levels = levelsOf(data, factor);
  const order = [...data.points.keys()].sort(
    (a, b) => levels.indexOf(data.points[a][factor.name]) - levels.indexOf(data.points[b][factor.name]),
  );
  const isByNumber = levels.every((level) => typeof level === "number");
  if (isByNumber) order.sort((a, b) => Number(data.points[a][factor.name]) - Number(data.points[b][factor.name]));
  return arms.map((arm) => ({
    name: data.experiment.arms[arm].name,
    style: armStyle(arm),
    points: order.map((point) => {
      const level = data.points[point][factor.name];
      return { level, levelText: `${factor.name} ${levelText(level)}`, ...(estimate(outcome, point, arm) ?? nothing) };
    }),
  }));
}

/** Rows: an arm each, or a level of the one factor with its arms; a panel an outcome. */
export function rowsFigure(pen: Pen, view: View): Figure {
  const { data, isDifference } = view;
  const { factors } = data.experiment;
  const panels = panelsOf(view, (outcome, label, decimals) =>
    rowsPanel(pen, rowsOf(view, outcome), { label, decimals, zero: isDifference }),
  );
  if (factors.length === 0) return { title: `${whatIsShown(view)} by arm`, panels, caption: intervalsAre(view, "Bars are") };
  return {
    title: html`${whatIsShown(view)} by <code>${factors[0].name}</code>`,
    legend: legend(armEntries(view)),
    panels,
    caption: sentences(factorIs(factors[0]), intervalsAre(view, "Bars are")),
  };
}

function rowsOf({ data, arms, estimate }: View, outcome: number): Row[] {
  const { factors, arms: known } = data.experiment;
  const ofArm = (arm: number, point: number, of: string): RowEstimate => ({
    ...(estimate(outcome, point, arm) ?? nothing),
    of,
    style: armStyle(arm),
  });
  if (factors.length === 0) return arms.map((arm) => ({ name: known[arm].name, estimates: [ofArm(arm, 0, known[arm].name)] }));
  return data.points.map((point, at) => {
    const name = `${factors[0].name} ${levelText(point[factors[0].name])}`;
    return { name, estimates: arms.map((arm) => ofArm(arm, at, `${known[arm].name}, ${name}`)) };
  });
}

/** A panel an outcome, with a text for who does not see it, and decimals that suit its intervals. */
function panelsOf(view: View, draw: (outcome: number, label: string, decimals: number) => Panel["picture"]): Panel[] {
  const { data, arms, estimate } = view;
  const { outcomes, factors, arms: known } = data.experiment;
  const along = factors.length === 0 ? "by arm" : `along ${factors[0].name}`;
  return outcomes.map((_, outcome) => {
    const panel = outcomePanel(data.experiment, outcome);
    const all = data.points.flatMap((_point, point) => arms.map((arm) => estimate(outcome, point, arm) ?? nothing));
    const of = listText(arms.map((arm) => known[arm].name));
    const label = `${whatIsShown(view)}: ${panel.title} ${along}, of ${of}. The tables below have the values.`;
    return { ...panel, picture: draw(outcome, label, decimalsFor(all)) };
  });
}

function armEntries({ data, arms }: View) {
  return arms.map((arm) => ({ name: data.experiment.arms[arm].name, style: armStyle(arm) }));
}

const nothing: Estimate = { n: 0, mean: Number.NaN, low: Number.NaN, high: Number.NaN };
