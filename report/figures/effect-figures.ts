import type { Factor } from "../../study/experiment.ts";
import { itemAt } from "../../study/item-at.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { decimalsFor, listText } from "../../study/tables/number-text.ts";
import { html } from "../markup.ts";
import { armStyle, legend } from "./arm-style.ts";
import { factorAxis } from "./axis.ts";
import { captionFactor, joinSentences, nameView } from "./captions.ts";
import { extentOf } from "./extent.ts";
import type { Figure } from "./figure.ts";
import { type Line, type LinePoint, linePanel } from "./line-panel.ts";
import type { Pen } from "./pen.ts";
import { legendEntries, levelsOf, outcomePanel, type View } from "./view.ts";

/** A factor with more levels is cut into slices. */
const MOST_LEVELS = 12;
const SLICES = 8;

/** The most points of an arm that are drawn as dots. They are taken evenly from the design, whose order is balanced. */
const MOST_DOTS = 400;

/** The effect of each factor, averaged over all others: one figure per outcome, one panel per factor. */
export function effectFigures(pen: Pen, view: View): Figure[] {
  const { data, arms, isDifference } = view;
  const { outcomes, factors } = data.experiment;
  const isSliced = factors.some((factor) => levelsOf(data, factor).length > MOST_LEVELS);
  const entries = legendEntries(view);
  const armNames = listText(entries.map(({ name }) => name));
  return outcomes.map((_, outcome) => {
    const { title, note } = outcomePanel(data.experiment, outcome);
    const decimals = decimalsFor(
      arms.flatMap((arm) => data.points.flatMap((_point, point) => view.estimate(outcome, point, arm) ?? [])),
    );
    const byFactor = factors.map((factor) => arms.map((arm) => lineOf(view, factor, outcome, arm)));
    const domain = domainOf(byFactor.flat(), isDifference);
    return {
      title: html`${nameView(view)} by each factor: ${title}`,
      legend: legend(entries),
      panels: factors.map((factor, at) => {
        const label = `${nameView(view)}: ${title} along ${factor.name} over all other factors, of ${armNames}.`;
        const axis = factorAxis(data, factor);
        return {
          title: factor.name,
          picture: linePanel(pen, itemAt(byFactor, at), { label, axis, decimals, zero: isDifference, domain }),
        };
      }),
      caption: joinSentences(
        html`<b>${title}</b>: ${note}.`,
        isSliced
          ? `Dots are design points. Lines are means over ${SLICES} slices of the factor with equally many points, or over each level.`
          : "Marks are means over all design points with the level.",
        explainThinning(data.points.length),
        ...(outcome === 0 ? factors.map(captionFactor) : []),
      ),
    };
  });
}

/** The range of values. All panels of an outcome share it, so that the effects of factors can be compared. */
function domainOf(lines: readonly Line[], isDifference: boolean): [number, number] | undefined {
  const values = lines.flatMap(({ points, cloud = [] }) => [...points.map(({ mean }) => mean), ...cloud.map(({ value }) => value)]);
  const defined = values.filter((value) => !Number.isNaN(value));
  if (defined.length === 0) return undefined;
  return extentOf(isDifference ? [...defined, 0] : defined);
}

/** A sentence if only some of the points are drawn; else empty. */
function explainThinning(points: number): string {
  return points > MOST_DOTS
    ? `${MOST_DOTS} of the ${points} points are shown as dots, taken evenly. The means include all points.`
    : "";
}

function lineOf(view: View, factor: Factor, outcome: number, arm: number): Line {
  const { data } = view;
  const rows = data.points.flatMap((point, at) => {
    const mean = view.estimate(outcome, at, arm)?.mean ?? Number.NaN;
    return Number.isNaN(mean) ? [] : [{ level: point[factor.name], value: mean }];
  });
  const levels = levelsOf(data, factor);
  const base = { name: itemAt(data.experiment.arms, arm).name, style: armStyle(arm) };
  if (levels.length <= MOST_LEVELS) {
    const points = levels.map((level) =>
      meanPoint(
        level,
        `${factor.name} ${levelText(level)}`,
        rows.filter((row) => row.level === level),
      ),
    );
    return { ...base, points };
  }
  const step = Math.max(1, rows.length / MOST_DOTS);
  const cloud = rows.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  return { ...base, cloud, points: averageSlices(rows, factor.name) };
}

/** The value at one design point. */
type PointValue = { readonly level: LinePoint["level"]; readonly value: number };

/** Means over slices of the factor with equally many points, from low to high. */
function averageSlices(rows: readonly PointValue[], name: string): LinePoint[] {
  const sorted = rows.filter(({ level }) => typeof level === "number").sort((a, b) => Number(a.level) - Number(b.level));
  const count = Math.min(SLICES, sorted.length);
  return Array.from({ length: count }, (_, slice) => {
    const own = sorted.slice(Math.floor((slice * sorted.length) / count), Math.floor(((slice + 1) * sorted.length) / count));
    const middle = own.reduce((sum, { level }) => sum + Number(level), 0) / own.length;
    return meanPoint(middle, `${name} near ${middle.toPrecision(3)}`, own);
  });
}

function meanPoint(level: LinePoint["level"], text: string, rows: readonly PointValue[]): LinePoint {
  const mean = rows.length === 0 ? Number.NaN : rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
  return { level, levelText: text, n: rows.length, mean, low: Number.NaN, high: Number.NaN };
}
