import { describe, expect, test } from "vitest";
import { boundsOf, fitTransform } from "../../../../viz/network/gestures/view-transform.ts";
import { containsPoint, extentOf, isBeyond } from "../../../../viz/network/painting/extent.ts";

describe("the bounds of all agents", () => {
  test("reach to the outermost of those that have a position", () => {
    const positions = Float32Array.of(-5, 2, 30, -40, 7, 9, 1000, 1000);
    expect(boundsOf(positions, 3)).toEqual({ left: -5, right: 30, top: -40, bottom: 9 });
    expect(boundsOf(positions, 1)).toEqual({ left: -5, right: -5, top: 2, bottom: 2 });
    expect(boundsOf(positions, 0)).toBeUndefined();
  });
});

describe("the transform that shows everyone", () => {
  const bounds = { left: -100, right: 300, top: -50, bottom: 650 };

  test.each([
    [800, 600],
    [300, 900],
    [50, 50],
  ])("puts all of them on a canvas of %i × %i, their middle in its middle", (width, height) => {
    const transform = fitTransform(bounds, width, height);
    const [middleX, middleY] = [transform.applyX(100), transform.applyY(300)];
    expect(middleX).toBeCloseTo(width / 2, 9);
    expect(middleY).toBeCloseTo(height / 2, 9);
    const shown = extentOf(transform, width, height, 0);
    for (const [x, y] of [
      [bounds.left, bounds.top],
      [bounds.right, bounds.bottom],
    ])
      expect(containsPoint(shown, x, y)).toBe(true);
    const [spanX, spanY] = [(transform.k * 430) / width, (transform.k * 730) / height];
    expect(Math.max(spanX, spanY)).toBeCloseTo(0.92, 9);
  });

  test("does not come closer than 4 pixels per unit, however few they are", () => {
    expect(fitTransform({ left: 1, right: 1, top: 2, bottom: 2 }, 1000, 1000).k).toBe(4);
  });
});

describe("what a canvas shows", () => {
  const transform = fitTransform({ left: 0, right: 70, top: 0, bottom: 70 }, 100, 100);
  const shown = extentOf(transform, 100, 100, 0);

  test("is the canvas turned back to units of the layout, with a margin in pixels", () => {
    const { x: left, y: top } = transform.invert(0, 0);
    const { x: right, y: bottom } = transform.invert(100, 100);
    expect([shown.left, shown.top, shown.right, shown.bottom]).toEqual(
      [left, top, right, bottom].map((one) => expect.closeTo(one, 9)),
    );
    const wider = extentOf(transform, 100, 100, 46);
    expect(shown.left - wider.left).toBeCloseTo(46 / transform.k, 9);
    expect(wider.bottom - shown.bottom).toBeCloseTo(46 / transform.k, 9);
  });

  test("decides which lines are drawn: those that may cross it", () => {
    const box = { left: 0, right: 10, top: 0, bottom: 10 };
    expect(isBeyond(box, -5, 5, -1, 5)).toBe(true);
    expect(isBeyond(box, 11, 5, 20, 5)).toBe(true);
    expect(isBeyond(box, 5, -9, 5, -1)).toBe(true);
    expect(isBeyond(box, 5, 11, 5, 20)).toBe(true);
    expect(isBeyond(box, -5, 5, 15, 5)).toBe(false);
    expect(isBeyond(box, 5, 5, 50, 50)).toBe(false);
  });
});
