import { expect, test } from "vitest";
import { describeEvidence, equationText, judgeScore, spokenEquation } from "../../../viz/inspector/equation-parts.ts";

/** A belief with its score, as a run computes it. */
function beliefOf([credibility, reliability, intimacy, selfOrientation]: readonly [number, number, number, number]) {
  const score = (3 + 9 * (credibility + reliability + intimacy)) / (1 + 9 * selfOrientation);
  return { credibility, reliability, intimacy, selfOrientation, score, evidence: 4, share: 0.5 };
}

/** Beliefs that spread evenly over all that are possible (additive recurrence, Roberts 2018). */
const many = Array.from({ length: 6_000 }, (_, k) => {
  const place = (step: number) => (0.5 + k * step) % 1;
  return beliefOf([place(0.8566748838545029), place(0.733891856627126), place(0.6287067210378087), place(0.5385972572236101)]);
});

test("the parts on show give the trust score on show", () => {
  for (const belief of many) {
    const { credibility, reliability, intimacy, selfOrientation, score } = equationText(belief);
    const sum = Number(credibility) + Number(reliability) + Number(intimacy);
    expect((sum / Number(selfOrientation)).toFixed(1)).toBe(score);
    expect(score).toBe(belief.score.toFixed(1));
  }
});

test("the parts have two decimals, and more only where two are not enough", () => {
  const decimals = many.map((belief) => (equationText(belief).intimacy.split(".")[1] ?? "").length);
  expect(Math.min(...decimals)).toBe(2);
  expect(decimals.filter((count) => count === 2).length / decimals.length).toBeGreaterThan(0.8);
  expect(decimals.filter((count) => count <= 3).length / decimals.length).toBeGreaterThan(0.98);
});

test("a belief of 0 is 1 and a belief of 1 is 10, the ends of the scale", () => {
  expect(equationText(beliefOf([0, 0.5, 1, 1]))).toEqual({
    credibility: "1.00",
    reliability: "5.50",
    intimacy: "10.00",
    selfOrientation: "10.00",
    score: "1.6",
  });
});

test.each([
  [0.3, "Distrust"],
  [2.69, "Distrust"],
  [2.7, "About neutral"],
  [3, "About neutral"],
  [3.3, "About neutral"],
  [3.31, "Trust"],
  [30, "Trust"],
])("a score of %d is %s", (score, judgment) => {
  expect(judgeScore(score)).toBe(judgment);
});

test("the equation is read out with each belief in its place", () => {
  expect(spokenEquation(equationText(beliefOf([0.5, 0.1, 0, 1])))).toBe(
    "Trust score 0.8 is credibility 5.50 plus reliability 1.90 plus intimacy 1.00, divided by self-orientation 10.00",
  );
});

test("evidence has one decimal, because it fades", () => {
  expect([0, 1, 12.3456].map(describeEvidence)).toEqual([
    "0.0 pieces of evidence",
    "1.0 piece of evidence",
    "12.3 pieces of evidence",
  ]);
});
