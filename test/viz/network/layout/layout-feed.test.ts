import { expect, test } from "vitest";
import { feedDelay } from "../../../../viz/network/layout/layout-feed.ts";

test("the layout gets a new run at once, a new tick four times a second at most, and no tick twice unless the past has changed", () => {
  const last = { run: 1, tick: 10, cuts: 0, at: 1000 };
  expect(feedDelay(undefined, { run: 1, tick: 0, cuts: 0 }, 50)).toBe(0);
  expect(feedDelay(last, { run: 2, tick: 10, cuts: 0 }, 1001)).toBe(0);
  expect(feedDelay(last, { run: 1, tick: 10, cuts: 0 }, 5000)).toBeUndefined();
  expect(feedDelay(last, { run: 1, tick: 10, cuts: 1 }, 5000)).toBe(0);
  expect(feedDelay(last, { run: 1, tick: 11, cuts: 0 }, 1100)).toBe(150);
  expect(feedDelay(last, { run: 1, tick: 11, cuts: 0 }, 1250)).toBe(0);
  expect(feedDelay(last, { run: 1, tick: 11, cuts: 0 }, 9000)).toBe(0);
});
