import { describe, expect, test } from "vitest";
import { AttributeColumns } from "../../formats/network/attribute-columns.ts";
import { Attributes } from "../../formats/network/attributes.ts";
import { checkInterventions, defaultParameters, numberOf } from "../../sim/index.ts";
import { answer, hostileFormats, hostileTextsOf } from "../helpers/hostile/hostile-texts.ts";

/** Characters: enough for what nests, repeats or differs a thousand times. The slow tests read a megabyte of each. */
const SIZE = 10_000;

describe.each(hostileFormats)("texts that are hard for the reader: %s", (format) => {
  test.each(hostileTextsOf(format))("%s", (_what, hostile) => answer(hostile, hostile.make(SIZE)));
});

describe("work that is not done", () => {
  test("a column of attributes is made when it is read, once", () => {
    let made = 0;
    const attributes = new Attributes([
      ["a", () => [String(++made)]],
      ["b", () => [String(++made)]],
    ]);
    expect(attributes.titles).toEqual(["a", "b"]);
    const changed = attributes.map((column) => [...column, "x"]).with("c", ["y"]);
    expect(changed.titles).toEqual(["a", "b", "c"]);
    expect(made).toBe(0);
    expect([changed.get("b"), changed.get("b"), changed.get("c"), changed.get("d")]).toEqual([
      ["1", "x"],
      ["1", "x"],
      ["y"],
      undefined,
    ]);
    expect(made).toBe(1);
  });

  test("attributes whose titles differ in case and marks share a column, which has the first title", () => {
    const columns = new AttributeColumns();
    columns.set("Tie Strength", 0, "1");
    columns.set("tie_strength", 2, "3");
    columns.setDefault("TIE-STRENGTH", "9");
    expect(columns.titles).toEqual(["Tie Strength"]);
    expect(columns.valueOf("tiestrength", 1)).toBe("9");
    expect(columns.columnsOf([2, 1, 0]).get("Tie Strength")).toEqual(["3", "9", "1"]);
  });

  test("after many comparisons, unknown names get no hint", () => {
    const names = Array.from({ length: 50_000 }, (_, k) => `person${k}`);
    const known = { parameters: { ...defaultParameters, agents: names.length }, names, circleNames: [] };
    const given = Array.from({ length: 100 }, (_, k) => ({ tick: 1, remove: `persn${k}` }));
    const hints = checkInterventions(given, known).problems.map((problem) => problem.includes("did you mean"));
    expect(hints.filter(Boolean)).toHaveLength(4);
    expect(hints.slice(0, 4)).not.toContain(false);
  });

  test("a number is read with each digit once", () => {
    expect(numberOf(`${"1".repeat(1_000_000)}x`)).toBeUndefined();
    expect(["1", "1.", ".5", "1.5e3", "-0", "1e", ".", "1.2.3", " 7 "].map(numberOf)).toEqual([
      1,
      1,
      0.5,
      1500,
      -0,
      undefined,
      undefined,
      undefined,
      7,
    ]);
  });
});
