import { csvFormatRows, csvParseRows, dsvFormat } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Faults } from "../../formats/faults.ts";
import { nameFromCell } from "../../formats/names.ts";
import { type Delimiter, readRows } from "../../formats/table/read-rows.ts";
import { csvLine, escapeForSpreadsheet } from "../../sim/index.ts";
import { problemsOf } from "../helpers/read-sample.ts";

function rowsOf(text: string, delimiter: Delimiter = ","): string[][] {
  return linesOf(text, delimiter).map(({ cells }) => cells);
}

function linesOf(text: string, delimiter: Delimiter = ","): { cells: string[]; line: number }[] {
  const rows: { cells: string[]; line: number }[] = [];
  const faults = new Faults("x");
  readRows(text, delimiter, faults, (cells, line) => rows.push({ cells, line }));
  faults.throwIfAny();
  return rows;
}

/** Text as a cell may hold it: reading takes off the blanks around it. */
const cell = fc
  .string({ unit: fc.constantFrom("a", "é", "🦊", '"', ",", ";", "\t", "\n", "\r", " ", "'", "=", "-"), maxLength: 8 })
  .map((text) => text.trim());
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

describe("what is written by the rules is read back, cell by cell", () => {
  test.each([",", ";", "\t"] as const)("parted by %j", (delimiter) => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(rowsOf(dsvFormat(delimiter).formatRows(rows), delimiter)).toEqual(
          rows.filter((row) => row.some((one) => one !== "")),
        );
      }),
    );
  });

  test("as d3-dsv reads it, but for blanks around cells and empty rows", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = csvFormatRows(rows);
        const others = csvParseRows(text).map((row) => row.map((one) => one.trim()));
        expect(rowsOf(text)).toEqual(others.filter((row) => row.some((one) => one !== "")));
      }),
    );
  });

  test("also by our own writer, with the apostrophe before what a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const names = rows.map((row) => row.map(nameless));
        const text = names.map((row) => csvLine(row.map(escapeForSpreadsheet))).join("");
        expect(rowsOf(text).map((row) => row.map(nameFromCell))).toEqual(names);
      }),
    );
  });
});

/** A name: not empty. */
function nameless(text: string): string {
  return text === "" ? "x" : text;
}

test("each row comes with the line in which it begins, also after cells of several lines", () => {
  const text = 'a,b\r\n"x\r\ny",c\n\n,\nd,"1\n2\n3"\re,f';
  expect(linesOf(text)).toEqual([
    { cells: ["a", "b"], line: 1 },
    { cells: ["x\r\ny", "c"], line: 2 },
    { cells: ["d", "1\n2\n3"], line: 6 },
    { cells: ["e", "f"], line: 9 },
  ]);
});

test("blanks around cells go, also around quotes", () => {
  expect(rowsOf('  a ,\t "b, c" \t, d')).toEqual([["a", "b, c", "d"]]);
  expect(rowsOf('  a\t\t "b c"   d  \n', " ")).toEqual([["a", "b c", "d"]]);
});

test("an unclosed quote and text after a closing one are faults of their lines", () => {
  expect(problemsOf(() => rowsOf('a,b\n"c" d,e\n"f,g\nh'))).toEqual([
    'x, line 2: text follows a closing quote: "d"; double the quotes within a cell',
    "x, line 3: a quoted cell has no closing quote",
  ]);
});
