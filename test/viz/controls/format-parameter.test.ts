import { expect, test } from "vitest";
import { formatChoice, formatParameter } from "../../../viz/controls/format-parameter.ts";
import { definitionOf } from "../../../viz/state/settings.ts";

test("a switch is on or off", () => {
  const gossip = definitionOf("gossip");
  expect([formatParameter(gossip, true), formatParameter(gossip, false)]).toEqual(["on", "off"]);
});

test("a number has three significant digits and thousands separators", () => {
  expect(formatParameter(definitionOf("follow_through_mean"), 0.88)).toBe("0.88");
  expect(formatParameter(definitionOf("agents"), 20_000)).toBe("20,000");
});

test("a choice is shown without underscores; an infinite time is the word never", () => {
  expect(formatParameter(definitionOf("network"), "small_world")).toBe("small world");
  expect(formatChoice("a_b_c")).toBe("a b c");
  expect(formatParameter(definitionOf("follow_up_interval"), "never")).toBe("never");
});
