import { describe, expect, test } from "vitest";
import { createActiveTies, fillActiveTies } from "../../sim/metrics/active-ties.ts";
import { copyActiveTies, shareNow, wereStrong, wereWeak, wereWeakAcross } from "../../sim/metrics/network/past-ties.ts";
import type { Population } from "../../sim/population/population.ts";
import { removeTie, tieRow } from "../../sim/population/tie-store.ts";
import { type GivenTie, smallPopulation } from "../helpers/small-population.ts";

const STRONG_FROM = 0.4;

function activeTies(population: Population) {
  const active = createActiveTies();
  fillActiveTies(population, active);
  return active;
}

const now = (population: Population) => copyActiveTies(population, activeTies(population));

type Past = ReturnType<typeof now>;

const conversion = (population: Population, past: Past) =>
  shareNow(population, activeTies(population), past, wereWeak, STRONG_FROM);

function setStrength(population: Population, one: number, other: number, strength: number): void {
  const { ties } = population;
  ties.strength[tieRow(ties, one, other)] = strength;
  ties.strength[tieRow(ties, other, one)] = strength;
}

// weak: 0–1, 0–3, 1–2 and 2–4 at the lower threshold; not 0–2 (strong), 1–3 (at the threshold for strong), 3–4 (not active)
const start: GivenTie[] = [
  [0, 1, 0.1],
  [0, 2, 0.8],
  [0, 3, 0.39],
  [1, 2, 0.2],
  [1, 3, 0.4],
  [2, 4, 0.05],
  [3, 4, 0.04],
];

describe("conversion", () => {
  test("is 0 at the start, because no weak tie is strong", () => {
    const population = smallPopulation(5, start);
    expect(conversion(population, now(population))).toBe(0);
  });

  test("is the share of the once weak ties that are now strong", () => {
    const population = smallPopulation(5, start);
    const past = now(population);
    setStrength(population, 0, 3, 0.4); // converted
    setStrength(population, 1, 2, 0.399); // still weak
    setStrength(population, 3, 4, 0.9); // was not weak
    expect(conversion(population, past)).toBe(1 / 4);
    setStrength(population, 2, 4, 0.9);
    expect(conversion(population, past)).toBe(2 / 4);
  });

  test("a forgotten tie has not converted", () => {
    const population = smallPopulation(5, start);
    const past = now(population);
    for (const [one, other] of [
      [0, 1],
      [0, 3],
      [1, 2],
    ])
      setStrength(population, one, other, 0.9);
    removeTie(population.ties, 0, 1); // 0 has a strong tie beside this one
    expect(conversion(population, past)).toBe(2 / 4);
  });

  test("a tie that forms later does not count", () => {
    const population = smallPopulation(5, start.slice(0, 1));
    const past = now(population);
    const later = smallPopulation(5, [
      [0, 1, 0.1],
      [0, 2, 0.9],
      [3, 4, 0.9],
    ]);
    expect(conversion(later, past)).toBe(0);
  });

  test("is undefined if no tie was weak", () => {
    const population = smallPopulation(3, [[0, 1, 0.9]]);
    expect(conversion(population, now(population))).toBeNaN();
  });

  test("a tie to a newcomer has not converted, but one to someone who came before the first look has", () => {
    const population = smallPopulation(5, start);
    population.agents.since.fill(100);
    const past = { ...now(smallPopulation(5, start)), tick: 100 };
    for (const contact of [1, 3]) setStrength(population, 0, contact, 0.9);
    expect(conversion(population, past)).toBe(2 / 4);
    population.agents.since[3] = 101; // the place of 3 has someone else since
    expect(conversion(population, past)).toBe(1 / 4);
    population.agents.since[0] = 101;
    expect(conversion(population, past)).toBe(0);
  });
});

/** Circles 0 1 and 2 3 4: the weak ties 0–3, 1–2 are cross ties, 0–1 and 2–4 aren't. */
const inCircles = () => {
  const population = smallPopulation(5, start);
  population.agents.circle.set([0, 0, 1, 1, 1]);
  return population;
};

describe("conversion of cross ties", () => {
  test("is over ties that were weak and led to another circle at the first look", () => {
    const population = inCircles();
    const past = now(population);
    setStrength(population, 0, 1, 0.9); // converted, but within a circle
    setStrength(population, 0, 3, 0.9);
    const share = () => shareNow(population, activeTies(population), past, wereWeakAcross, STRONG_FROM);
    expect(share()).toBe(1 / 2);
    population.agents.circle.fill(0); // later moves don't matter
    expect(share()).toBe(1 / 2);
  });
});

describe("survival", () => {
  const survival = (population: Population, past: Past, which: typeof wereWeak, members?: Uint8Array) =>
    shareNow(population, activeTies(population), past, which, 0, members);

  test("is the share of weak and of strong ties that are active now, weak or strong", () => {
    const population = smallPopulation(5, start);
    const past = now(population);
    expect([survival(population, past, wereWeak), survival(population, past, wereStrong)]).toEqual([1, 1]);
    setStrength(population, 0, 1, 0.049); // known, but not active
    setStrength(population, 1, 2, 0.9);
    setStrength(population, 0, 2, 0.05); // strong before
    removeTie(population.ties, 1, 3); // strong before
    expect([survival(population, past, wereWeak), survival(population, past, wereStrong)]).toEqual([3 / 4, 1 / 2]);
  });

  test("the place of someone who left does not count as survived", () => {
    const population = smallPopulation(5, start);
    const past = now(population);
    population.agents.since[2] = 1;
    // weak 1–2 and 2–4, strong 0–2
    expect([survival(population, past, wereWeak), survival(population, past, wereStrong)]).toEqual([2 / 4, 1 / 2]);
  });

  test("of members is over ties with at least one of them", () => {
    const population = smallPopulation(5, start);
    const past = now(population);
    removeTie(population.ties, 1, 2);
    expect(survival(population, past, wereWeak, Uint8Array.of(0, 1, 0, 0, 0))).toBe(1 / 2);
    expect(survival(population, past, wereStrong, Uint8Array.of(0, 0, 0, 0, 1))).toBeNaN();
  });
});
