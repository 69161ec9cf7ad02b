import { indexUnits } from "../../study/designs/index-units.ts";
import type { Experiment } from "../../study/experiment.ts";
import { type Cube, itemAt } from "../../study/item-at.ts";
import type { SensitivityIndices } from "../../study/report-data.ts";
import type { MorrisIndex } from "../../study/sensitivity/morris-indices.ts";
import type { SobolIndex } from "../../study/sensitivity/sobol-indices.ts";
import { decimalsFor } from "../../study/tables/number-text.ts";
import { html, type Markup } from "../markup.ts";
import { armStyle, type MarkStyle } from "./arm-style.ts";
import type { Figure } from "./figure.ts";
import { figureMarkup } from "./figure-markup.ts";
import { dataOfDots, dataOfRows } from "./panel-data.ts";
import type { Pen } from "./pen.ts";
import { planePanel } from "./plane-panel.ts";
import { type Row, rowsPanel } from "./rows-panel.ts";
import { outcomePanel } from "./view.ts";

/** The figures of a sensitivity analysis, which show how much each factor matters. */
export function indexFigures(pen: Pen, experiment: Experiment, indices: SensitivityIndices): Markup[] {
  const figures =
    indices.kind === "morris" ? morrisFigures(pen, experiment, indices.values) : sobolFigures(pen, experiment, indices.values);
  return figures.map((figure) => figureMarkup(pen, figure));
}

/** Two figures: the size of effects, and their size against their spread. */
function morrisFigures(pen: Pen, experiment: Experiment, values: Cube<MorrisIndex>): Figure[] {
  const { arms, outcomes } = experiment;
  const units = indexUnits(experiment).map(({ name }) => name);
  const entries = arms.map(({ name }, arm) => ({ name, style: armStyle(arm) }));
  const sizes = outcomes.map((_, outcome) => {
    const { title, note } = outcomePanel(experiment, outcome);
    const rows = sortedRows(
      units,
      itemAt(values, outcome),
      ({ muStar }) => muStar,
      (index, arm) => [
        {
          of: itemAt(arms, arm).name,
          style: armStyle(arm),
          n: 1,
          mean: index.muStar,
          low: index.muStarLow,
          high: index.muStarHigh,
        },
      ],
    );
    const label = `Morris: mean size of the effects of each factor on ${title}. The tables below have the values.`;
    return {
      title,
      note,
      data: dataOfRows(rows),
      picture: rowsPanel(pen, rows, { label, decimals: decimalsOf(rows), zero: true, axisLabel: "μ*" }),
    };
  });
  const planes = outcomes.flatMap((_, outcome) =>
    arms.map(({ name }, arm) => {
      const { title } = outcomePanel(experiment, outcome);
      const dots = itemAt(itemAt(values, outcome), arm).map(({ muStar, sigma }, factor) => ({
        name: itemAt(units, factor),
        x: muStar,
        y: sigma,
      }));
      const label = `Morris: size of effects on ${title} against their spread, of ${name}. The tables below have the values.`;
      return {
        title: arms.length > 1 ? `${title}, ${name}` : title,
        data: dataOfDots(dots),
        picture: planePanel(pen, dots, { label, style: armStyle(arm) }),
      };
    }),
  );
  return [
    {
      title: "Mean size of effects, μ*",
      legend: entries,
      panels: sizes,
      caption:
        "An elementary effect is the change of the outcome when one factor goes over its whole range and the others stay. Bars are 95% intervals. The factor with the largest effect in the first arm is on top.",
    },
    {
      title: "Size μ* and spread σ of effects",
      panels: planes,
      caption:
        "Above the dashed line, the effects vary by more than their mean size: the factor interacts with others, or its effect is nonlinear. Far below the line, its effect is nearly constant.",
    },
  ];
}

/** One figure per arm: the first-order and the total index of each factor. */
function sobolFigures(pen: Pen, experiment: Experiment, values: Cube<SobolIndex>): Figure[] {
  const { arms, outcomes } = experiment;
  const units = indexUnits(experiment).map(({ name }) => name);
  return arms.map(({ name }, arm) => {
    const total: MarkStyle = armStyle(arm);
    const first: MarkStyle = { ...total, symbol: "circle", hollow: true };
    const panels = outcomes.map((_, outcome) => {
      const { title, note } = outcomePanel(experiment, outcome);
      const rows = sortedRows(
        units,
        [itemAt(itemAt(values, outcome), arm)],
        (index) => index.total,
        (index) => [
          { of: "first-order", style: first, n: 1, mean: index.first, low: index.firstLow, high: index.firstHigh },
          { of: "total", style: total, n: 1, mean: index.total, low: index.totalLow, high: index.totalHigh },
        ],
      );
      const label = `Sobol indices of each factor for ${title}, of ${name}. The tables below have the values.`;
      return {
        title,
        note,
        data: dataOfRows(rows),
        picture: rowsPanel(pen, rows, { label, decimals: 2, zero: true, axisLabel: "share of variance" }),
      };
    });
    return {
      title: arms.length > 1 ? html`Sobol indices of “${name}”` : "Sobol indices",
      legend: [
        { name: "first-order: alone", style: first },
        { name: "total: interactions included", style: total },
      ],
      panels,
      caption:
        "The share of the outcome's variance over the design that is due to a factor or a group of factors. If total is well above first-order, it interacts with others. Bars are 95% intervals. Estimates can be slightly below 0 or above 1.",
    };
  });
}

/** One row per factor. The factor with the largest index in the first arm is on top. */
function sortedRows<T>(
  units: readonly string[],
  byArm: readonly (readonly T[])[],
  size: (index: T) => number,
  estimates: (index: T, arm: number) => Row["estimates"],
): Row[] {
  // Factors whose index is undefined come last.
  const sizeOf = (factor: number) => {
    const value = size(itemAt(itemAt(byArm, 0), factor));
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  const order = [...units.keys()].sort((a, b) => (sizeOf(a) === sizeOf(b) ? a - b : sizeOf(b) - sizeOf(a)));
  return order.map((factor) => ({
    name: itemAt(units, factor),
    estimates: byArm.flatMap((indices, arm) => estimates(itemAt(indices, factor), arm)),
  }));
}

function decimalsOf(rows: readonly Row[]): number {
  return decimalsFor(rows.flatMap(({ estimates }) => estimates));
}
