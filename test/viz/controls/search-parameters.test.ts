import { expect, test } from "vitest";
import { definitions, parameterKeys } from "../../../sim/parameters/definitions.ts";
import { matchesSearch, searchWords } from "../../../viz/controls/search-parameters.ts";

function found(text: string): string[] {
  const words = searchWords(text);
  return parameterKeys
    .map((key) => definitions[key])
    .filter((one) => matchesSearch(one, words))
    .map(({ name }) => name);
}

test("an empty search, or one of spaces, finds every parameter", () => {
  expect(found("")).toHaveLength(parameterKeys.length);
  expect(found("  \t ")).toHaveLength(parameterKeys.length);
});

test("a parameter is found by its name, label, help text and symbol, in any case", () => {
  const { name, label, help, symbol } = definitions.strongFrom;
  for (const text of [name, label, help, symbol, label.toUpperCase()]) expect(found(text), text).toContain("strong_from");
});

test("every word must occur, in any order", () => {
  const both = found("gossip trust");
  expect(both.length).toBeGreaterThan(0);
  expect(found("trust gossip")).toEqual(both);
  expect(both.every((name) => found("gossip").includes(name) && found("trust").includes(name))).toBe(true);
  expect(both.length).toBeLessThan(found("trust").length);
});

test("a word that occurs nowhere finds nothing, whatever the others find", () => {
  expect(found("gossip xyzzy")).toEqual([]);
});
