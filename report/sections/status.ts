import type { PrecisionTarget } from "../../study/precision.ts";
import type { ReportData } from "../../study/report-data.ts";
import { countText, listText, numberText, percentText, shortNumber } from "../../study/tables/number-text.ts";
import { html, type Markup } from "../markup.ts";

/** Notices at the top: the experiment is unfinished, stopped early, or has failed runs. */
export function statusMarkup(data: ReportData): Markup[] {
  const { planned, done, failed, replicatesUsed, untilPrecision } = data.progress;
  const most = data.experiment.replicates;
  const notes: Markup[] = [];
  if (done < planned)
    notes.push(
      html`<p class="notice"><strong>Not finished.</strong> ${numberText(done, 0)} of ${countText(planned, "run")} (${percentText(
        done / planned,
      )}) are finished. The results below are based on these runs and will change.</p>`,
    );
  else if (untilPrecision !== undefined)
    notes.push(
      replicatesUsed < most
        ? html`<p class="notice">Stopped after ${numberText(replicatesUsed, 0)} of ${countText(most, "replicate")}, because ${targetText(untilPrecision, "every interval was narrow enough")}.</p>`
        : html`<p class="notice">Ran all ${countText(replicatesUsed, "replicate")}. The target was that ${targetText(untilPrecision, "every interval is narrow enough")}.</p>`,
    );
  if (failed > 0)
    notes.push(
      html`<p class="notice"><strong>${countText(failed, "run")} failed</strong> and ${failed === 1 ? "is" : "are"} left out of all numbers: see <a href="#failed">Failed runs</a>.</p>`,
    );
  return notes;
}

function targetText(target: PrecisionTarget, isNarrow: string): string {
  if (typeof target === "number")
    return `${isNarrow} (half-width at most ${shortNumber(target)} of the mean, or the precision of the outcome)`;
  return `${isNarrow.replace("every interval", `the interval of ${listText(target.map((name) => `“${name}”`))}`)} (half-width at most its precision)`;
}

/** The size of the experiment, in a row of numbers. */
export function factsMarkup({ experiment, points, progress }: ReportData): Markup {
  const facts: [string, string][] = [
    ["finished runs", numberText(progress.done, 0)],
    ...(points.length === 1 ? [] : [["design points", numberText(points.length, 0)] as [string, string]]),
    [experiment.arms.length === 1 ? "arm" : "arms", String(experiment.arms.length)],
    [progress.replicatesUsed === 1 ? "replicate" : "replicates", numberText(progress.replicatesUsed, 0)],
    [experiment.stop ? "ticks per run at most" : "ticks per run", numberText(experiment.ticks, 0)],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
