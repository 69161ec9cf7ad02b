import { describe, expect, test } from "vitest";
import type { Population } from "../../sim/population/population.ts";
import { step } from "../../sim/step/step.ts";
import { expectProportional } from "../helpers/chi-square.ts";
import { countInOneTick, disdain, MUCH, nobody, onePlan, readMeetings, silence, TICKS } from "../helpers/plan-bench.ts";
import type { Person } from "../helpers/reference-state.ts";
import { type BenchTie, bench, full } from "../helpers/rule-bench.ts";

const followsUp = { ...onePlan, followUp: true, followUpInterval: 5 };

/** The ticks in which 0 met 1. */
function findMeetings(population: Population, ticks: number): number[] {
  const found: number[] = [];
  for (let t = 0, e = 0; t < ticks; t++) {
    step(population);
    const [now] = readMeetings(population, 1);
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
    expect(findMeetings(bench(withNobody(), [[0, 1, 0]], followsUp), 16)).toEqual([5, 10, 15]);
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
    expect(findMeetings(bench(withNobody(), [[0, 1, 0]], never), 100)).toEqual([]);
    expect(findMeetings(bench(withNobody(), [[0, 1, 0, { C: 0.49 }]], { ...followsUp, avoidBelow: 0.5 }), 100)).toEqual([]);
  });

  test("goes to each silent contact with equal probability, regardless of strength", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.9],
      [0, 2, 0.01],
    ];
    const counts = countInOneTick([nobody, nobody], ties, followsUp, disdain);
    expect(counts[0] + counts[1]).toBe(600);
    expectProportional(counts, [1, 1]);
  });

  test("is sent in the share of ticks that is the agent's initiative", () => {
    const parameters = { ...followsUp, budgetBase: 1, followUpInterval: 1 };
    const n = findMeetings(bench(withNobody({ initiative: 0.3 }), [[0, 1, 0]], parameters), TICKS).length;
    expectProportional([n, TICKS - n], [0.3, 0.7]);
  });

  // Only 1 is an expert, and 1 and 2 are both silent. Each tick 0 plans to meet 1. The follow-up, also of 1, goes to 1 or to 2.
  test("can go to the expert planned before: the two meet once, for two units", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.5],
      [0, 2, 0.5],
    ];
    const parameters = { ...followsUp, budget: 2, needRate: 1, domains: 2, depth: true };
    const [expert, other] = countInOneTick([{ ...nobody, domain: 1 }, nobody], ties, parameters, disdain);
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
      const [n] = countInOneTick([nobody], one, fresh, half, silentFor(silent));
      expectProportional([n, 600 - n], [0.3, 0.7]);
    }
    expect(countInOneTick([nobody], one, fresh, half, silentFor(5))).toEqual([0]);
    expect(countInOneTick([nobody], one, { ...fresh, freshFor: 0 }, half, silentFor(1))).toEqual([0]);
  });

  test("gets none once there is more evidence, or if the contact is avoided", () => {
    expect(countInOneTick([nobody], [[0, 1, 0.1, { e: 1.001 }]], fresh, half, silentFor(1))).toEqual([0]);
    expect(countInOneTick([nobody], [[0, 1, 0.1, { C: 0.49, e: 1 }]], { ...fresh, avoidBelow: 0.5 }, half, silentFor(1))).toEqual([
      0,
    ]);
  });

  test("gets it before a follow-up and before any partner", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.1, { ...full, e: 1 }],
      [0, 2, 0.5, { e: MUCH }],
    ];
    const counts = countInOneTick([nobody, {}], ties, { ...followsUp, freshFor: 4 }, {}, silentFor(1));
    expect(counts).toEqual([600, 0]);
  });

  test("is one of several, each equally likely", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.1, { ...full, e: 1 }],
      [0, 2, 0.3, { ...full, e: 0.5 }],
    ];
    const counts = countInOneTick([nobody, nobody], ties, { freshFor: 4 }, disdain, (population) => {
      silence(population, 1, 1);
      silence(population, 2, 3);
    });
    expect(counts[0] + counts[1]).toBe(600);
    expectProportional(counts, [1, 1]);
  });
});
