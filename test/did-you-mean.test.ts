import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean } from "../sim/index.ts";

/** Levenshtein distance, by its definition. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), above[j] + 1, row[j - 1] + 1));
    }
  }
  return row[b.length];
}

/** The first of the nearest names that is near enough: at most two changes, or a third of the word's length. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const distances = known.map((name) => distance(word.toLowerCase(), name.toLowerCase()));
  const least = Math.min(...distances);
  return least <= Math.max(2, Math.floor(word.length / 3)) ? known[distances.indexOf(least)] : undefined;
}

/** Short words of few letters are often near each other, long ones seldom. */
const words = fc.oneof(fc.string({ unit: fc.constantFrom("a", "b", "c", "A"), maxLength: 24 }), fc.string({ maxLength: 40 }));

test("the nearest of the known names is proposed, if one is near", () => {
  fc.assert(
    fc.property(words, fc.array(words, { minLength: 1, maxLength: 8 }), (word, known) => {
      const name = nearest(word, known);
      expect(didYouMean(word, known)).toBe(name === undefined || name === "" ? "" : ` (did you mean ${JSON.stringify(name)}?)`);
    }),
    { numRuns: 2000 },
  );
});

test("a name that grows in lower case is compared whole", () => {
  const name = "İ".repeat(80);
  expect(didYouMean(name.slice(0, 40), [name])).toBe("");
  expect(didYouMean("İstanbul", ["istanbul", "İstanbul"])).toBe(' (did you mean "İstanbul"?)');
});
