import { expect, test } from "vitest";
import { scenarios } from "../../../sim/index.ts";
import { describeOwnValues } from "../../../viz/controls/describe-own-values.ts";

const takers = scenarios.takers_among_givers.interventions;

test("a slider says whom it does not move", () => {
  expect(describeOwnValues({ trait: "generosity" }, takers, 0)).toBe(
    "Some people have their own value: one in five takes. The slider moves the others.",
  );
  expect(describeOwnValues({ trait: "openness" }, takers, 0)).toBe("");
  expect(describeOwnValues({ trait: "follow_through" }, scenarios.everyone_keeps_promises.interventions, 9)).toBe(
    "Everyone has this value.",
  );
});

test("what has not begun or is over does not count", () => {
  const forAWhile = [{ tick: 5, until: 8, set_traits: { openness: 1 }, agents: [3] }];
  const saidAt = (tick: number) => describeOwnValues({ trait: "openness" }, forAWhile, tick) !== "";
  expect([3, 4, 7, 8].map(saidAt)).toEqual([false, true, true, false]);
});
