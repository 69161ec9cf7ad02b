import { experimentAsFile } from "../../formats/experiment/experiment-as-file.ts";
import type { Experiment } from "../../study/experiment.ts";
import { type DictionaryRow, dictionaryRows } from "../../study/tables/dictionary.ts";
import { html, type Markup, prose } from "../markup.ts";
import { tableMarkup } from "./table.ts";

/** The columns of each file, one table per file, collapsed at first. */
export function columnsMarkup(experiment: Experiment): Markup {
  const rows = dictionaryRows(experiment);
  const files = [...new Set(rows.map(({ file }) => file))];
  return html`<section>
<h2>What the columns mean</h2>
<p><code>dictionary.csv</code> has these tables too.</p>
${files.map((file) =>
  fileMarkup(
    file,
    rows.filter((row) => row.file === file),
  ),
)}
</section>`;
}

function fileMarkup(file: string, rows: readonly DictionaryRow[]): Markup {
  const columns = [{ name: "column" }, { name: "meaning" }, { name: "unit" }, { name: "source" }];
  const cells = rows.map(({ column, meaning, unit, source }) => [html`<code>${column}</code>`, prose(meaning), unit, source]);
  return html`<details><summary>${file}</summary>${tableMarkup(`Columns of ${file}`, columns, cells)}</details>`;
}

/** The experiment as a file, with every setting written out. */
export function experimentMarkup(experiment: Experiment): Markup {
  return html`<section>
<h2>The experiment</h2>
<details><summary>All settings, as read and checked</summary><pre tabindex="0">${JSON.stringify(experimentAsFile(experiment), null, 2)}</pre></details>
</section>`;
}
