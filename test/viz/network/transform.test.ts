import { expect, test } from "vitest";
import { between, Transform } from "../../../viz/network/transform.ts";

test("zooming leaves the point under the pointer where it is", () => {
  const before = new Transform(2, 30, -10);
  const point = before.invert(200, 120);
  const after = before.zoomTo(5, 200, 120);
  expect(after.k).toBe(5);
  expect([after.applyX(point.x), after.applyY(point.y)]).toEqual([expect.closeTo(200, 9), expect.closeTo(120, 9)]);
});

test("moving moves every point by the same pixels", () => {
  const moved = new Transform(2, 30, -10).moveBy(7, 9);
  expect([moved.applyX(1), moved.applyY(1)]).toEqual([39, 1]);
});

test("a glide starts at one place and ends at the other", () => {
  const [from, to] = [new Transform(1, 0, 0), new Transform(3, 10, 20)];
  expect([0, 0.5, 1].map((share) => between(from, to, share))).toEqual([from, new Transform(2, 5, 10), to]);
});
