import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { columnMarkdown } from "../batch/parameters/column-markdown.ts";
import { parameterMarkdown } from "../batch/parameters/parameter-markdown.ts";
import { definitions } from "../sim/index.ts";

test("the table of parameters in docs/model.md matches the definitions (`npm run docs` updates it)", () => {
  const [, table] = /<!-- parameters:begin -->\n(.*)<!-- parameters:end -->/s.exec(readFileSync("docs/model.md", "utf8")) ?? [];
  expect(table, "docs/model.md and the definitions differ: run `npm run docs`").toBe(`\n${parameterMarkdown()}\n`);
});

test.each(["series", "agents"] as const)(
  "the columns of %s.csv in docs/files.md are those that are measured: if not, run `npm run docs`",
  (table) => {
    const block = new RegExp(`<!-- ${table}:begin -->\n(.*)<!-- ${table}:end -->`, "s");
    const [, found] = block.exec(readFileSync("docs/files.md", "utf8")) ?? [];
    expect(found, "docs/files.md and the measures differ: run `npm run docs`").toBe(`\n${columnMarkdown(table)}\n\n`);
  },
);

test("the measures of `weakties analyze` in docs/analyze.md are those that are taken: if not, run `npm run docs`", () => {
  const [, found] = /<!-- measures:begin -->\n(.*)<!-- measures:end -->/s.exec(readFileSync("docs/analyze.md", "utf8")) ?? [];
  expect(found, "docs/analyze.md and the measures differ: run `npm run docs`").toBe(`\n${columnMarkdown("analysis")}\n\n`);
});

test("the table has a row of eight cells for each parameter, with its default and range unrounded and whole numbers marked", () => {
  const rows = parameterMarkdown()
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.slice(2, -2).split(" | "));
  expect(rows.map(([name]) => name).sort()).toEqual(
    Object.values(definitions)
      .map(({ name }) => `\`${name}\``)
      .sort(),
  );
  expect(rows.filter((row) => row.length !== 8)).toEqual([]);
  expect(rows.find(([name]) => name === "`expertise_spread`")?.slice(4, 6)).toEqual(["0.533", "0–2"]);
  expect(rows.find(([name]) => name === "`domains`")?.slice(4, 6)).toEqual(["6", "1–64, whole"]);
});
