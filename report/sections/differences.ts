import { itemAt } from "../../study/item-at.ts";
import type { ReportData } from "../../study/report-data.ts";
import { listText, medianOf, percentText } from "../../study/tables/number-text.ts";
import { outcomeFigures } from "../figures/outcome-figures.ts";
import type { Pen } from "../figures/pen.ts";
import { viewDifferences } from "../figures/view.ts";
import { html, type Markup } from "../markup.ts";

/** Differences from the first arm; undefined with a single arm. */
export function differencesMarkup(pen: Pen, data: ReportData): Markup | undefined {
  const { arms } = data.experiment;
  if (arms.length === 1) return undefined;
  return html`<section>
<h2>Differences from “${itemAt(arms, 0).name}”</h2>
<p>${pairingText(data)}</p>
${outcomeFigures(pen, viewDifferences(data))}
</section>`;
}

/** How much pairing narrowed the intervals, in a sentence or two. */
function pairingText({ experiment, differences }: ReportData): string {
  const begin = "Replicates with the same number share their seed in all arms, so differences are paired by replicate.";
  const byOutcome = differences.map((points) =>
    points.flat().flatMap((found) => (found === undefined || Number.isNaN(found.narrowing) ? [] : [found.narrowing])),
  );
  const all = byOutcome.flat();
  if (all.length === 0) return `${begin} There are no intervals to compare.`;
  const median = medianOf(all);
  const verdict =
    median < 0.95
      ? `Pairing narrowed the intervals to ${percentText(median)} of their width with independent seeds`
      : `Pairing did not narrow the intervals: they have ${percentText(median)} of their width with independent seeds`;
  const each = byOutcome.flatMap((own, outcome) =>
    own.length === 0 ? [] : [`${itemAt(experiment.outcomes, outcome).name} ${percentText(medianOf(own))}`],
  );
  const spared =
    median < 0.95
      ? `; without pairing, equally narrow intervals would have needed ${timesText(1 / (median * median))} as many runs`
      : "";
  const details = each.length > 1 ? ` (median over points and arms; ${listText(each)})` : " (median over points and arms)";
  return `${begin} ${verdict}${details}${spared}.`;
}

/** An interval narrows with the root of the number of runs. */
function timesText(times: number): string {
  return `${times < 10 ? times.toFixed(1) : Math.round(times)} times`;
}
