import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultParameters } from "../../../sim/parameters/definitions.ts";
import { chartList } from "../../../viz/charts/chart-list.ts";
import { findTerms } from "../../../viz/text/find-terms.ts";
import { glossaryWords } from "../../../viz/text/glossary-words.ts";

test("terms are found in the plural and in any case, each once, and no text is lost", () => {
  const text = "Weak ties fade; a weak tie that is a local bridge is a Weak Tie, too.";
  const pieces = findTerms(text);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter(({ word }) => word)).toEqual([
    { text: "Weak ties", word: "weak tie" },
    { text: "local bridge", word: "local bridge" },
  ]);
});

test("every term is found in its own singular", () => {
  for (const word of Object.keys(glossaryWords))
    expect(findTerms(`A ${word}.`)).toEqual([{ text: "A " }, { text: word, word }, { text: "." }]);
});

test("a term inside another word is not found", () => {
  expect(findTerms("outreach and compromises").every(({ word }) => word === undefined)).toBe(true);
});

test("a text without terms is one piece, and an empty text is none", () => {
  expect(findTerms("nothing here")).toEqual([{ text: "nothing here" }]);
  expect(findTerms("")).toEqual([]);
});

test("a term explained in the text next to it is not explained again", () => {
  expect(findTerms("The Gini index of reach", "Inequality of reach").flatMap(({ word }) => word ?? [])).toEqual(["Gini"]);
});

test("every term of the page is in the glossary", () => {
  const rows = readFileSync("docs/glossary.md", "utf8").toLowerCase().split("\n");
  const inFull = (word: string) => (word === "Gini" ? "gini coefficient" : word);
  expect(Object.keys(glossaryWords).filter((word) => !rows.some((row) => row.startsWith(`| ${inFull(word)} |`)))).toEqual([]);
});

test("the texts of the charts use the terms that a reader may need explained", () => {
  const asked = chartList.flatMap(({ title, sentence }) => [...findTerms(title), ...findTerms(sentence, title)]);
  const found = new Set(asked.flatMap(({ word }) => word ?? []));
  for (const word of [
    "trust score",
    "Gini",
    "reach",
    "conversion",
    "local bridge",
    "layer",
    "weak tie",
    "strong tie",
    "known tie",
    "active tie",
    "circle",
  ])
    expect([...found]).toContain(word);
});

test("definitions of ties name the default thresholds", () => {
  const { activeFrom, strongFrom, forgetBelow } = defaultParameters;
  const numbersIn = (word: keyof typeof glossaryWords) => (glossaryWords[word].match(/0\.\d+/g) ?? []).map(Number);
  expect(numbersIn("known tie")).toEqual([forgetBelow]);
  expect(numbersIn("active tie")).toEqual([activeFrom]);
  expect(numbersIn("weak tie")).toEqual([activeFrom, strongFrom]);
  expect(numbersIn("strong tie")).toEqual([strongFrom]);
});
