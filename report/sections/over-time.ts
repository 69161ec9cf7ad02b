import { groupText } from "../../study/contrasts/contrast-text.ts";
import { itemAt } from "../../study/item-at.ts";
import type { ReportData } from "../../study/report-data.ts";
import { figureMarkup } from "../figures/figure-markup.ts";
import type { Pen } from "../figures/pen.ts";
import { differencesOverTime, valuesOverTime } from "../figures/series-figures.ts";
import { html, type Markup } from "../markup.ts";

/** Series over time; undefined if the experiment keeps none. */
export function overTimeMarkup(pen: Pen, data: ReportData): Markup | undefined {
  const { overTime, experiment } = data;
  if (overTime === undefined || overTime.lines.length === 0) return undefined;
  const { measures = [] } = experiment.series ?? {};
  const left = measures.length - overTime.measures.length;
  return html`<section>
<h2>Over time</h2>
${left > 0 ? html`<p class="note">The first ${overTime.measures.length} of ${measures.length} measures; <code>series-summary.csv</code> has all.</p>` : undefined}
${figureMarkup(pen, valuesOverTime(pen, overTime))}
${overTime.differences.length > 0 ? figureMarkup(pen, differencesOverTime(pen, overTime, referenceOf(data))) : undefined}
</section>`;
}

/** What differences are taken from: the first arm, or the first design point of the only arm. */
function referenceOf({ experiment, points }: ReportData): string {
  const { arms } = experiment;
  if (arms.length > 1) return `“${itemAt(arms, 0).name}”`;
  const levels = Object.entries(itemAt(points, 0)).map(([factor, level]) => [factor, [level]] as const);
  return `“${groupText({ levels: Object.fromEntries(levels) })}”`;
}
