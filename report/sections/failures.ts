import type { ReportData } from "../../study/report-data.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { countText } from "../../study/tables/number-text.ts";
import { html, type Markup, type Piece } from "../markup.ts";
import { tableMarkup } from "./table.ts";

/** The failed runs, or a sentence that no run failed. */
export function failuresMarkup({ experiment, failures, progress }: ReportData): Markup {
  const { factors } = experiment;
  if (progress.failed === 0) return html`<section id="failed"><h2>Failed runs</h2><p>No run failed.</p></section>`;
  const columns = [
    { name: "run" },
    ...factors.map(({ name }) => ({ name: html`<code>${name}</code>` })),
    { name: "arm" },
    { name: "replicate", isNumber: true },
    { name: "seed" },
    { name: "error" },
  ];
  const rows = failures.map(({ id, arm, point, replicate, seed, error }): Piece[] => [
    html`<code>${id}</code>`,
    ...factors.map(({ name }) => levelText(point[name])),
    arm,
    replicate,
    html`<code>${seed}</code>`,
    html`<span class="error">${error}</span>`,
  ]);
  return html`<section id="failed">
<h2>Failed runs</h2>
<p>${countText(progress.failed, "run")} of ${countText(progress.done, "finished run")} failed${
    failures.length < progress.failed ? `; the first ${failures.length} are below, and runs.csv lists all` : ""
  }. In <code>runs.csv</code>, a failed run is a row with its error.</p>
${tableMarkup("Runs that failed", columns, rows)}
</section>`;
}
