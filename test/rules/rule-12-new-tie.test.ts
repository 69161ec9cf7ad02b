import { expect, test } from "vitest";
import { defaultParameters } from "../../sim/parameters/definitions.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { readPopulation } from "../helpers/read-population.ts";
import { after, apart, bench, full, knows, pairsMeet, tieOf, viewOf } from "../helpers/rule-bench.ts";

// u = 1: C = R = 0.4 + 0.2 × ½, I = 0.6 × 0.5, S = 0.5 − 0.2 × ½; u = 0: 0.4 − 0.1, 0.6 × 0.3, 0.5 + 0.1
test("rule 12: a tie starts with C = R = 0.5, I = 0.3, S = 0.4 at u = 1 and with 0.3, 0.18, 0.6 at u = 0", () => {
  const state = after(bench([{ trusting: 1 }, { trusting: 0 }], [], { ...pairsMeet, newStrength: 0.1 }));
  const shown = (i: number, j: number) => Object.values(viewOf(state, i, j)).map((belief) => belief.toFixed(12));
  expect(shown(0, 1)).toEqual(["0.500000000000", "0.500000000000", "0.300000000000", "0.400000000000", "0.000000000000"]);
  expect(shown(1, 0)).toEqual(["0.300000000000", "0.300000000000", "0.180000000000", "0.600000000000", "0.000000000000"]);
  expect(tieOf(state, 0, 1)).toEqual({ w: 0.1, t0: 1 });
});

test("rule 12: starting ties have the same first beliefs, strength w_init, evidence M w_init and last encounter at tick 0", () => {
  const { people } = readPopulation(createPopulation(defaultParameters, "1"));
  let ties = 0;
  people.forEach(({ trusting, ties: own }, i) => {
    for (const { w, t0, views } of own.values()) {
      ties++;
      const { C, R, I, S, e } = views.get(i) as { C: number; R: number; I: number; S: number; e: number };
      const credibility = 0.4 + 0.2 * (trusting - 0.5);
      expect([C, R, e, w, t0]).toEqual([credibility, credibility, 52 * 0.15, 0.15, 0]);
      expect(I).toBeCloseTo(0.6 * credibility, 14);
      expect(S).toBeCloseTo(0.5 - 0.2 * (trusting - 0.5), 14);
    }
  });
  // Per agent of a circle of m: min(20, ⅘ (m − 1)) ties within and 14 across, each counted from both ends; 20 circles and what lies
  // across are each up to one tie off by rounding.
  const size = new Map<number, number>();
  for (const { circle } of people) size.set(circle, (size.get(circle) ?? 0) + 1);
  const expected = people.reduce((sum, { circle }) => sum + Math.min(20, 0.8 * ((size.get(circle) ?? 0) - 1)) + 14, 0);
  expect(size.size).toBe(20);
  expect(Math.abs(ties - expected)).toBeLessThanOrEqual(2 * 21);
});

// 0 meets 1, who introduces 2. First beliefs with u = ½: C = R = 0.4, S = 0.5, I = 0.24. λG = 0.5 and τ = ½ give a weight of ¼.
test("rule 12: an introduced agent's first beliefs move toward the introducer's beliefs", () => {
  const people = [{ trusting: 0.5 }, {}, { ...apart, trusting: 0.5 }];
  const ties = [
    [0, 1, 0.2, {}, { C: 1, R: 0.8, I: 1, S: 0.1 }],
    [1, 2, 0.2, { C: 0.8, R: 0.6, I: 0.9, S: 0.3 }],
  ] as const;
  // τ10: m = 1 + 3 × 2.8 = 9.4, σ = 1.9; below 1, so 1 introduces by chance: the test takes the first tick in which it does
  const population = bench(people, ties, { ...pairsMeet, introductionRate: 1, trustChecks: false, hearsay: 0.5 });
  let state = after(population);
  while (!state.people[0].ties.has(2) && state.tick < 20) state = after(population);
  const of2 = viewOf(state, 0, 2);
  expect(of2.C).toBeCloseTo(0.4 + 0.25 * (0.8 - 0.4), 14);
  expect(of2.R).toBeCloseTo(0.4 + 0.25 * (0.6 - 0.4), 14);
  expect(of2.I).toBeCloseTo(0.24, 14);
  expect(of2.S).toBeCloseTo(0.5 + 0.25 * (0.3 - 0.5), 14);
  expect(of2.e).toBe(0);
  const of0 = viewOf(state, 2, 0);
  expect(of0.C).toBeCloseTo(0.4 + 0.25 * (1 - 0.4), 14);
  expect(of0.R).toBeCloseTo(0.4 + 0.25 * (0.8 - 0.4), 14);
  expect(of0.S).toBeCloseTo(0.5 + 0.25 * (0.1 - 0.5), 14);
});

// First beliefs with u = ½: C = R = 0.4, I = 0.24, S = 0.5: m = 4.12, σ = 5.5
test("rule 12: the meeting itself is the first encounter", () => {
  const meeting = { ...pairsMeet, richnessRich: 0.5, encounterGain: 0.4, newStrength: 0.1, memory: 52, learnAttention: 0.5 };
  const population = bench([{ trusting: 0.5 }, { trusting: 0.5, generosity: 1 }], [], { ...meeting, firstEncounters: true });
  const state = after(population);
  const { w, t0 } = tieOf(state, 0, 1);
  expect(w).toBeCloseTo(0.1 + 0.4 * 0.5 * ((11 * (4.12 / 9.62) - 1) / 9 - 0.1), 14);
  expect(t0).toBe(1);
  expect([viewOf(state, 0, 1).e, viewOf(state, 1, 0).e]).toEqual([1, 1]);
  // both pay attention: S01 = 0.5 − 0.25 × 0.5, S10 = 0.5 + 0.25 × 0.5
  expect(viewOf(state, 0, 1).S).toBeCloseTo(0.375, 14);
  expect(viewOf(state, 1, 0).S).toBeCloseTo(0.625, 14);
  expect(population.events.counts[0]).toBe(1);
});

test("rule 12: nobody is introduced in a first encounter", () => {
  const introduces = { ...pairsMeet, firstEncounters: true, introductionRate: 1, trustChecks: false, priorSelfOrientation: 0 };
  const population = bench([{}, { trusting: 1 }, apart], [[1, 2, 1, full]], introduces);
  after(population);
  expect(population.events.counts[7]).toBe(0);
  const state = after(population, 30); // from the second encounter on, 1 may introduce 2
  expect(knows(state, 0, 2)).toBe(true);
});

test("rule 12: without new ties no tie begins, whether two meet or are introduced", () => {
  const parameters = { ...pairsMeet, introductionRate: 1, trustChecks: false };
  const meet = (newTies: boolean) => after(bench([{}, {}], [], { ...parameters, newTies })).people[0].ties.size;
  expect([meet(true), meet(false)]).toEqual([1, 0]);
  const introduced = (newTies: boolean) => {
    const ties = [
      [0, 1, 1, {}, full],
      [1, 2, 1, full],
    ] as const;
    const population = bench([{}, {}, apart], ties, { ...parameters, newTies });
    const { people } = after(population, 10);
    expect(population.events.counts[7]).toBeGreaterThan(0);
    return people[0].ties.has(2);
  };
  expect([introduced(true), introduced(false)]).toEqual([true, false]);
});
