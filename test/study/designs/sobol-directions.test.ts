import { expect, test } from "vitest";
import { SOBOL_DIMENSIONS, sobolDirections } from "../../../study/designs/sobol-directions.ts";

/** Counts steps until a shift register with a polynomial's taps returns to its start. A primitive one visits all states except 0. */
function period(a: number, degree: number): number {
  const taps = (a << 1) | 1; // of x^s = a1 x^(s−1) + … + 1
  let state = 1;
  for (let steps = 1; ; steps++) {
    const carry = state >> (degree - 1);
    state = ((state << 1) & (2 ** degree - 1)) ^ (carry === 1 ? taps : 0);
    if (state === 1 || steps > 2 ** degree) return steps;
  }
}

test("there are 256 dimensions, enough for the Sobol indices of 128 factors", () => {
  expect(SOBOL_DIMENSIONS).toBe(256);
});

test("every polynomial is primitive: its shift register runs through all states", () => {
  const wrong = sobolDirections.filter(({ a, m }) => period(a, m.length) !== 2 ** m.length - 1);
  expect(wrong).toEqual([]);
});

test("polynomials are ordered by degree and then by size, without duplicates or gaps", () => {
  const keys = sobolDirections.map(({ a, m }) => 2 ** m.length + 2 * a + 1);
  expect(keys).toEqual([...new Set(keys)].sort((one, other) => one - other));
  // There are φ(2^s − 1) / s primitive polynomials of degree s: OEIS A011260.
  const counts = [1, 1, 2, 2, 6, 6, 18, 16, 48, 60];
  expect(counts.map((_, at) => sobolDirections.filter(({ m }) => m.length === at + 1).length)).toEqual(counts);
});

test("every first direction number is odd, and the i-th is below 2^i", () => {
  const wrong = sobolDirections.filter(({ m }) => m.some((number, at) => number % 2 !== 1 || number >= 2 ** (at + 1)));
  expect(wrong).toEqual([]);
});
