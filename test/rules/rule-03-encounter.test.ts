import { expect, test } from "vitest";
import { after, apart, bench, full, none, pairsMeet, tieOf, viewOf } from "../helpers/rule-bench.ts";

test("rule 3: w = 0.25 + α ρ (μ − s) = 0.25 + 0.4 × 0.5 × (0.5 − 0.25) = 0.3 between two agents with neutral trust", () => {
  const population = bench([{}, {}], [[0, 1, 0.25]], { ...pairsMeet, richnessRich: 0.5, encounterGain: 0.4 });
  expect(tieOf(after(population), 0, 1).w).toBeCloseTo(0.3, 14);
});

test("rule 3: mutual trust of 1 and ½ is ½, so w = 0.25 + 0.4 × (½ − 0.25); as a harmonic mean it is ⅔", () => {
  const w = (reservedSide: boolean) =>
    tieOf(after(bench([{}, {}], [[0, 1, 0.25, full]], { ...pairsMeet, encounterGain: 0.4, reservedSide })), 0, 1).w;
  expect(w(true)).toBeCloseTo(0.35, 14);
  expect(w(false)).toBeCloseTo(0.25 + 0.4 * (2 / 3 - 0.25), 14);
});

test("rule 3: an encounter without trust weakens a tie, to 0.5 − 0.4 × 0.5 if both trust shares are 0", () => {
  const population = bench([{}, {}], [[0, 1, 0.5, none, none]], { ...pairsMeet, encounterGain: 0.4 });
  expect(tieOf(after(population), 0, 1).w).toBeCloseTo(0.3, 14);
});

// The two are alone in their circles, so they run into each other. They trust each other neutrally: μ = ½.
test.each([
  ["rises with mutual trust: 0.2 + 0.8 × (0.5 − 0.4) / (0.8 − 0.4)", { leanBelow: 0.4, richFrom: 0.8 }, 0.4],
  ["is lean up to the lower bound", { leanBelow: 0.5, richFrom: 0.8 }, 0.2],
  ["is full from the upper bound on", { leanBelow: 0.3, richFrom: 0.5 }, 1],
  ["is lean if it doesn't rise", { leanBelow: 0.1, richFrom: 0.2, risingRichness: false }, 0.2],
])("rule 3: richness across circles %s", (_, bounds, richness) => {
  const population = bench([{ circle: 0 }, { circle: 1 }], [[0, 1, 0.25]], {
    meetingRate: 1,
    richnessRich: 1,
    richnessLean: 0.2,
    encounterGain: 0.4,
    ...bounds,
  });
  population.events.listening = 1;
  expect(tieOf(after(population), 0, 1).w).toBeCloseTo(0.25 + 0.4 * richness * 0.25, 14);
  expect(population.events.value[0]).toBeCloseTo(richness, 14);
});

// Respect takes R from ½ to 1: τ would be higher after it, c + r + ı = 5.5 + 10 + 5.5.
test("rule 3 comes first: strength moves toward the mutual trust from before the encounter", () => {
  const population = bench([{ z: 1 }, { z: 1 }], [[0, 1, 0.25]], { ...pairsMeet, encounterGain: 0.4, learnRespect: 1 });
  const state = after(population);
  expect(viewOf(state, 0, 1).R).toBe(1);
  expect(tieOf(state, 0, 1).w).toBeCloseTo(0.25 + 0.4 * 0.25, 14);
});

// Both run into each other, so they spend two units together: rates of 0.4 and 0.2 act as 1 − 0.6² = 0.64 and 1 − 0.8² = 0.36.
test("a pair has at most one encounter a tick, and all its units make it deeper", () => {
  const rates = { encounterGain: 0.4, learnRespect: 0.2, learnIntimacy: 0.2, curiosityBase: 1, learnAttention: 0.2 };
  const alike = { z: 1, openness: 0, generosity: 0 };
  const meet = (depth: boolean) => after(bench([alike, alike], [[0, 1, 0.25]], { ...pairsMeet, ...rates, depth }));
  const deep = meet(true);
  expect(tieOf(deep, 0, 1).w).toBeCloseTo(0.25 + 0.64 * 0.25, 14);
  // Respect of 1, nothing disclosed and no attention: from ½ to 1, 0 and 1
  for (const view of [viewOf(deep, 0, 1), viewOf(deep, 1, 0)]) {
    expect([view.e, view.C]).toEqual([2, 0.5]);
    expect(view.R).toBeCloseTo(0.5 + 0.36 * 0.5, 14);
    expect(view.I).toBeCloseTo(0.5 - 0.36 * 0.5, 14);
    expect(view.S).toBeCloseTo(0.5 + 0.36 * 0.5, 14);
  }
  const shallow = meet(false);
  expect(tieOf(shallow, 0, 1).w).toBeCloseTo(0.35, 14);
  expect([viewOf(shallow, 0, 1).e, viewOf(shallow, 1, 0).e]).toEqual([1, 1]);
  expect(viewOf(shallow, 0, 1).R).toBeCloseTo(0.6, 14);
});

// A claim of 1 moves C from ½ at the rate 0.4 × 5 / (5 + 5) = 0.2, and over two units at 0.36. The evidence of the units counts later.
test("claims move credibility further in a deep encounter, by the evidence from before it", () => {
  const sharer = { sharing: 1, x: 1 };
  const learns = { ...pairsMeet, learnCredibility: 0.4, halfEvidence: 5, depth: true };
  const state = after(bench([sharer, {}], [[0, 1, 0.2, {}, { e: 5 }]], learns));
  expect(viewOf(state, 1, 0).C).toBeCloseTo(0.5 + 0.36 * 0.5, 14);
});

test("after an encounter each side has one more piece of evidence about the other, and no one else does", () => {
  const state = after(
    bench(
      [{}, {}, apart],
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
