import type { ReportData } from "../../study/report-data.ts";
import { html, join, type Markup } from "../markup.ts";
import { tableMarkup } from "./table.ts";

/** How to repeat the experiment: commands, version, seed, files. */
export function repeatMarkup({ experiment, version, makers, hash, people, files, repeat }: ReportData): Markup {
  return html`<section>
<h2>How to repeat it</h2>
<p>The experiment gives the same files, byte for byte, on any machine and with any number of jobs.</p>
${repeat.length === 0 ? undefined : html`<pre tabindex="0">${repeat.join("\n")}</pre>`}
<dl class="terms">
<dt>program</dt><dd>Weak Ties ${version}</dd>
${makers.length === 0 ? undefined : html`<dt>made by</dt><dd>${join(makers, html`<br>`)}${makers.length > 1 ? html`<br>Not all runs were made by the same program or system.` : undefined}</dd>`}
<dt>experiment</dt><dd><code>${hash}</code></dd>
<dt>seed</dt><dd><code>${experiment.seed}</code>; ${experiment.seeds === undefined ? "the seed of each run is made from it and the number of the replicate" : html`replicates have the seeds ${experiment.seeds.join(", ")}`}</dd>
${people === undefined ? undefined : html`<dt>people</dt><dd>${people}</dd>`}
</dl>
${
  files.length === 0
    ? undefined
    : tableMarkup(
        "Files",
        [{ name: "file" }, { name: "SHA-256" }],
        files.map(({ file, sha256 }) => [file, html`<code class="long">${sha256}</code>`]),
      )
}
</section>`;
}
