import { expect, test } from "vitest";
import type { Parameters } from "../../sim/parameters/definitions.ts";
import type { Population } from "../../sim/population/population.ts";
import { step } from "../../sim/step/step.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { Person } from "../helpers/reference-state.ts";
import { type BenchTie, bench, full, viewOf } from "../helpers/rule-bench.ts";

const TICKS = 3000;

/** Critical values of chi-square at 1 in 1000, by degrees of freedom. */
const CRITICAL = [Number.NaN, 10.83, 13.82, 16.27];

/** Only 0 has a budget: of one encounter a tick, all at richness 1. Strengths and beliefs stay as they are. */
const onePlan: Partial<Parameters> = {
  budget: 1,
  budgetBase: 0,
  richnessWithin: 1,
  richnessAcross: 1,
  richnessFollowUp: 1,
  followUp: false,
};

/** How often 0 meets each of the others in many ticks. */
function met(
  people: readonly Partial<Person>[],
  ties: readonly BenchTie[],
  parameters: Partial<Parameters> = {},
  ofZero: Partial<Person> = {},
): number[] {
  const population = bench([{ initiative: 1, ...ofZero }, ...people], ties, { ...onePlan, ...parameters });
  for (let t = 0; t < TICKS; t++) step(population);
  const state = readPopulation(population);
  return people.map((_, k) => viewOf(state, k + 1, 0).e); // the contacts' evidence, because a promise adds evidence for the asker
}

/** Expects counts in proportion to the weights. */
function expectProportional(counts: readonly number[], weights: readonly number[]): void {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const all = weights.reduce((sum, w) => sum + w, 0);
  const chiSquare = counts.reduce((sum, n, k) => sum + (n - (total * weights[k]) / all) ** 2 / ((total * weights[k]) / all), 0);
  expect(chiSquare, `${counts} for ${weights}`).toBeLessThan(CRITICAL[counts.length - 1]);
}

// v is 1 − 0.5 × (1 − z): 1 and 0.5 for status 1 and 0; 0.2² × 1, 0.4² × 1, 0.4² × 0.5
test("partners are drawn in proportion to strength squared times treatment: 0.04, 0.16 and 0.08", () => {
  const ties: BenchTie[] = [
    [0, 1, 0.2],
    [0, 2, 0.4],
    [0, 3, 0.4],
  ];
  const people = [{ z: 1 }, { z: 1 }, { z: 0 }];
  expectProportional(met(people, ties, {}, { statusBias: 0.5 }), [0.04, 0.16, 0.08]);
  expectProportional(met(people, ties), [0.04, 0.16, 0.16]); // without bias
});

test("the planner pays and decides: agents without initiative and base budget plan nothing", () => {
  const population = bench([{}, {}], [[0, 1, 0.5]], onePlan);
  step(population);
  expect(viewOf(readPopulation(population), 0, 1).e).toBe(0);
});

test("partners are drawn without replacement: a budget for two meets both of two contacts every tick", () => {
  expect(
    met(
      [{}, {}],
      [
        [0, 1, 0.01],
        [0, 2, 0.9],
      ],
      { budget: 2 },
    ),
  ).toEqual([TICKS, TICKS]);
});

test("no agent plans to meet a contact below the trust threshold; at the threshold of ½ it does", () => {
  const ties: BenchTie[] = [
    [0, 1, 0.5, { C: 0.49 }],
    [0, 2, 0.5],
  ];
  expect(met([{}, {}], ties, { avoidBelow: 0.5, budget: 2 })).toEqual([0, TICKS]);
});

// 1 × (0 + 0.5) of budget for encounters of 0.9
test("a remaining budget of 0.5 plans an encounter of richness 0.9 with probability 5/9 and is used up", () => {
  const parameters = { ...onePlan, richnessWithin: 0.9 };
  const population = bench(
    [{ initiative: 0.5 }, {}, {}],
    [
      [0, 1, 0.5],
      [0, 2, 0.5],
    ],
    parameters,
  );
  let encounters = 0;
  for (let t = 0; t < TICKS; t++) {
    step(population);
    const now = population.events.counts[0];
    expect(now - encounters).toBeLessThanOrEqual(1);
    encounters = now;
  }
  expectProportional([encounters, TICKS - encounters], [5, 4]);
});

test("with a budget of 1.5 and two partners at richness 1, the agent meets the second in half of the ticks", () => {
  const [one, other] = met(
    [{}, {}],
    [
      [0, 1, 0.4],
      [0, 2, 0.4],
    ],
    { budget: 1.5 },
  );
  expectProportional([one + other - TICKS, 2 * TICKS - one - other], [1, 1]);
});

test("a need arises in the share p_need of ticks, uniform over the domains other than the agent's own", () => {
  // the agent meets an expert for each need and nobody else, because all strengths are 0
  const experts = [{ domain: 1 }, { domain: 2 }, { domain: 3 }, { domain: 0 }];
  const ties = experts.map((_, k) => [0, k + 1, 0] as const);
  const counts = met(experts, ties, { needs: true, needRate: 0.4, domains: 4 });
  expect(counts[3]).toBe(0);
  expectProportional(counts.slice(0, 3), [1, 1, 1]);
  const needs = counts[0] + counts[1] + counts[2];
  expectProportional([needs, TICKS - needs], [0.4, 0.6]);
});

// τ = ½ and 1: squared ¼ and 1; strength plays no part
test("an expert is drawn in proportion to trust squared, 1 to 4, regardless of strength", () => {
  const counts = met(
    [{ domain: 1 }, { domain: 1 }],
    [
      [0, 1, 0.9],
      [0, 2, 0.1, full],
    ],
    { needRate: 1, domains: 2 },
  );
  expectProportional(counts, [1, 4]);
});

test("an avoided contact is never drawn as the expert", () => {
  const ties: BenchTie[] = [
    [0, 1, 0.9, { C: 0.49 }],
    [0, 2, 0.1],
  ];
  expect(met([{ domain: 1 }, { domain: 1 }], ties, { needRate: 1, domains: 2, avoidBelow: 0.5 })).toEqual([0, TICKS]);
});

test("the expert is paid for first: with budget for one encounter, the agent meets nobody else", () => {
  expect(
    met(
      [{ domain: 1 }, { domain: 0 }],
      [
        [0, 1, 0],
        [0, 2, 1],
      ],
      { needRate: 1, domains: 2 },
    ),
  ).toEqual([TICKS, 0]);
});

const followsUp = { ...onePlan, followUp: true, followUpInterval: 5 };

/** The ticks in which 0 met 1. */
function ticksMet(population: Population, ticks: number): number[] {
  const found: number[] = [];
  for (let t = 0, e = 0; t < ticks; t++) {
    step(population);
    const now = viewOf(readPopulation(population), 0, 1).e;
    if (now > e) found.push(population.tick);
    e = now;
  }
  return found;
}

test("a follow-up is due after F ticks of silence: in ticks 5, 10, 15 with F = 5", () => {
  expect(ticksMet(bench([{ initiative: 1 }, {}], [[0, 1, 0]], followsUp), 16)).toEqual([5, 10, 15]);
});

test("there is no follow-up if the interval is never or the silent contact is avoided", () => {
  const never = { ...followsUp, followUpInterval: Number.POSITIVE_INFINITY };
  expect(ticksMet(bench([{ initiative: 1 }, {}], [[0, 1, 0]], never), 100)).toEqual([]);
  expect(ticksMet(bench([{ initiative: 1 }, {}], [[0, 1, 0, { C: 0.49 }]], { ...followsUp, avoidBelow: 0.5 }), 100)).toEqual([]);
});

test("a follow-up goes to each silent contact with equal probability, regardless of strength", () => {
  let first = 0;
  const runs = 400;
  for (let tick = 5; tick < 5 + runs; tick++) {
    const population = bench(
      [{ initiative: 1 }, {}, {}],
      [
        [0, 1, 0.9],
        [0, 2, 0.01],
      ],
      followsUp,
    );
    population.tick = tick; // to get other draws
    step(population);
    const state = readPopulation(population);
    expect(viewOf(state, 0, 1).e + viewOf(state, 0, 2).e).toBe(1);
    first += viewOf(state, 0, 1).e;
  }
  expectProportional([first, runs - first], [1, 1]);
});

test("the share of ticks with a follow-up is the agent's initiative", () => {
  const population = bench([{ initiative: 0.3 }, {}], [[0, 1, 0]], { ...followsUp, budgetBase: 1, followUpInterval: 1 });
  const n = ticksMet(population, TICKS).length;
  expectProportional([n, TICKS - n], [0.3, 0.7]);
});

// Only 1 is an expert, and 1 and 2 are both silent. Each tick 0 plans to meet 1 at richness 1. The follow-up, also of 1, goes to
// 1 or to 2 and uses up the budget. If it goes to 1, 0 does not meet 2.
test("a follow-up can go to the expert planned before: the two meet once, and the agent pays for both plans", () => {
  let toExpert = 0;
  const runs = 400;
  for (let tick = 5; tick < 5 + runs; tick++) {
    const parameters = { ...followsUp, budget: 2, needRate: 1, domains: 2 };
    const population = bench(
      [{ initiative: 1 }, { domain: 1 }, {}],
      [
        [0, 1, 0.5],
        [0, 2, 0.5],
      ],
      parameters,
    );
    population.tick = tick;
    step(population);
    const state = readPopulation(population);
    expect(viewOf(state, 0, 1).e).toBe(1);
    toExpert += 1 - viewOf(state, 0, 2).e;
  }
  expectProportional([toExpert, runs - toExpert], [1, 1]);
});

test("a meeting takes place only if both engage: v = 1 − 1 × (1 − 0) = 0 on either side prevents it", () => {
  for (const people of [
    [{ statusBias: 1 }, { z: 0 }],
    [{ z: 0 }, { statusBias: 1 }],
  ]) {
    const population = bench(people, [[0, 1, 0.5]], { circleMeetings: 1, chanceMeetings: 1 });
    for (let t = 0; t < 50; t++) step(population);
    expect(viewOf(readPopulation(population), 0, 1).e).toBe(0);
  }
});

// v is 1 − 1 × (1 − ½) = ½ both ways, their product ¼; each can run into the other: 1 − (¾)² = 7/16
test("a meeting takes place with probability vij × vji, and one of two chances is enough", () => {
  const alike = { statusBias: 1, z: 0.5 };
  const population = bench([alike, alike], [[0, 1, 0.5]], { circleMeetings: 1 });
  for (let t = 0; t < TICKS; t++) step(population);
  const n = viewOf(readPopulation(population), 0, 1).e;
  expectProportional([n, TICKS - n], [7, 9]);
});

test("meetings in the circle and anywhere occur at their rates, with each agent equally likely", () => {
  const rates = { circleMeetings: 0.2, chanceMeetings: 0.1 };
  // 0 knows everyone; 0, 1 and 2 share a circle. Nobody else knows anyone, and no new ties last.
  const people = [{}, {}, {}, { circle: 1 }, { circle: 2 }];
  const ties = [1, 2, 3, 4].map((k) => [0, k, 0.5] as const);
  const population = bench(people, ties, { ...rates, newStrength: 0, forgetBelow: 0.001 });
  for (let t = 0; t < TICKS; t++) step(population);
  const state = readPopulation(population);
  const counts = [1, 2, 3, 4].map((k) => viewOf(state, 0, k).e);
  // A pair in the circle misses each of two meetings of rate ½ × 0.2 and two of ¼ × 0.1; others only the latter.
  const inCircle = 1 - (0.9 * 0.975) ** 2;
  const anywhere = 1 - 0.975 ** 2;
  for (const [k, share] of [inCircle, inCircle, anywhere, anywhere].entries())
    expectProportional([counts[k], TICKS - counts[k]], [share, 1 - share]);
});
