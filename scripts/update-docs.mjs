// Writes what is generated into the docs: the table of parameters, from the definitions, between its marks in docs/model.md.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = `${root}docs/model.md`;

const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}dist/batch/main.js`, "parameters", "--markdown"], {
  encoding: "utf8",
});
if (status !== 0) throw new Error(`weakties parameters --markdown failed: ${stderr}`);

const block = /(<!-- parameters:begin -->\n).*(<!-- parameters:end -->)/s;
const text = readFileSync(path, "utf8");
if (!block.test(text)) throw new Error("docs/model.md has no <!-- parameters:begin --> and <!-- parameters:end -->");
writeFileSync(
  path,
  text.replace(block, (_, begin, end) => `${begin}\n${stdout}\n${end}`),
);
