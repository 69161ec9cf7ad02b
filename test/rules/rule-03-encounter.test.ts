import { expect, test } from "vitest";
import { after, bench, full, none, pairsMeet, tieOf, viewOf } from "../helpers/rule-bench.ts";

test("rule 3: w = 0.25 + α ρ (μ − s) = 0.25 + 0.4 × 0.5 × (0.5 − 0.25) = 0.3 between two agents with neutral trust", () => {
  const population = bench([{}, {}], [[0, 1, 0.25]], { ...pairsMeet, richnessWithin: 0.5, encounterGain: 0.4 });
  expect(tieOf(after(population), 0, 1).w).toBeCloseTo(0.3, 14);
});

test("rule 3: mutual trust of 1 and ½ is ⅔, so w = 0.25 + 0.4 × (⅔ − 0.25)", () => {
  const population = bench([{}, {}], [[0, 1, 0.25, full]], { ...pairsMeet, encounterGain: 0.4 });
  expect(tieOf(after(population), 0, 1).w).toBeCloseTo(0.25 + 0.4 * (2 / 3 - 0.25), 14);
});

test("rule 3: an encounter without trust weakens a tie, to 0.5 − 0.4 × 0.5 if both trust shares are 0", () => {
  const population = bench([{}, {}], [[0, 1, 0.5, none, none]], { ...pairsMeet, encounterGain: 0.4 });
  expect(tieOf(after(population), 0, 1).w).toBeCloseTo(0.3, 14);
});

test("rule 3: an encounter across circles uses the richness for other circles, 0.25 + 0.4 × 0.2 × (0.5 − 0.25)", () => {
  const population = bench([{ circle: 0 }, { circle: 1 }], [[0, 1, 0.25]], {
    chanceMeetings: 1,
    richnessWithin: 1,
    richnessAcross: 0.2,
    encounterGain: 0.4,
  });
  expect(tieOf(after(population), 0, 1).w).toBeCloseTo(0.27, 14);
});

// Respect takes R from ½ to 1: τ would be higher after it, c + r + ı = 5.5 + 10 + 5.5.
test("rule 3 comes first: strength moves toward the mutual trust from before the encounter", () => {
  const population = bench([{ z: 1 }, { z: 1 }], [[0, 1, 0.25]], { ...pairsMeet, encounterGain: 0.4, learnRespect: 1 });
  const state = after(population);
  expect(viewOf(state, 0, 1).R).toBe(1);
  expect(tieOf(state, 0, 1).w).toBeCloseTo(0.25 + 0.4 * 0.25, 14);
});

test("a pair has at most one encounter a tick, even if both run into each other in the circle and anywhere", () => {
  const state = after(bench([{}, {}], [[0, 1, 0.25]], { ...pairsMeet, chanceMeetings: 1, encounterGain: 0.4 }));
  expect(viewOf(state, 0, 1).e).toBe(1);
  expect(viewOf(state, 1, 0).e).toBe(1);
  expect(tieOf(state, 0, 1).w).toBeCloseTo(0.35, 14);
});

test("after an encounter each side has one more piece of evidence about the other, and no one else does", () => {
  const state = after(
    bench(
      [{}, {}, { circle: 1 }],
      [
        [0, 1, 0.2, { e: 4 }],
        [0, 2, 0.2],
        [1, 2, 0.2],
      ],
      pairsMeet,
    ),
  );
  expect(viewOf(state, 0, 1).e).toBe(5);
  expect(viewOf(state, 1, 0).e).toBe(1);
  for (const [i, j] of [
    [0, 2],
    [2, 0],
    [1, 2],
    [2, 1],
  ])
    expect(viewOf(state, i, j).e).toBe(0);
});
