import { describe, expect, test } from "vitest";
import { createActiveTies, fillActiveTies } from "../../sim/metrics/active-ties.ts";
import { createWeakTies, shareStrong, weakTies } from "../../sim/metrics/network/conversion.ts";
import type { Population } from "../../sim/population/population.ts";
import { removeTie, tieRow } from "../../sim/population/tie-store.ts";
import { type GivenTie, smallPopulation } from "../helpers/small-population.ts";

const STRONG_FROM = 0.4;

function activeTies(population: Population) {
  const active = createActiveTies();
  fillActiveTies(population, active);
  return active;
}

function weakNow(population: Population) {
  const into = createWeakTies();
  weakTies(activeTies(population), STRONG_FROM, into);
  return into;
}

const conversion = (population: Population, once: ReturnType<typeof weakNow>) =>
  shareStrong(activeTies(population), STRONG_FROM, once);

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
    expect(conversion(population, weakNow(population))).toBe(0);
  });

  test("is the share of the once weak ties that are now strong", () => {
    const population = smallPopulation(5, start);
    const once = weakNow(population);
    setStrength(population, 0, 3, 0.4); // converted
    setStrength(population, 1, 2, 0.399); // still weak
    setStrength(population, 3, 4, 0.9); // was not weak
    expect(conversion(population, once)).toBe(1 / 4);
    setStrength(population, 2, 4, 0.9);
    expect(conversion(population, once)).toBe(2 / 4);
  });

  test("a forgotten tie has not converted", () => {
    const population = smallPopulation(5, start);
    const once = weakNow(population);
    for (const [one, other] of [
      [0, 1],
      [0, 3],
      [1, 2],
    ])
      setStrength(population, one, other, 0.9);
    removeTie(population.ties, 0, 1); // 0 has a strong tie beside this one
    expect(conversion(population, once)).toBe(2 / 4);
  });

  test("a tie that forms later does not count", () => {
    const population = smallPopulation(5, start.slice(0, 1));
    const once = weakNow(population);
    const later = smallPopulation(5, [
      [0, 1, 0.1],
      [0, 2, 0.9],
      [3, 4, 0.9],
    ]);
    expect(conversion(later, once)).toBe(0);
  });

  test("is undefined if no tie was weak", () => {
    const population = smallPopulation(3, [[0, 1, 0.9]]);
    expect(conversion(population, weakNow(population))).toBeNaN();
  });

  test("refilling a list removes its earlier content", () => {
    const into = weakNow(smallPopulation(5, start));
    weakTies(activeTies(smallPopulation(3, [[1, 2, 0.2]])), STRONG_FROM, into);
    expect(conversion(smallPopulation(3, [[1, 2, 0.6]]), into)).toBe(1);
  });
});
