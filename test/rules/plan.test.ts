import { describe, expect, test } from "vitest";
import type { Parameters } from "../../sim/parameters/definitions.ts";
import { createCircleIndex } from "../../sim/population/circle-index.ts";
import type { Population } from "../../sim/population/population.ts";
import { tieRow } from "../../sim/population/tie-store.ts";
import { step } from "../../sim/step/step.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { Person } from "../helpers/reference-state.ts";
import { type BenchTie, bench, full, viewOf } from "../helpers/rule-bench.ts";

const TICKS = 3000;

/** Critical values of chi-square at 1 in 1000, by degrees of freedom. */
const CRITICAL = [Number.NaN, 10.83, 13.82, 16.27];

/** So much evidence that some thousand encounters change nothing. */
const MUCH = 1e9;

/** Only 0 has time: one unit a tick. All encounters have richness 1. Strengths and beliefs stay as they are. */
const onePlan: Partial<Parameters> = {
  budget: 1,
  budgetBase: 0,
  richnessRich: 1,
  richnessLean: 1,
  followUp: false,
};

/** Treated without any respect, nobody is a partner; only needs and notes lead to them. */
const disdain = { statusBias: 1 };
const nobody = { z: 0 };

/** Everyone with 0 first, who has full initiative unless `ofZero` says otherwise. */
function people(others: readonly Partial<Person>[], ofZero: Partial<Person> = {}): Partial<Person>[] {
  return [{ initiative: 1, ...ofZero }, ...others];
}

/** How often 0 meets each of the others in many ticks. */
function met(
  others: readonly Partial<Person>[],
  ties: readonly BenchTie[],
  parameters: Partial<Parameters> = {},
  ofZero: Partial<Person> = {},
): number[] {
  const population = bench(people(others, ofZero), ties, { ...onePlan, ...parameters });
  for (let t = 0; t < TICKS; t++) step(population);
  return metSince(population, others.length);
}

/** How often each of the others has met 0: their evidence, which only encounters raise. */
function metSince(population: Population, others: number): number[] {
  const state = readPopulation(population);
  return Array.from({ length: others }, (_, k) => viewOf(state, k + 1, 0).e);
}

/** How often 0 meets each of the others in the next tick, over populations that differ in their tick. */
function metInOneTick(
  others: readonly Partial<Person>[],
  ties: readonly BenchTie[],
  parameters: Partial<Parameters>,
  ofZero: Partial<Person> = {},
  prepare: (population: Population) => void = () => {},
): number[] {
  const counts = others.map(() => 0);
  for (let tick = 60; tick < 60 + 600; tick++) {
    const population = bench(people(others, ofZero), ties, { ...onePlan, ...parameters });
    population.tick = tick;
    prepare(population);
    step(population);
    for (const [k, e] of metSince(population, others.length).entries()) counts[k] += e;
  }
  return counts;
}

/** Sets how long the tie of 0 to another will have been silent in the next tick. */
function silence({ ties, tick }: Population, other: number, silent: number): void {
  ties.lastEncounter[tieRow(ties, 0, other)] = tick + 1 - silent;
  ties.lastEncounter[tieRow(ties, other, 0)] = tick + 1 - silent;
}

/** Expects counts in proportion to the weights. */
function expectProportional(counts: readonly number[], weights: readonly number[]): void {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const all = weights.reduce((sum, w) => sum + w, 0);
  const chiSquare = counts.reduce((sum, n, k) => sum + (n - (total * weights[k]) / all) ** 2 / ((total * weights[k]) / all), 0);
  expect(chiSquare, `${counts} for ${weights}`).toBeLessThan(CRITICAL[counts.length - 1]);
}

describe("a unit of time", () => {
  // Evidence of 4, 1 and 8; τ is ½, 1 and ½, so τ³ is ⅛, 1 and ⅛; v is 1 − 0.5 · (1 − z): 1, 1 and ½
  const ties: BenchTie[] = [
    [0, 1, 0.1, { e: 4 * MUCH }],
    [0, 2, 0.9, { ...full, e: MUCH }],
    [0, 3, 0.4, { e: 8 * MUCH }],
  ];
  const others = [{ z: 1 }, { z: 1 }, { z: 0 }];

  test("goes to a partner in proportion to evidence, trust to the power of 3 and treatment", () => {
    expectProportional(met(others, ties, {}, { statusBias: 0.5 }), [4 / 8, 1, 8 / 16]);
    expectProportional(met(others, ties), [4 / 8, 1, 8 / 8]); // without bias
    expectProportional(met(others, ties, { trustInChoice: 1 }), [4 / 2, 1, 8 / 2]);
    expectProportional(met(others, ties, { trustInChoice: 0 }), [4, 1, 8]);
  });

  // With a memory of 10, evidence counts ½ after 10 silent ticks and ¼ after 30.
  test("counts evidence by the silence since the last encounter", () => {
    const same: BenchTie[] = [
      [0, 1, 0.5, { e: MUCH }],
      [0, 2, 0.5, { e: MUCH }],
    ];
    const fading = { memory: 10 };
    const counts = metInOneTick([{}, {}], same, fading, {}, (population) => {
      silence(population, 1, 10);
      silence(population, 2, 30);
    });
    expectProportional(counts, [2, 1]);
  });

  test("is not spent without initiative and base share, or on people without evidence", () => {
    const idle = bench([{}, {}], [[0, 1, 0.5, { e: 1 }]], onePlan);
    step(idle);
    expect(metSince(idle, 1)).toEqual([0]);
    expect(met([{}], [[0, 1, 0.9]])).toEqual([0]);
  });

  test("is spent with replacement: all units with one partner are one encounter, as deep as they are many", () => {
    const budget = { budget: 3, depth: true };
    expect(met([{}], [[0, 1, 0.5, { e: 1 }]], budget)).toEqual([3 * TICKS]);
    expect(met([{}], [[0, 1, 0.5, { e: 1 }]], { ...budget, depth: false })).toEqual([TICKS]);
    // Of two units, both go to the same of two partners half of the time.
    const two: BenchTie[] = [
      [0, 1, 0.5, { e: MUCH }],
      [0, 2, 0.5, { e: MUCH }],
    ];
    const [one, other] = met([{}, {}], two, { budget: 2 });
    expectProportional([one + other - TICKS, 2 * TICKS - one - other], [1, 1]);
  });

  test("is not spent on a contact below the trust threshold; at the threshold of ½ it is", () => {
    const avoided: BenchTie[] = [
      [0, 1, 0.5, { C: 0.49, e: MUCH }],
      [0, 2, 0.5, { e: 1 }],
    ];
    expect(met([{}, {}], avoided, { avoidBelow: 0.5 })).toEqual([0, TICKS]);
  });

  // 1 · (0 + 0.3) and 1 · (1 + 0.3)
  test("of which a fraction is left is spent with that probability", () => {
    const tie: BenchTie[] = [[0, 1, 0.5, { e: 1 }]];
    const [some] = met([{}], tie, {}, { initiative: 0.3 });
    expectProportional([some, TICKS - some], [0.3, 0.7]);
    // The other has time as well, but doesn't spend it on someone of low status.
    const population = bench([{ initiative: 0.3, z: 0 }, disdain], tie, { ...onePlan, budgetBase: 1, depth: true });
    for (let t = 0; t < TICKS; t++) step(population);
    const [units] = metSince(population, 1);
    expectProportional([units - TICKS, 2 * TICKS - units], [0.3, 0.7]);
  });

  test("is there as many times as the agent's sociality says", () => {
    const population = bench([{ initiative: 1 }, {}], [[0, 1, 0.5, { e: 1 }]], { ...onePlan, depth: true });
    population.agents.sociality.set([4, 1]);
    population.circles = createCircleIndex(population.agents);
    for (let t = 0; t < 100; t++) step(population);
    expect(metSince(population, 1)).toEqual([400]);
  });
});

describe("a need", () => {
  test("arises in the share p_need of ticks, uniform over the domains other than the agent's own", () => {
    const experts = [1, 2, 3, 0].map((domain) => ({ ...nobody, domain }));
    const ties = experts.map((_, k) => [0, k + 1, 0] as const);
    const counts = met(experts, ties, { needs: true, needRate: 0.4, domains: 4 }, disdain);
    expect(counts[3]).toBe(0);
    expectProportional(counts.slice(0, 3), [1, 1, 1]);
    const needs = counts[0] + counts[1] + counts[2];
    expectProportional([needs, TICKS - needs], [0.4, 0.6]);
  });

  // C is 1 and ½, and τ is ½ for both, because C + R + I is 1.5.
  test("goes to an expert in proportion to credibility times trust, whatever the strength, evidence and status", () => {
    const experts = [
      { ...nobody, domain: 1 },
      { z: 1, domain: 1 },
    ];
    const ties: BenchTie[] = [
      [0, 1, 0.1, { C: 1, R: 0.25, I: 0.25 }],
      [0, 2, 0.9, { e: MUCH }],
    ];
    expectProportional(met(experts, ties, { needRate: 1, domains: 2 }, disdain), [2, 1]);
    const trusted: BenchTie[] = [ties[0], [0, 2, 0.9, full]];
    expectProportional(met(experts, trusted, { needRate: 1, domains: 2 }, disdain), [1 / 2, 1]);
  });

  test("never goes to an avoided contact", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.9, { C: 0.49 }],
      [0, 2, 0.1],
    ];
    const experts = [
      { ...nobody, domain: 1 },
      { ...nobody, domain: 1 },
    ];
    expect(met(experts, ties, { needRate: 1, domains: 2, avoidBelow: 0.5 }, disdain)).toEqual([0, TICKS]);
  });

  test("takes its unit first: with one unit, the agent meets nobody else", () => {
    const ties: BenchTie[] = [
      [0, 1, 0],
      [0, 2, 1, { e: MUCH }],
    ];
    expect(met([{ domain: 1 }, { domain: 0 }], ties, { needRate: 1, domains: 2 })).toEqual([TICKS, 0]);
  });
});

const followsUp = { ...onePlan, followUp: true, followUpInterval: 5 };

/** The ticks in which 0 met 1. */
function ticksMet(population: Population, ticks: number): number[] {
  const found: number[] = [];
  for (let t = 0, e = 0; t < ticks; t++) {
    step(population);
    const [now] = metSince(population, 1);
    if (now > e) found.push(population.tick);
    e = now;
  }
  return found;
}

/** Two who treat each other so badly that only notes lead from one to the other. */
const withNobody = (ofZero: Partial<Person> = {}) => [
  { initiative: 1, ...disdain, ...nobody, ...ofZero },
  { ...disdain, ...nobody },
];

describe("a follow-up", () => {
  test("is due after F ticks of silence: in ticks 5, 10, 15 with F = 5", () => {
    expect(ticksMet(bench(withNobody(), [[0, 1, 0]], followsUp), 16)).toEqual([5, 10, 15]);
  });

  test("is lean, even within a circle", () => {
    const population = bench(withNobody(), [[0, 1, 0]], { ...followsUp, richnessLean: 0.3 });
    population.events.listening = 1;
    for (let t = 0; t < 5; t++) step(population);
    expect(population.events.kept).toBe(1);
    expect(population.events.value[0]).toBe(0.3);
  });

  test("is not sent if the interval is never or the silent contact is avoided", () => {
    const never = { ...followsUp, followUpInterval: Number.POSITIVE_INFINITY };
    expect(ticksMet(bench(withNobody(), [[0, 1, 0]], never), 100)).toEqual([]);
    expect(ticksMet(bench(withNobody(), [[0, 1, 0, { C: 0.49 }]], { ...followsUp, avoidBelow: 0.5 }), 100)).toEqual([]);
  });

  test("goes to each silent contact with equal probability, regardless of strength", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.9],
      [0, 2, 0.01],
    ];
    const counts = metInOneTick([nobody, nobody], ties, followsUp, disdain);
    expect(counts[0] + counts[1]).toBe(600);
    expectProportional(counts, [1, 1]);
  });

  test("is sent in the share of ticks that is the agent's initiative", () => {
    const parameters = { ...followsUp, budgetBase: 1, followUpInterval: 1 };
    const n = ticksMet(bench(withNobody({ initiative: 0.3 }), [[0, 1, 0]], parameters), TICKS).length;
    expectProportional([n, TICKS - n], [0.3, 0.7]);
  });

  // Only 1 is an expert, and 1 and 2 are both silent. Each tick 0 plans to meet 1. The follow-up, also of 1, goes to 1 or to 2.
  test("can go to the expert planned before: the two meet once, for two units", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.5],
      [0, 2, 0.5],
    ];
    const parameters = { ...followsUp, budget: 2, needRate: 1, domains: 2, depth: true };
    const [expert, other] = metInOneTick([{ ...nobody, domain: 1 }, nobody], ties, parameters, disdain);
    expect(expert + other).toBe(1200);
    expectProportional([expert - 600, other], [1, 1]);
  });
});

describe("a tie that has seen one meeting", () => {
  const fresh = { freshFor: 4, budgetBase: 1 };
  const half = { ...disdain, initiative: 0.6 };
  const one: BenchTie[] = [[0, 1, 0.1, { e: 1 }]];
  const silentFor = (silent: number) => (population: Population) => silence(population, 1, silent);

  // n · τ = 0.6 · ½
  test("gets a note with the probability of initiative times trust, in its first four ticks", () => {
    for (const silent of [1, 4]) {
      const [n] = metInOneTick([nobody], one, fresh, half, silentFor(silent));
      expectProportional([n, 600 - n], [0.3, 0.7]);
    }
    expect(metInOneTick([nobody], one, fresh, half, silentFor(5))).toEqual([0]);
    expect(metInOneTick([nobody], one, { ...fresh, freshFor: 0 }, half, silentFor(1))).toEqual([0]);
  });

  test("gets none once there is more evidence, or if the contact is avoided", () => {
    expect(metInOneTick([nobody], [[0, 1, 0.1, { e: 1.001 }]], fresh, half, silentFor(1))).toEqual([0]);
    expect(metInOneTick([nobody], [[0, 1, 0.1, { C: 0.49, e: 1 }]], { ...fresh, avoidBelow: 0.5 }, half, silentFor(1))).toEqual([
      0,
    ]);
  });

  test("gets it before a follow-up and before any partner", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.1, { ...full, e: 1 }],
      [0, 2, 0.5, { e: MUCH }],
    ];
    const counts = metInOneTick([nobody, {}], ties, { ...followsUp, freshFor: 4 }, {}, silentFor(1));
    expect(counts).toEqual([600, 0]);
  });

  test("is one of several, each equally likely", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.1, { ...full, e: 1 }],
      [0, 2, 0.3, { ...full, e: 0.5 }],
    ];
    const counts = metInOneTick([nobody, nobody], ties, { freshFor: 4 }, disdain, (population) => {
      silence(population, 1, 1);
      silence(population, 2, 3);
    });
    expect(counts[0] + counts[1]).toBe(600);
    expectProportional(counts, [1, 1]);
  });
});

describe("a partner who brings a third along", () => {
  /** 0 spends its unit with 1, who would rather meet 2 or 3. */
  const ties: BenchTie[] = [
    [0, 1, 0.5, { e: MUCH }],
    [1, 2, 0.5, { e: MUCH }],
    [1, 3, 0.5, { e: 3 * MUCH }],
    [0, 2, 0.5],
    [0, 3, 0.5],
  ];

  /** Encounters of each pair in many ticks, by pair. */
  function pairsMet(given: readonly BenchTie[], parameters: Partial<Parameters>): Record<string, number> {
    const population = bench(people([{}, {}, {}]), given, { ...onePlan, ...parameters });
    population.events.listening = 1;
    for (let t = 0; t < TICKS; t++) step(population);
    const { kept, kind, from, to } = population.events;
    const counts: Record<string, number> = {};
    for (let at = 0; at < kept; at++) {
      if (kind[at] !== 0) continue;
      const pair = `${from[at]} ${to[at]}`;
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
    return counts;
  }

  // What 1 learns about 0 on the way doesn't count beside so much evidence about 2 and 3.
  test("draws the third by its own weights, and all three pairs meet", () => {
    const counts = pairsMet(ties, { threeRate: 1 });
    expect(counts["0 1"]).toBe(TICKS);
    expect(counts["0 2"]).toBe(counts["1 2"]);
    expect(counts["0 3"]).toBe(counts["1 3"]);
    expect(counts["0 2"] + counts["0 3"]).toBe(TICKS);
    expectProportional([counts["0 2"], counts["0 3"]], [1, 3]);
  });

  test("does so in a share of the units", () => {
    const counts = pairsMet(ties, { threeRate: 0.3 });
    const together = counts["0 2"] + counts["0 3"];
    expectProportional([together, TICKS - together], [0.3, 0.7]);
    expect(pairsMet(ties, { threeRate: 0 })).toEqual({ "0 1": TICKS });
    expect(pairsMet(ties, { threeRate: 1, meetingTogether: false })).toEqual({ "0 1": TICKS });
  });

  test("comes alone if the agent doesn't know the third, or is the third", () => {
    const strangers = ties.slice(0, 3);
    expect(pairsMet(strangers, { threeRate: 1 })).toEqual({ "0 1": TICKS });
    expect(pairsMet([[0, 1, 0.5, { e: MUCH }, { e: MUCH }]], { threeRate: 1 })).toEqual({ "0 1": TICKS });
  });
});

describe("a meeting", () => {
  test("takes place only if both engage: v = 1 − 1 × (1 − 0) = 0 on either side prevents it", () => {
    for (const pair of [
      [{ statusBias: 1 }, { z: 0 }],
      [{ z: 0 }, { statusBias: 1 }],
    ]) {
      const population = bench(pair, [[0, 1, 0.5]], { meetingRate: 1 });
      for (let t = 0; t < 50; t++) step(population);
      expect(metSince(population, 1)).toEqual([0]);
    }
  });

  // v is 1 − 1 × (1 − ½) = ½ both ways, their product ¼; each can run into the other: 1 − (¾)² = 7/16
  test("takes place with probability vij × vji, and one of two chances is enough", () => {
    const alike = { statusBias: 1, z: 0.5 };
    const population = bench([alike, alike], [[0, 1, 0.5]], { meetingRate: 1 });
    for (let t = 0; t < TICKS; t++) step(population);
    const [n] = metSince(population, 1);
    expectProportional([n, TICKS - n], [7, 9]);
  });

  test("is in the circle more often if the circle is large, and else with anyone, each equally likely", () => {
    // 0 knows everyone; 0, 1 and 2 share a circle. Nobody else knows anyone.
    const ties = [1, 2, 3, 4].map((k) => [0, k, 0.5] as const);
    const parameters = { meetingRate: 0.4, outsidePull: 2, newTies: false };
    const population = bench([{}, {}, {}, { circle: 1 }, { circle: 2 }], ties, parameters);
    for (let t = 0; t < TICKS; t++) step(population);
    // In a circle of 3, (3 − 1) / (3 − 1 + 2) = ½ of 0.4 goes to 2 circle-mates and ½ to 4 others: 0.1 + 0.05 to each mate, 0.05 to
    // the rest. Someone who is alone in a circle meets anyone: 0.4 / 4.
    const mate = 1 - (1 - 0.15) ** 2;
    const other = 1 - (1 - 0.05) * (1 - 0.1);
    for (const [k, count] of metSince(population, 4).entries()) {
      const share = k < 2 ? mate : other;
      expectProportional([count, TICKS - count], [share, 1 - share]);
    }
  });

  test("never leads out of the circle without a pull from outside", () => {
    const population = bench(
      [{}, {}, { circle: 1 }, { circle: 1 }],
      [1, 2, 3].map((k) => [0, k, 0.5] as const),
      { meetingRate: 1 },
    );
    for (let t = 0; t < 100; t++) step(population);
    expect(metSince(population, 3)).toEqual([100, 0, 0]);
  });

  test("is more frequent for sociable people, of both who meets and who is met", () => {
    const population = bench(
      [{}, {}, {}],
      [1, 2].map((k) => [0, k, 0.5] as const),
      { meetingRate: 0.2, newTies: false },
    );
    population.agents.sociality.set([1, 3, 1]);
    population.circles = createCircleIndex(population.agents);
    for (let t = 0; t < TICKS; t++) step(population);
    const [sociable, usual] = metSince(population, 2);
    // 0 meets 1 and 2 in 0.2 · ¾ and 0.2 · ¼; 1 meets 0 in 0.2 · 3 · ½; 2 meets 0 in 0.2 · ¼.
    const often = 1 - (1 - 0.15) * (1 - 0.3);
    const seldom = 1 - (1 - 0.05) ** 2;
    expectProportional([sociable, TICKS - sociable], [often, 1 - often]);
    expectProportional([usual, TICKS - usual], [seldom, 1 - seldom]);
  });
});
