import type { Factor } from "../../study/experiment.ts";
import { itemAt } from "../../study/item-at.ts";
import { decimalsFor } from "../../study/tables/number-text.ts";
import { html } from "../markup.ts";
import { captionFactor, joinSentences, nameView } from "./captions.ts";
import { extentOf } from "./extent.ts";
import type { Figure, Panel } from "./figure.ts";
import { type HeatCell, heatMapPanel } from "./heat-map-panel.ts";
import { dataOfCells } from "./panel-data.ts";
import type { Pen } from "./pen.ts";
import { axisLabel, levelsOf, outcomePanel, type View } from "./view.ts";

/** Heat maps over two factors: one figure per outcome, one panel per arm. With a single arm, all outcomes share one figure. */
export function heatMapFigures(pen: Pen, view: View): Figure[] {
  const { data, arms } = view;
  const { outcomes } = data.experiment;
  const caption = captionOf(view);
  const factors = joinSentences(...data.experiment.factors.map(captionFactor));
  const [x, y] = factorsOfAxes(view);
  const title = html`${nameView(view)} over <code>${x.name}</code> and <code>${y.name}</code>`;
  const drawOutcome = (outcome: number): Panel[] => panelsOf(pen, view, outcome);
  if (arms.length === 1) {
    const panels = outcomes.flatMap((_, outcome) =>
      drawOutcome(outcome).map((panel) => ({ ...panel, ...outcomePanel(data.experiment, outcome) })),
    );
    return [{ title, panels, caption: joinSentences(factors, caption) }];
  }
  return outcomes.map((_, outcome) => {
    const { title: name, note } = outcomePanel(data.experiment, outcome);
    return {
      title: html`${title}: ${name}`,
      panels: drawOutcome(outcome),
      caption: joinSentences(html`<b>${name}</b>: ${note}.`, outcome === 0 ? factors : "", caption),
    };
  });
}

function panelsOf(pen: Pen, view: View, outcome: number): Panel[] {
  const { data, arms, estimate, isDifference } = view;
  const { experiment, points } = data;
  const [x, y] = factorsOfAxes(view);
  const byArm = arms.map((arm) =>
    points.flatMap((point, at): HeatCell[] => {
      const found = estimate(outcome, at, arm);
      return found === undefined ? [] : [{ ...found, x: point[x.name], y: point[y.name] }];
    }),
  );
  const all = byArm.flat();
  const means = all.map(({ mean }) => mean).filter((mean) => !Number.isNaN(mean));
  const decimals = decimalsFor(all);
  const domain = domainOf(means, isDifference);
  return arms.map((arm, at) => {
    const { name } = itemAt(experiment.arms, arm);
    const subject = `${itemAt(experiment.outcomes, outcome).name} of ${name}`;
    const label = `${nameView(view)}: heat map of ${subject} over ${x.name} and ${y.name}. The tables below have the values.`;
    const levels = { xLevels: levelsOf(data, x), yLevels: levelsOf(data, y) };
    const cells = itemAt(byArm, at);
    const drawn = heatMapPanel(pen, cells, {
      label,
      xLabel: axisLabel(x),
      yLabel: axisLabel(y),
      ...levels,
      decimals,
      isDifference,
      domain,
    });
    return { title: name, data: dataOfCells(name, cells), ...drawn };
  });
}

/** The range of the colors. For differences it is symmetric, so that 0 has the middle color. */
function domainOf(means: readonly number[], isDifference: boolean): [number, number] {
  if (means.length === 0) return [0, 0];
  const [least, most] = extentOf(means);
  const far = Math.max(Math.abs(least), Math.abs(most));
  return isDifference ? [-far, far] : [least, most];
}

/** The factors of the x and the y axis. The one with more levels goes on y, which has more room. */
function factorsOfAxes({ data }: View): [x: Factor, y: Factor] {
  const first = itemAt(data.experiment.factors, 0);
  const second = itemAt(data.experiment.factors, 1);
  return levelsOf(data, first).length > levelsOf(data, second).length ? [second, first] : [first, second];
}

function captionOf({ isDifference }: View) {
  const means = isDifference
    ? "Colors are mean differences, paired by replicate. A bold number, or a dot if there is no room for numbers, means that the 95% bootstrap interval excludes 0."
    : "Colors are means over replicates. All arms share the scale.";
  return joinSentences(means, "Levels are evenly spaced.");
}
