import { describe, expect, test } from "vitest";
import type { Parameters } from "../../sim/parameters/definitions.ts";
import { createCircleIndex } from "../../sim/population/circle-index.ts";
import { step } from "../../sim/step/step.ts";
import { expectProportional } from "../helpers/chi-square.ts";
import {
  countInOneTick,
  countMeetings,
  disdain,
  MUCH,
  onePlan,
  readMeetings,
  silence,
  TICKS,
  withZero,
} from "../helpers/plan-bench.ts";
import { type BenchTie, bench, full } from "../helpers/rule-bench.ts";

describe("a unit of time", () => {
  // Evidence of 4, 1 and 8; τ is ½, 1 and ½, so τ³ is ⅛, 1 and ⅛; v is 1 − 0.5 · (1 − z): 1, 1 and ½
  const ties: BenchTie[] = [
    [0, 1, 0.1, { e: 4 * MUCH }],
    [0, 2, 0.9, { ...full, e: MUCH }],
    [0, 3, 0.4, { e: 8 * MUCH }],
  ];
  const others = [{ z: 1 }, { z: 1 }, { z: 0 }];

  test("goes to a partner in proportion to evidence, trust to the power of 3 and treatment", () => {
    expectProportional(countMeetings(others, ties, {}, { statusBias: 0.5 }), [4 / 8, 1, 8 / 16]);
    expectProportional(countMeetings(others, ties), [4 / 8, 1, 8 / 8]); // without bias
    expectProportional(countMeetings(others, ties, { trustInChoice: 1 }), [4 / 2, 1, 8 / 2]);
    expectProportional(countMeetings(others, ties, { trustInChoice: 0 }), [4, 1, 8]);
  });

  // With a memory of 10, evidence counts ½ after 10 silent ticks and ¼ after 30.
  test("counts evidence by the silence since the last encounter", () => {
    const same: BenchTie[] = [
      [0, 1, 0.5, { e: MUCH }],
      [0, 2, 0.5, { e: MUCH }],
    ];
    const fading = { memory: 10 };
    const counts = countInOneTick([{}, {}], same, fading, {}, (population) => {
      silence(population, 1, 10);
      silence(population, 2, 30);
    });
    expectProportional(counts, [2, 1]);
  });

  test("is not spent without initiative and base share, or on people without evidence", () => {
    const idle = bench([{}, {}], [[0, 1, 0.5, { e: 1 }]], onePlan);
    step(idle);
    expect(readMeetings(idle, 1)).toEqual([0]);
    expect(countMeetings([{}], [[0, 1, 0.9]])).toEqual([0]);
  });

  test("is spent with replacement: all units with one partner are one encounter, as deep as they are many", () => {
    const budget = { budget: 3, depth: true };
    expect(countMeetings([{}], [[0, 1, 0.5, { e: 1 }]], budget)).toEqual([3 * TICKS]);
    expect(countMeetings([{}], [[0, 1, 0.5, { e: 1 }]], { ...budget, depth: false })).toEqual([TICKS]);
    // Of two units, both go to the same of two partners half of the time.
    const two: BenchTie[] = [
      [0, 1, 0.5, { e: MUCH }],
      [0, 2, 0.5, { e: MUCH }],
    ];
    const [one, other] = countMeetings([{}, {}], two, { budget: 2 });
    expectProportional([one + other - TICKS, 2 * TICKS - one - other], [1, 1]);
  });

  test("is not spent on a contact below the trust threshold; at the threshold of ½ it is", () => {
    const avoided: BenchTie[] = [
      [0, 1, 0.5, { C: 0.49, e: MUCH }],
      [0, 2, 0.5, { e: 1 }],
    ];
    expect(countMeetings([{}, {}], avoided, { avoidBelow: 0.5 })).toEqual([0, TICKS]);
  });

  // 1 · (0 + 0.3) and 1 · (1 + 0.3)
  test("of which a fraction is left is spent with that probability", () => {
    const tie: BenchTie[] = [[0, 1, 0.5, { e: 1 }]];
    const [some] = countMeetings([{}], tie, {}, { initiative: 0.3 });
    expectProportional([some, TICKS - some], [0.3, 0.7]);
    // The other has time as well, but doesn't spend it on someone of low status.
    const population = bench([{ initiative: 0.3, z: 0 }, disdain], tie, { ...onePlan, budgetBase: 1, depth: true });
    for (let t = 0; t < TICKS; t++) step(population);
    const [units] = readMeetings(population, 1);
    expectProportional([units - TICKS, 2 * TICKS - units], [0.3, 0.7]);
  });

  test("is there as many times as the agent's sociality says", () => {
    const population = bench([{ initiative: 1 }, {}], [[0, 1, 0.5, { e: 1 }]], { ...onePlan, depth: true });
    population.agents.sociality.set([4, 1]);
    population.circles = createCircleIndex(population.agents);
    for (let t = 0; t < 100; t++) step(population);
    expect(readMeetings(population, 1)).toEqual([400]);
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
  function countPairs(given: readonly BenchTie[], parameters: Partial<Parameters>): Record<string, number> {
    const population = bench(withZero([{}, {}, {}]), given, { ...onePlan, ...parameters });
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
    const counts = countPairs(ties, { threeRate: 1 });
    expect(counts["0 1"]).toBe(TICKS);
    expect(counts["0 2"]).toBe(counts["1 2"]);
    expect(counts["0 3"]).toBe(counts["1 3"]);
    expect(counts["0 2"] + counts["0 3"]).toBe(TICKS);
    expectProportional([counts["0 2"], counts["0 3"]], [1, 3]);
  });

  test("does so in a share of the units", () => {
    const counts = countPairs(ties, { threeRate: 0.3 });
    const together = counts["0 2"] + counts["0 3"];
    expectProportional([together, TICKS - together], [0.3, 0.7]);
    expect(countPairs(ties, { threeRate: 0 })).toEqual({ "0 1": TICKS });
    expect(countPairs(ties, { threeRate: 1, meetingTogether: false })).toEqual({ "0 1": TICKS });
  });

  test("comes alone if the agent doesn't know the third, or is the third", () => {
    const strangers = ties.slice(0, 3);
    expect(countPairs(strangers, { threeRate: 1 })).toEqual({ "0 1": TICKS });
    expect(countPairs([[0, 1, 0.5, { e: MUCH }, { e: MUCH }]], { threeRate: 1 })).toEqual({ "0 1": TICKS });
  });
});
