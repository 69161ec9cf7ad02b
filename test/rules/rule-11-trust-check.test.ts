import { expect, test } from "vitest";
import type { Parameters } from "../../sim/parameters/definitions.ts";
import type { BenchTie } from "../helpers/rule-bench.ts";
import { after, apart, bench, full, knows, neutral, none } from "../helpers/rule-bench.ts";

const meets = { meetingRate: 1, checkBelow: 0.5 };

/**
 * 0 and 1 are strangers and run into each other in a circle of two. Nobody else meets. 0 checks 1,
 * and 1 trusts without a check.
 */
function formed(ties: readonly BenchTie[], parameters: Partial<Parameters> = {}, seedTrusting = 0): boolean {
  const others = [apart, apart, apart];
  const population = bench([{ trusting: seedTrusting }, { trusting: 1 }, ...others], ties, {
    ...meets,
    ...parameters,
  });
  return knows(after(population), 0, 1);
}

test("rule 11: the check passes if nobody asked knows the person", () => {
  expect(formed([])).toBe(true);
  expect(
    formed([
      [0, 2, 0.2],
      [1, 3, 0.2, none, none],
    ]),
  ).toBe(true);
});

test("rule 11: the check declines below the threshold and passes at it: τ21 = 0 and ½, threshold ½", () => {
  expect(
    formed([
      [0, 2, 0.2],
      [1, 2, 0.2, full, none],
    ]),
  ).toBe(false);
  expect(
    formed([
      [0, 2, 0.2],
      [1, 2, 0.2, full, neutral],
    ]),
  ).toBe(true);
});

test("rule 11: only the trust of the contacts in the person counts, not the person's own or the asker's", () => {
  expect(
    formed([
      [0, 2, 0.2, none, none],
      [1, 2, 0.2, none, full],
    ]),
  ).toBe(true);
});

test("rule 11: only active contacts are asked, however well they know the person", () => {
  expect(
    formed([
      [0, 2, 0.049],
      [1, 2, 0.2, full, none],
    ]),
  ).toBe(true);
  expect(
    formed([
      [0, 2, 0.05],
      [1, 2, 0.01, full, none],
    ]),
  ).toBe(false);
});

test("rule 11: with two who know the person the mean counts: (0 + 1) / 2 at a threshold of ½ and above", () => {
  const ties = [
    [0, 2, 0.2],
    [0, 3, 0.2],
    [1, 2, 0.2, {}, none],
    [1, 3, 0.2, {}, full],
  ] as const;
  expect(formed(ties)).toBe(true);
  expect(formed(ties, { checkBelow: 0.51 })).toBe(false);
});

test("rule 11: with probability u the agent asks nobody", () => {
  expect(
    formed(
      [
        [0, 2, 0.2],
        [1, 2, 0.2, full, none],
      ],
      {},
      1,
    ),
  ).toBe(true);
});

test("rule 11: both sides check, and either one can decline", () => {
  const ties = [
    [0, 2, 0.2, {}, none],
    [1, 2, 0.2],
  ] as const;
  const population = (trustingOne: number) => bench([{ trusting: 1 }, { trusting: trustingOne }, apart], ties, meets);
  expect(knows(after(population(0)), 0, 1)).toBe(false);
  expect(knows(after(population(1)), 0, 1)).toBe(true);
});

// Of three who know the person, trusting it 0, 1 and 1, two are asked: the pair (1, 1) alone passes a threshold of 0.6, a third of
// all. All three would always pass (⅔), and one alone in two thirds.
test("rule 11: the agent asks at most two, and each pair is equally likely", () => {
  const population = bench(
    [{}, { trusting: 1 }, apart, apart, apart],
    [
      [0, 2, 0.2],
      [0, 3, 0.2],
      [0, 4, 0.2],
      [1, 2, 0.2, {}, none],
      [1, 3, 0.2, {}, full],
      [1, 4, 0.2, {}, full],
    ],
    { meetingRate: 1, checkBelow: 0.6, newStrength: 0, forgetBelow: 0.001 },
  );
  for (let t = 0; t < 900; t++) after(population); // a new tie is below the threshold and forgotten in the same tick
  const formedTies = population.events.counts[9];
  // binomial, 900 times ⅓: 300, standard deviation 14.1; four of them
  expect(Math.abs(formedTies - 300)).toBeLessThan(57);
});
