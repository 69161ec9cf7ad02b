import { expect, test } from "vitest";
import { after, bench, pairsMeet, viewOf } from "../helpers/rule-bench.ts";

const learns = { ...pairsMeet, richnessRich: 0.5, learnAttention: 0.5 };

// seen 1 − 0.75 + 0.3 × 0.5 = 0.4; rate 0.5 × 0.5
test("rule 7: 0.8 + 0.25 × (0.4 − 0.8) = 0.7", () => {
  const state = after(bench([{ generosity: 0.75, boasting: 0.5 }, {}], [[0, 1, 0.2, {}, { S: 0.8 }]], learns));
  expect(viewOf(state, 1, 0).S).toBeCloseTo(0.7, 14);
});

// 1 − 0 + 0.3 is cut to 1
test("rule 7: the observed value is cut at 1, so 0.8 + 0.25 × 0.2 = 0.85", () => {
  const state = after(bench([{ generosity: 0, boasting: 1 }, {}], [[0, 1, 0.2, {}, { S: 0.8 }]], learns));
  expect(viewOf(state, 1, 0).S).toBeCloseTo(0.85, 14);
});
