import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Definition } from "../../sim/parameters/definition-types.ts";
import { definitions, keyOfName } from "../../sim/parameters/definitions.ts";
import { wayOfParameter, wayOfTrait, wayShare, ways } from "../../sim/parameters/ways.ts";

function definitionOf(name: string): Definition {
  const key = keyOfName(name);
  if (key === undefined) throw new Error(`no parameter is named ${name}`);
  return definitions[key];
}

test("up is the virtue: 70 % of the same respect for everyone is a status bias of 0.3", () => {
  const respect = wayOfTrait("status_bias");
  expect(respect?.label).toBe("Respect everyone the same");
  expect(wayShare({ isReversed: true }, 0.3)).toBeCloseTo(0.7, 12);
  expect(wayShare({ isReversed: false }, 0.3)).toBe(0.3);
  expect(ways.filter(({ isReversed }) => isReversed)).toEqual([respect]);
});

describe.each(ways)("$label", (way) => {
  test("is the name of the parameter as well, which says if it counts the opposite", () => {
    expect(definitionOf(way.parameter).label).toBe(way.isReversed ? `${way.label}, reversed` : way.label);
    expect(wayOfParameter(way.parameter)).toBe(way);
    expect(way.parameter).toBe(`${way.trait}_mean`);
  });

  test("has a row in the glossary and in the model with the same words", () => {
    const parameter = way.isReversed ? `1 − \`${way.parameter}\`` : `\`${way.parameter}\``;
    const result = `${way.result}${way.resultUnit === "belief" ? ", 1 to 10" : ""}`;
    const row = `| ${way.label} | ${way.low} – ${way.high} | ${parameter} | ${result} |`;
    expect(readFileSync("docs/glossary.md", "utf8")).toContain(row);
    expect(readFileSync("docs/model.md", "utf8")).toContain(`| ${way.label} |`);
  });
});
