import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { describeLastYear, describeTies, describeTrustReceived } from "../../../viz/inspector/describe-agent.ts";
import { describeStrength } from "../../../viz/inspector/describe-strength.ts";

test("trust received is an average, or a sentence if nobody has enough evidence", () => {
  expect(describeTrustReceived(0.5872)).toBe("Trust received: 0.59.");
  expect(describeTrustReceived(Number.NaN)).toBe("Trust received: nobody has enough evidence yet.");
});

test("ties, promises and news are counted in the singular and the plural", () => {
  expect(describeTies(1, 14)).toBe("1 strong tie and 14 weak ties.");
  expect(describeTies(0, 1)).toBe("0 strong ties and 1 weak tie.");
  expect(describeLastYear(1, 0, 1)).toBe("In the last 52 weeks: 1 promise kept and 0 broken; reach 1 item of news.");
  expect(describeLastYear(1200, 1300, 0)).toBe(
    "In the last 52 weeks: 1,200 promises kept and 1,300 broken; reach 0 items of news.",
  );
  expect(describeLastYear(1, 0, 1, 117)).toBe(
    "In the 52 weeks until year 3, week 13: 1 promise kept and 0 broken; reach 1 item of news.",
  );
});

test("a tie is strong, weak or faded by the thresholds in force, each of which belongs to the stronger side", () => {
  const values = signal({ strong_from: 0.4, active_from: 0.05 });
  const described = (strength: number) => describeStrength(strength, { values });
  expect([0.4, 0.39, 0.05, 0.049].map(described)).toEqual(["a strong tie", "a weak tie", "a weak tie", "a faded tie"]);
  values.value = { strong_from: 0.2, active_from: 0.1 };
  expect([0.39, 0.1, 0.05].map(described)).toEqual(["a strong tie", "a weak tie", "a faded tie"]);
});
