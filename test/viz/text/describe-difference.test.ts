import { expect, test } from "vitest";
import { describeTie, describeTrust } from "../../../viz/text/describe-difference.ts";

const name = (agent: number) => `P${agent}`;

test("differences of trust in words, with as many digits as they need", () => {
  const pair = { believer: 7, about: 4 };
  expect(describeTrust({ ...pair, before: 2.31, after: 2.64 }, name)).toBe("P7 trusts P4 more: 2.3 → 2.6");
  expect(describeTrust({ ...pair, before: 2.34, after: 2.31 }, name)).toBe("P7 trusts P4 less: 2.34 → 2.31");
  expect(describeTrust({ ...pair, before: 0.5, after: 0.75 }, name, "share")).toBe("P7 trusts P4 more: 0.50 → 0.75 of 1");
});

test("differences of ties in words: gained and lost ones have a strength in one world only", () => {
  const pair = { lower: 1, upper: 2 };
  expect(describeTie({ ...pair, before: 0, after: 0.21 }, name)).toBe("P1 and P2: tie gained, strength 0.21");
  expect(describeTie({ ...pair, before: 0.2, after: 0 }, name)).toBe("P1 and P2: tie lost, strength 0.20 without the change");
  expect(describeTie({ ...pair, before: 0.3, after: 0.5 }, name)).toBe("P1 and P2: tie stronger, 0.30 → 0.50");
  expect(describeTie({ ...pair, before: 0.501, after: 0.499 }, name)).toBe("P1 and P2: tie weaker, 0.501 → 0.499");
});
