import type { ReportData } from "../../study/report-data.ts";
import { html, type Markup } from "../markup.ts";
import { countText, numberText, percentText, shortNumber } from "../number-text.ts";

/** Said on top: that the experiment is not finished, that it stopped early, that runs failed. Nothing where all is done. */
export function statusMarkup(data: ReportData): Markup[] {
  const { planned, done, failed, replicatesUsed, untilPrecision } = data.progress;
  const expected = expectedRuns(data);
  const notes: Markup[] = [];
  if (done < expected)
    notes.push(
      html`<p class="notice"><strong>Not finished.</strong> ${numberText(done, 0)} of ${countText(expected, "run")} (${percentText(
        done / expected,
      )}) are done. What is below comes of those, and will change.</p>`,
    );
  else if (untilPrecision !== undefined)
    notes.push(
      replicatesUsed * data.points.length * data.experiment.arms.length < planned
        ? html`<p class="notice">Stopped after ${countText(replicatesUsed, "replicate")}, as every interval was narrow enough by then (half a width of ${shortNumber(untilPrecision)}).</p>`
        : html`<p class="notice">Ran all ${countText(replicatesUsed, "replicate")} in search of intervals of half a width of ${shortNumber(untilPrecision)}.</p>`,
    );
  if (failed > 0)
    notes.push(
      html`<p class="notice"><strong>${countText(failed, "run")} failed</strong> and ${failed === 1 ? "is" : "are"} left out of all numbers: see <a href="#failed">what failed</a>.</p>`,
    );
  return notes;
}

/** Runs that will have been done at the end: fewer than planned where replicates were spared. */
function expectedRuns({ experiment, points, progress }: ReportData): number {
  const { planned, replicatesUsed, untilPrecision } = progress;
  if (untilPrecision === undefined || replicatesUsed >= experiment.replicates) return planned;
  return Math.min(planned, points.length * experiment.arms.length * replicatesUsed);
}

/** The size of the experiment, in a row of numbers. */
export function factsMarkup({ experiment, points, progress }: ReportData): Markup {
  const facts: [string, string][] = [
    ["runs done", numberText(progress.done, 0)],
    ...(points.length === 1 ? [] : [["design points", numberText(points.length, 0)] as [string, string]]),
    [experiment.arms.length === 1 ? "arm" : "arms", String(experiment.arms.length)],
    [progress.replicatesUsed === 1 ? "replicate" : "replicates", numberText(progress.replicatesUsed, 0)],
    ["ticks a run", numberText(experiment.ticks, 0)],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
