import { expect, test } from "vitest";
import { after, bench, pairsMeet, viewOf } from "../helpers/rule-bench.ts";

const learns = { ...pairsMeet, learnCredibility: 0.4, halfEvidence: 5 };

// claim 0.5 + 0.5 × (1 − 0.5) = 0.75
test("rule 5: an agent claims its expertise plus a boast: 0.25 + 0.4 × (0.75 − 0.25) = 0.45", () => {
  const state = after(bench([{ sharing: 1, x: 0.5, boasting: 0.5 }, {}], [[0, 1, 0.2, {}, { C: 0.25 }]], learns));
  expect(viewOf(state, 1, 0).C).toBeCloseTo(0.45, 14);
  expect(viewOf(state, 0, 1).C).toBe(0.5); // 1 shares nothing
});

test("rule 5: with e0 pieces of evidence a claim counts half: 0.25 + 0.2 × 0.5 = 0.35", () => {
  const state = after(bench([{ sharing: 1, x: 0.75 }, {}], [[0, 1, 0.2, {}, { C: 0.25, e: 5 }]], learns));
  expect(viewOf(state, 1, 0).C).toBeCloseTo(0.35, 14);
});

// e is 0 in the first encounter and 1 in the second: 0.25 → 0.25 + 0.4 × 0.5 = 0.45 → 0.45 + 0.4 × (5/6) × 0.3 = 0.55
test("rule 5: the evidence from before the encounter counts", () => {
  const state = after(bench([{ sharing: 1, x: 0.75 }, {}], [[0, 1, 0.2, {}, { C: 0.25 }]], learns), 2);
  expect(viewOf(state, 1, 0).C).toBeCloseTo(0.55, 14);
});

test("rule 5: richness makes no difference", () => {
  const state = after(
    bench([{ sharing: 1, x: 0.75 }, {}], [[0, 1, 0.2, {}, { C: 0.25 }]], { ...learns, richnessRich: 0.1, richnessLean: 0.1 }),
  );
  expect(viewOf(state, 1, 0).C).toBeCloseTo(0.45, 14);
});
