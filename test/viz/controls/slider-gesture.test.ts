import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PlainValue } from "../../../sim/parameters/check-parameters.ts";
import { createSliderGesture } from "../../../viz/controls/slider-gesture.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function gestureWith() {
  const committed: PlainValue[] = [];
  return { committed, gesture: createSliderGesture((value) => committed.push(value)) };
}

test("a drag is one change, however long it takes, with the last value", () => {
  const { committed, gesture } = gestureWith();
  gesture.press();
  for (const value of [0.8, 0.5, 0.3]) {
    gesture.move(value);
    vi.advanceTimersByTime(5000);
    expect(gesture.draft.value).toBe(value);
  }
  expect(committed).toEqual([]);
  gesture.release();
  gesture.move(0.2); // a browser may report the last move after the release
  vi.advanceTimersByTime(1000);
  expect(committed).toEqual([0.2]);
  expect(gesture.draft.value).toBeUndefined();
});

test("keys pressed one after the other are one change; after a rest, another", () => {
  const { committed, gesture } = gestureWith();
  for (let k = 1; k <= 12; k++) {
    gesture.move(k);
    vi.advanceTimersByTime(150);
  }
  expect(committed).toEqual([]);
  vi.advanceTimersByTime(400);
  gesture.move(13);
  vi.advanceTimersByTime(400);
  expect(committed).toEqual([12, 13]);
});

test("a press without a move changes nothing, and what has moved is committed at once when asked", () => {
  const { committed, gesture } = gestureWith();
  gesture.press();
  gesture.release();
  vi.advanceTimersByTime(1000);
  gesture.move(0.4);
  gesture.finish();
  gesture.finish();
  vi.advanceTimersByTime(1000);
  expect(committed).toEqual([0.4]);
});
