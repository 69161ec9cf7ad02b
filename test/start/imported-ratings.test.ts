import { expect, test } from "vitest";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { shareOfScore, trustScore } from "../../sim/trust/trust-equation.ts";
import { asImportedTies, asPeople } from "../helpers/any-start.ts";
import { readPopulation, readRows } from "../helpers/read-population.ts";
import type { GivenRating } from "../helpers/reference-start.ts";

/** The beliefs of agent 0 about agent 1, which it has rated, and of agent 1 about agent 0. */
function rate(rating: GivenRating, differs: Partial<Parameters> = {}) {
  const people = asPeople([{ trusting: 0.5 }, { trusting: 0.5 }]);
  const imported = asImportedTies([{ lower: 0, upper: 1, ratings: new Map([[0, rating]]) }]);
  const population = createPopulation({ ...defaultParameters, agents: 2, ...differs }, "rated", people, imported);
  const [rater] = readRows(population, 0);
  const [rated] = readRows(population, 1);
  return { rater: rater[1], rated: rated[1], state: readPopulation(population) };
}

const shares = Array.from({ length: 1001 }, (_, k) => k / 1000);

test.each(["ratio", "additive"] as const)("a rating gives exactly the rated trust share, by the %s", (trustFunction) => {
  const worst = Math.max(...shares.map((tau) => Math.abs(rate({ tau }, { trustFunction }).rater.trust - tau)));
  expect(worst).toBeLessThan(1e-15);
});

test("a rating gives exactly the rated trust score", () => {
  for (const T of [0.3, 0.5, 1, 2, 3, 5, 10, 20, 29.9, 30]) {
    const { C, R, I, S } = rate({ tau: shareOfScore(T) }).rater.view;
    expect(Math.abs(trustScore(C, R, I, S) / T - 1)).toBeLessThan(1e-13);
  }
  expect([0.3, 3, 30].map(shareOfScore)).toEqual([0, 0.5, 1]);
});

test("one number sets every belief to match it", () => {
  expect(rate({ tau: 0.25 }).rater.view).toEqual({ C: 0.25, R: 0.25, I: 0.25, S: 0.75, e: 5 });
  expect(rate({ tau: 0.5 }).rater.view).toEqual({ C: 0.5, R: 0.5, I: 0.5, S: 0.5, e: 5 });
});

test("the other direction keeps its first beliefs, and the evidence that goes with the strength", () => {
  // C = R = 0.4, I = 0.6 · 0.4 and S = 0.5 at u = ½, e = 40 · 0.15
  expect(rate({ tau: 1 }, { memory: 40 }).rated.view).toEqual({ C: 0.4, R: 0.4, I: 0.24, S: 0.5, e: 6 });
});

test("given beliefs replace first beliefs one by one", () => {
  expect(rate({ R: 0.9, S: 0.1 }).rater.view).toEqual({ C: 0.4, R: 0.9, I: 0.24, S: 0.1, e: 5 });
});

test("the evidence of a rating is the given number, or else the parameter", () => {
  expect(rate({ tau: 0.5, e: 12 }).rater.view.e).toBe(12);
  expect(rate({ tau: 0.5, e: 0 }).rater.view.e).toBe(0);
  expect(rate({ tau: 0.5 }, { importedEvidence: 3 }).rater.view.e).toBe(3);
});

test("a rating does not affect strength", () => {
  expect(rate({ tau: 0 }).state.people[0].ties.get(1)).toMatchObject({ w: 0.15, t0: 0 });
});
