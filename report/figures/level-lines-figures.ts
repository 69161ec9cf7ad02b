import type { Factor } from "../../study/experiment.ts";
import { itemAt } from "../../study/item-at.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { decimalsFor } from "../../study/tables/number-text.ts";
import { html } from "../markup.ts";
import { armStyle } from "./arm-style.ts";
import { factorAxis } from "./axis.ts";
import { captionFactor, explainIntervals, joinSentences, nameView } from "./captions.ts";
import { extentOf } from "./extent.ts";
import type { Figure, Panel } from "./figure.ts";
import { type Line, linePanel } from "./line-panel.ts";
import { dataOfLines } from "./panel-data.ts";
import type { Pen } from "./pen.ts";
import { levelsOf, outcomePanel, type View } from "./view.ts";

/**
 * Lines over one of two factors, one line for each level of the other, with intervals: one figure per outcome, one panel per arm. With a
 * single arm, all outcomes share one figure.
 */
export function levelLinesFigures(pen: Pen, view: View): Figure[] {
  const { data, arms } = view;
  const { outcomes } = data.experiment;
  const [x, by] = factorsOfLines(view);
  const title = html`${nameView(view)} over <code>${x.name}</code>, by <code>${by.name}</code>`;
  const legend = levelsOf(data, by).map((level, at) => ({ name: `${by.name} ${levelText(level)}`, style: armStyle(at) }));
  const factors = joinSentences(...data.experiment.factors.map(captionFactor));
  const caption = joinSentences(
    explainIntervals(view, "Bands and bars are"),
    isOrdinal(view, x) ? "Levels are evenly spaced." : "",
  );
  if (arms.length === 1) {
    const panels = outcomes.flatMap((_, outcome) =>
      panelsOf(pen, view, outcome).map((panel) => ({ ...panel, ...outcomePanel(data.experiment, outcome) })),
    );
    return [{ title, legend, panels, caption: joinSentences(factors, caption) }];
  }
  return outcomes.map((_, outcome) => {
    const { title: name, note } = outcomePanel(data.experiment, outcome);
    return {
      title: html`${title}: ${name}`,
      legend,
      panels: panelsOf(pen, view, outcome),
      caption: joinSentences(html`<b>${name}</b>: ${note}.`, outcome === 0 ? factors : "", caption),
    };
  });
}

function panelsOf(pen: Pen, view: View, outcome: number): Panel[] {
  const { data, arms, isDifference } = view;
  const [x, by] = factorsOfLines(view);
  const axis = factorAxis(data, x);
  const byArm = arms.map((arm) => linesOf(view, outcome, arm, x, by));
  const estimates = byArm.flat().flatMap(({ points }) => points);
  const values = estimates.flatMap(({ mean, low, high }) => [mean, low, high]).filter((value) => !Number.isNaN(value));
  const domain = values.length === 0 ? undefined : extentOf(isDifference ? [...values, 0] : values);
  const decimals = decimalsFor(estimates);
  return arms.map((arm, at) => {
    const { name } = itemAt(data.experiment.arms, arm);
    const lines = itemAt(byArm, at);
    const subject = `${itemAt(data.experiment.outcomes, outcome).name} of ${name}`;
    const label = `${nameView(view)}: ${subject} over ${x.name}, a line for each level of ${by.name}. The tables below have the values.`;
    const picture = linePanel(pen, lines, { label, axis, decimals, zero: isDifference, domain });
    return { title: name, data: dataOfLines(lines), picture };
  });
}

function linesOf({ data, estimate }: View, outcome: number, arm: number, x: Factor, by: Factor): Line[] {
  const levels = levelsOf(data, x);
  return levelsOf(data, by).map((level, at) => ({
    name: `${by.name} ${levelText(level)}`,
    style: armStyle(at),
    points: data.points
      .flatMap((point, one) => {
        const found = point[by.name] === level ? estimate(outcome, one, arm) : undefined;
        return found === undefined ? [] : [{ level: point[x.name], levelText: `${x.name} ${levelText(point[x.name])}`, ...found }];
      })
      .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)),
  }));
}

/** The factor along x, and the one whose levels are lines: the one with fewer levels, or else the second. */
function factorsOfLines({ data }: View): [x: Factor, by: Factor] {
  const first = itemAt(data.experiment.factors, 0);
  const second = itemAt(data.experiment.factors, 1);
  return levelsOf(data, first).length < levelsOf(data, second).length ? [second, first] : [first, second];
}

function isOrdinal({ data }: View, x: Factor): boolean {
  return levelsOf(data, x).some((level) => typeof level !== "number");
}
