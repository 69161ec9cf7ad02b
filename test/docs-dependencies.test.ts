import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { proseOf } from "./helpers/read-documents.ts";

const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const text = proseOf(readFileSync("docs/dependencies.md", "utf8"));

interface Row {
  packages: string[];
  license: string;
}

/** The rows of the tables under a heading. */
function rowsUnder(heading: string): Row[] {
  const from = text.indexOf(`\n## ${heading}\n`);
  const to = text.indexOf("\n## ", from + 1);
  const section = text.slice(from, to < 0 ? undefined : to);
  return [...section.matchAll(/^\| (`[^|]+) \| ([^|]+) \|/gm)].map((match) => ({
    packages: [...match[1].matchAll(/`([^`]+)`/g)].map((name) => name[1]),
    license: match[2],
  }));
}

const running = rowsUnder("What runs");
const building = ["What is bundled into the command line", "What the page is built from", "What checks and builds"].flatMap(
  rowsUnder,
);

test("every package needed to run is explained, and no other", () => {
  expect(running.flatMap(({ packages }) => packages).sort()).toEqual(Object.keys(dependencies).sort());
});

test("every package needed to check and build is explained, and no other", () => {
  expect(building.flatMap(({ packages }) => packages).sort()).toEqual(Object.keys(devDependencies).sort());
});

test("each package has the license listed in the document", () => {
  const wrong = [...running, ...building].flatMap(({ packages, license }) =>
    packages.filter((name) => {
      const declared: string = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).license;
      return declared.replace(/[()]/g, "").replace(" OR ", " or ") !== license;
    }),
  );
  expect(wrong).toEqual([]);
});
