import { expect, test } from "vitest";
import { popoverPlace } from "../../../viz/text/place-popover.ts";

const window = { width: 400, height: 800 };
const popover = { width: 200, height: 100 };

test("a popover opens right below its anchor", () => {
  expect(popoverPlace({ left: 50, top: 100, bottom: 120 }, popover, window)).toEqual({ left: 50, top: 120 });
});

test("it opens above if there is no room below and more room above", () => {
  expect(popoverPlace({ left: 50, top: 700, bottom: 720 }, popover, window)).toEqual({ left: 50, top: 600 });
});

test("it keeps 8 pixels to the right and left edges", () => {
  expect(popoverPlace({ left: 390, top: 100, bottom: 120 }, popover, window).left).toBe(400 - 200 - 8);
  expect(popoverPlace({ left: -30, top: 100, bottom: 120 }, popover, window).left).toBe(8);
});

test("one that fits neither above nor below goes to the side with more room, and its top stays in the window", () => {
  const tall = { width: 200, height: 790 };
  expect(popoverPlace({ left: 50, top: 100, bottom: 120 }, tall, window).top).toBe(8);
  expect(popoverPlace({ left: 50, top: 700, bottom: 720 }, tall, window).top).toBe(8);
  const half = { width: 200, height: 500 };
  expect(popoverPlace({ left: 50, top: 380, bottom: 420 }, half, window).top).toBe(8);
  expect(popoverPlace({ left: 50, top: 360, bottom: 400 }, half, window).top).toBe(800 - 500 - 8);
});

test("one that is wider than the window starts at the left edge", () => {
  expect(popoverPlace({ left: 50, top: 100, bottom: 120 }, { width: 500, height: 50 }, window).left).toBe(8);
});
