import { csvParse, csvParseRows } from "d3-dsv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, csvLine } from "../../sim/results/csv.ts";

test.each<[Cell, string]>([
  [0, "0"],
  [-0, "0"],
  [0.1, "0.1"],
  [1 / 3, "0.3333333333333333"],
  [-2.5, "-2.5"],
  [1e21, "1e+21"],
  [5e-324, "5e-324"],
  [123456789012, "123456789012"],
  [Number.NaN, ""],
  [undefined, ""],
  [true, "1"],
  [false, "0"],
  ["", ""],
  ["Ann", "Ann"],
  [" Ann ", " Ann "],
  ["Miller, Ann", '"Miller, Ann"'],
  ['Ann "Boss" Miller', '"Ann ""Boss"" Miller"'],
  ['"', '""""'],
  ["two\nlines", '"two\nlines"'],
  ["two\r\nlines", '"two\r\nlines"'],
  ["a\rb", '"a\rb"'],
  ["Åse 弱 🙂", "Åse 弱 🙂"],
])("a cell that holds %j reads %j", (cell, text) => {
  expect(csvLine([cell])).toBe(`${text}\n`);
});

test("commas separate cells, and a line ends with a line feed", () => {
  expect(csvLine([1, "a", undefined, true, Number.NaN, 0.5])).toBe("1,a,,1,,0.5\n");
  expect(csvLine([])).toBe("\n");
});

test("every number is written with the fewest digits that read back equal", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const text = csvLine([number]).slice(0, -1);
      expect(Number(text) === number).toBe(true);
      expect(text).not.toContain(",");
      expect(text).not.toBe("-0");
      // With one significant digit less it is a different number.
      const digits = text
        .replace(/e.*$/, "")
        .replace(/\D/g, "")
        .replace(/^0+|0+$/g, "").length;
      if (digits > 1) expect(Number(number.toPrecision(digits - 1))).not.toBe(number);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test("an independent reader reads any text back unchanged", () => {
  const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "ü", "=", "'") });
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
      const line = csvLine(cells);
      expect(csvParseRows(line)).toEqual([cells]);
    }),
    { seed: 2, numRuns: 1000 },
  );
});

test("lines can be joined to a table", () => {
  const table = csvLine(["name", "value"]) + csvLine(["a,b", 1]) + csvLine(["", undefined]);
  expect(csvParse(table).map((row) => ({ ...row }))).toEqual([
    { name: "a,b", value: "1" },
    { name: "", value: "" },
  ]);
});
