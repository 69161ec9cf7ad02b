import { expect, test } from "vitest";
import { beliefOnScale, judgeScore, spokenEquation } from "../../../viz/inspector/equation-parts.ts";

test.each([
  [0, "1.0"],
  [0.5, "5.5"],
  [1, "10.0"],
  [0.123, "2.1"],
])("a belief of %d is %s on the scale of 1 to 10", (belief, text) => {
  expect(beliefOnScale(belief)).toBe(text);
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
  const belief = { credibility: 0.5, reliability: 0.1, intimacy: 0, selfOrientation: 1, evidence: 4, score: 0.84, share: 0.2 };
  expect(spokenEquation(belief)).toBe(
    "Trust score 0.84 is credibility 5.5 plus reliability 1.9 plus intimacy 1.0, divided by self-orientation 10.0",
  );
});
