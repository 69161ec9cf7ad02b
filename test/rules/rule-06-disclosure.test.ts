import { expect, test } from "vitest";
import { after, bench, full, none, pairsMeet, viewOf } from "../helpers/rule-bench.ts";

const learns = { ...pairsMeet, richnessRich: 0.5, learnIntimacy: 0.5 };

// shown 0.8 × (1 − 0.5) × (0.75 + 0.75 × 0.5) = 0.45; rate 0.5 × 0.5 × (½ + ½ × 0.5) = 0.1875
test("rule 6: 0.25 + 0.1875 × (0.45 − 0.25) = 0.2875", () => {
  const state = after(bench([{ openness: 0.8, boasting: 0.5 }, { curiosity: 0.5 }], [[0, 1, 0.2, {}, { I: 0.25 }]], learns));
  expect(viewOf(state, 1, 0).I).toBeCloseTo(0.2875, 14);
});

// 1 × 1.5 is cut to 1; rate 0.5 × 0.5 × 1
test("rule 6: disclosure to a fully trusted agent is cut at 1", () => {
  const state = after(bench([{ openness: 1 }, { curiosity: 1 }], [[0, 1, 0.2, full, { I: 0.25 }]], learns));
  expect(viewOf(state, 1, 0).I).toBeCloseTo(0.25 + 0.25 * 0.75, 14);
});

// shown 1 × 0.75; rate 0.5 × 0.5 × ½
test("rule 6: the discloser's trust counts, not the listener's; without curiosity the rate is half", () => {
  const state = after(bench([{ openness: 1 }, {}], [[0, 1, 0.2, none, { I: 0.25 }]], learns));
  expect(viewOf(state, 1, 0).I).toBeCloseTo(0.25 + 0.125 * 0.5, 14);
});

// Both show 0.5 × (0.75 + 0.75 × 0.5) = 0.5625; with the trust after R rises to 1, the higher agent would show more.
test("rule 6: both sides use their trust from before the encounter", () => {
  const alike = { openness: 0.5, curiosity: 1, z: 1 };
  const state = after(bench([alike, alike], [[0, 1, 0.2]], { ...learns, learnRespect: 1 }));
  expect(viewOf(state, 1, 0).R).toBe(1);
  expect(viewOf(state, 1, 0).I).toBeCloseTo(0.5 + 0.25 * 0.0625, 14);
  expect(viewOf(state, 0, 1).I).toBeCloseTo(0.5 + 0.25 * 0.0625, 14);
});
