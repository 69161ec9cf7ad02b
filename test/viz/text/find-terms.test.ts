import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chartList } from "../../../viz/charts/chart-list.ts";
import { findTerms } from "../../../viz/text/find-terms.ts";
import { glossaryWords } from "../../../viz/text/glossary-words.ts";

test("words are found in the plural and in any case, each once, and the text stays whole", () => {
  const text = "Weak ties fade; a weak tie that is a local bridge is a Weak Tie, too.";
  const pieces = findTerms(text);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter(({ word }) => word)).toEqual([
    { text: "Weak ties", word: "weak tie" },
    { text: "local bridge", word: "local bridge" },
  ]);
});

test("a word within another word is none", () => {
  expect(findTerms("outreach and compromises").every(({ word }) => word === undefined)).toBe(true);
});

test("what the text beside it tells is not told again", () => {
  expect(findTerms("The Gini index of reach", "Inequality of reach").flatMap(({ word }) => word ?? [])).toEqual(["Gini"]);
});

test("every word of the page stands in the glossary", () => {
  const rows = readFileSync("docs/glossary.md", "utf8").toLowerCase().split("\n");
  const inFull = (word: string) => (word === "Gini" ? "gini coefficient" : word);
  expect(Object.keys(glossaryWords).filter((word) => !rows.some((row) => row.startsWith(`| ${inFull(word)} |`)))).toEqual([]);
});

test("the charts say what their measures mean: trust score, Gini, reach, conversion, local bridge and layer can be asked", () => {
  const asked = chartList.flatMap(({ title, sentence }) => [...findTerms(title), ...findTerms(sentence, title)]);
  const found = new Set(asked.flatMap(({ word }) => word ?? []));
  for (const word of ["trust score", "Gini", "reach", "conversion", "local bridge", "layer", "weak tie", "strong tie"])
    expect([...found]).toContain(word);
});
