import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followSlowly } from "../../../viz/state/follow-slowly.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a follower takes the first change at once, then at most one in each interval, and never loses the last", () => {
  const source = signal(0);
  const { value, end } = followSlowly(source, 100);
  const seen: number[] = [];
  for (let k = 1; k <= 25; k++) {
    vi.advanceTimersByTime(10);
    source.value = k;
    if (seen.at(-1) !== value.value) seen.push(value.value);
  }
  vi.advanceTimersByTime(100);
  expect(value.value).toBe(25);
  expect(seen.length).toBeLessThanOrEqual(4);
  end();
});

test("a follower that has ended no longer follows", () => {
  const source = signal(0);
  const { value, end } = followSlowly(source, 100);
  source.value = 1;
  end();
  source.value = 2;
  vi.advanceTimersByTime(1000);
  expect(value.value).toBe(0);
});
