import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRanges } from "../../../batch/text/number-ranges.ts";

/** How Slurm reads a list, according to the sbatch manual: single numbers and ranges that include both ends. */
function read(list: string): number[] {
  if (list === "") return [];
  return list.split(",").flatMap((part) => {
    const [from, to = from] = part.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

const anyNumbers = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 50 });

describe("numbers in the format of --array=", () => {
  test.each([
    [[], ""],
    [[3], "3"],
    [[2, 5, 6, 7], "2,5-7"],
    [[1, 2], "1-2"],
    [[10, 9, 1, 8, 1], "1,8-10"],
    [[1, 3, 5], "1,3,5"],
    [[0, 1, 2, 4], "0-2,4"],
  ])("%j become %j", (numbers, list) => {
    expect(formatRanges(numbers)).toBe(list);
  });

  test("the list stands for the same numbers, ascending and without duplicates", () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        expect(read(formatRanges(numbers))).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
    );
  });

  test("the list is as short as possible: between any two parts a number is missing", () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const parts = formatRanges(numbers)
          .split(",")
          .filter((part) => part !== "");
        for (let i = 1; i < parts.length; i++) {
          const [end, start] = [parts[i - 1].split("-").at(-1), parts[i].split("-")[0]].map(Number);
          expect(start - end).toBeGreaterThan(1);
        }
      }),
    );
  });

  test("the input keeps its order", () => {
    const numbers = [3, 1, 2];
    formatRanges(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});
