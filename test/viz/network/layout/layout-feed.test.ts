import { expect, test } from "vitest";
import { feedDelay } from "../../../../viz/network/layout/layout-feed.ts";

test("the layout gets a new run at once, a new tick four times a second at most, and no tick twice", () => {
  const last = { run: 1, tick: 10, at: 1000 };
  expect(feedDelay(undefined, 1, 0, 50)).toBe(0);
  expect(feedDelay(last, 2, 10, 1001)).toBe(0);
  expect(feedDelay(last, 1, 10, 5000)).toBeUndefined();
  expect(feedDelay(last, 1, 11, 1100)).toBe(150);
  expect(feedDelay(last, 1, 11, 1250)).toBe(0);
  expect(feedDelay(last, 1, 11, 9000)).toBe(0);
});
