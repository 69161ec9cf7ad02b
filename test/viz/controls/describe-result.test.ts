import { expect, test } from "vitest";
import { describeResult } from "../../../viz/controls/describe-result.ts";

const promises = { resultUnit: "percent", why: "Because.", whyFor: "less" } as const;

test("what came of a way is given in percent, with the reason if it is not what was intended", () => {
  expect(describeResult(promises, 0.88, 0.674)).toEqual({ text: "67%", why: "Because." });
  expect(describeResult(promises, 0.65, 0.674)).toEqual({ text: "67%", why: "" });
  expect(describeResult(promises, 0.65, Number.NaN)).toEqual({ text: "–", why: "" });
});

test("the reason for less does not explain more", () => {
  expect(describeResult(promises, 0, 0.08).why).toMatch(/^People differ from the mean/);
  expect(describeResult({ ...promises, whyFor: "more" }, 0.7, 0.87).why).toBe("Because.");
  expect(describeResult({ ...promises, whyFor: "both" }, 0.7, 0.87).why).toBe("Because.");
});

test("a belief is given on its scale of 1 to 10, which no percentage can equal", () => {
  const credibility = { resultUnit: "belief", why: "Because.", whyFor: "both" } as const;
  expect(describeResult(credibility, 0.6, 0.6)).toEqual({ text: "6.4 of 10", why: "Because." });
  expect(describeResult(credibility, 0.6, Number.NaN)).toEqual({ text: "–", why: "Because." });
});
