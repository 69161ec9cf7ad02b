import { experimentAsFile } from "../../formats/experiment/experiment-as-file.ts";
import type { Experiment } from "../../study/experiment.ts";
import { type DictionaryRow, dictionaryRows } from "../../study/tables/dictionary.ts";
import { html, type Markup, prose } from "../markup.ts";
import { tableMarkup } from "./table.ts";

/** What the columns of the files mean, a table a file to be unfolded. */
export function columnsMarkup(experiment: Experiment): Markup {
  const rows = dictionaryRows(experiment);
  const files = [...new Set(rows.map(({ file }) => file))];
  return html`<section>
<h2>What the columns mean</h2>
<p>As in <code>dictionary.csv</code>.</p>
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

/** The experiment in the form of its file, with everything said. */
export function experimentMarkup(experiment: Experiment): Markup {
  return html`<section>
<h2>The experiment</h2>
<details><summary>All of it, as it was read and checked</summary><pre tabindex="0">${JSON.stringify(experimentAsFile(experiment), null, 2)}</pre></details>
</section>`;
}
