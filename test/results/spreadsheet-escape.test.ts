import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeForSpreadsheet, unescapeFromSpreadsheet } from "../../sim/results/spreadsheet-escape.ts";

test.each(["=1+1", "+49 30", "-", "@home", "\tx", "\rx", "=", "'=1", "''@"])("%j gets a leading apostrophe", (name) => {
  expect(escapeForSpreadsheet(name)).toBe(`'${name}`);
  expect(unescapeFromSpreadsheet(`'${name}`)).toBe(name);
});

test.each(["", "Ann", "'Ann'", "o'Neill", " =1", "a=b", "1-2", "'", "''", "\n=1", "~", "é"])("%j does not change", (name) => {
  expect(escapeForSpreadsheet(name)).toBe(name);
  expect(unescapeFromSpreadsheet(name)).toBe(name);
});

test("any name reads back unchanged", () => {
  const name = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a", "") }));
  fc.assert(
    fc.property(name, (text) => unescapeFromSpreadsheet(escapeForSpreadsheet(text)) === text),
    { seed: 1, numRuns: 2000 },
  );
});

test("no written cell begins like a formula", () => {
  const name = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a") });
  fc.assert(
    fc.property(name, (text) => !/^[=+\-@\t\r]/.test(escapeForSpreadsheet(text))),
    { seed: 2, numRuns: 1000 },
  );
});
