import type { Attributions } from "../../study/attribution/attribution.ts";
import type { Experiment } from "../../study/experiment.ts";
import { itemAt } from "../../study/item-at.ts";
import { decimalsFor } from "../../study/tables/number-text.ts";
import { armStyle } from "./arm-style.ts";
import { captionFactor, joinSentences } from "./captions.ts";
import type { Figure } from "./figure.ts";
import { dataOfRows } from "./panel-data.ts";
import type { Pen } from "./pen.ts";
import { type Row, rowsPanel } from "./rows-panel.ts";
import { outcomePanel } from "./view.ts";

/** One panel for each outcome: a bar with an interval for the contribution of each cause, the largest of the first arm on top. */
export function attributionFigure(pen: Pen, experiment: Experiment, attributions: Attributions): Figure {
  const { arms, outcomes, factors } = experiment;
  const panels = outcomes.map((_, outcome) => {
    const { title, note } = outcomePanel(experiment, outcome);
    const byArm = itemAt(attributions, outcome);
    const sizeOf = (cause: number) => {
      const { mean } = itemAt(itemAt(byArm, 0).causes, cause).contribution;
      return Number.isNaN(mean) ? Number.NEGATIVE_INFINITY : mean;
    };
    const order = [...factors.keys()].sort((a, b) => (sizeOf(a) === sizeOf(b) ? a - b : sizeOf(b) - sizeOf(a)));
    const rows = order.map(
      (cause): Row => ({
        name: itemAt(factors, cause).name,
        estimates: byArm.map(({ causes }, arm) => ({
          ...itemAt(causes, cause).contribution,
          of: itemAt(arms, arm).name,
          style: armStyle(arm),
        })),
      }),
    );
    const decimals = decimalsFor(rows.flatMap(({ estimates }) => estimates));
    const label = `What each cause brings to ${title}. The table below has the values.`;
    return {
      title,
      note,
      data: dataOfRows(rows),
      picture: rowsPanel(pen, rows, { label, decimals, zero: true, bars: true, axisLabel: "contribution" }),
    };
  });
  return {
    title: "Contribution of each cause",
    legend: arms.map(({ name }, arm) => ({ name, style: armStyle(arm) })),
    panels,
    caption: joinSentences(
      "Bars are contributions, and lines are their intervals. The cause with the largest contribution in the first arm is on top.",
      ...factors.map(captionFactor),
    ),
  };
}
