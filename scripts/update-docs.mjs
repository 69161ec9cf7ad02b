// Updates the generated parts of the docs, between marks: the table of parameters and the columns of measures. Also writes the schema
// of experiment files.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const { parameterMarkdown } = await import("../dist/batch/parameters/parameter-markdown.js");
const { columnMarkdown } = await import("../dist/batch/parameters/column-markdown.js");
const { experimentSchema } = await import("../dist/formats/experiment/experiment-schema.js");

write("docs/model.md", "parameters", parameterMarkdown());
write("docs/files.md", "series", columnMarkdown("series"));
write("docs/files.md", "agents", columnMarkdown("agents"));
write("docs/experiments.md", "group-measures", columnMarkdown("groups"));
write("docs/analyze.md", "measures", columnMarkdown("analysis"));
writeFileSync(new URL("docs/experiment.schema.json", root), `${JSON.stringify(experimentSchema(), null, 2)}\n`);

/**
 * @param {string} file
 * @param {string} mark
 * @param {string} table
 */
function write(file, mark, table) {
  const path = fileURLToPath(new URL(file, root));
  const text = readFileSync(path, "utf8");
  const block = new RegExp(`(<!-- ${mark}:begin -->\n).*(<!-- ${mark}:end -->)`, "s");
  if (!block.test(text)) throw new Error(`${file} has no <!-- ${mark}:begin --> and <!-- ${mark}:end -->`);
  writeFileSync(
    path,
    text.replace(block, (_, begin, end) => `${begin}\n${table.trimEnd()}\n\n${end}`),
  );
}
