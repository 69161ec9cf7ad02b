import { expect, test } from "vitest";
import { describeResult } from "../../../viz/controls/describe-result.ts";

const promises = { resultUnit: "percent", why: "Because." } as const;

test("what came of a way is given in percent, with the reason if it is not what was intended", () => {
  expect(describeResult(promises, 0.88, 0.674)).toEqual({ text: "67%", why: "Because." });
  expect(describeResult(promises, 0.65, 0.674)).toEqual({ text: "67%", why: "" });
  expect(describeResult(promises, 0.65, Number.NaN)).toEqual({ text: "–", why: "" });
});

test("a belief is given on its scale of 1 to 10, which no percentage can equal", () => {
  const credibility = { resultUnit: "belief", why: "Because." } as const;
  expect(describeResult(credibility, 0.6, 0.6)).toEqual({ text: "6.4 of 10", why: "Because." });
  expect(describeResult(credibility, 0.6, Number.NaN)).toEqual({ text: "–", why: "Because." });
});
