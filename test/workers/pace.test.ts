import { describe, expect, test } from "vitest";
import { createPace } from "../../workers/pace.ts";
import { createFakeClock } from "../helpers/fake-clock.ts";

/** A pace whose ticks take this many milliseconds, and the times at which they started. */
function paced(cost = 0) {
  const clock = createFakeClock();
  const ticks: number[] = [];
  const slices: number[] = [];
  const pace = createPace(
    clock,
    () => {
      ticks.push(clock.now());
      clock.spend(cost);
    },
    () => slices.push(clock.now()),
  );
  return { clock, pace, ticks, slices };
}

test.each([1, 2, 5, 10, 30])("at %d ticks a second, each tick comes when it is due", (speed) => {
  const { clock, pace, ticks } = paced();
  pace.set(speed);
  clock.pass(10_000 - 1);
  expect(ticks).toHaveLength(10 * speed);
  ticks.forEach((at, k) => {
    expect(at).toBeGreaterThanOrEqual((1000 * k) / speed - 1);
    expect(at).toBeLessThan((1000 * k) / speed + 2);
  });
});

test("ticks that take up part of their interval do not delay later ticks", () => {
  const { clock, pace, ticks } = paced(20);
  pace.set(30);
  clock.pass(10_000 - 1);
  expect(ticks.length).toBeGreaterThanOrEqual(299);
  expect(ticks.length).toBeLessThanOrEqual(300);
});

test("a speed that cannot be reached becomes as fast as possible, with commands let through after each tick", () => {
  const { clock, pace, ticks, slices } = paced(100);
  pace.set(30);
  clock.pass(10_000 - 1);
  expect(ticks).toHaveLength(100);
  expect(slices).toHaveLength(100);
});

test("at full speed, a slice has a few ticks, and commands are let through after each slice", () => {
  const { clock, pace, ticks, slices } = paced(1);
  pace.set(Number.POSITIVE_INFINITY);
  let asked = 0;
  const command = () => {
    asked++;
    if (clock.now() < 1000) clock.soon(command);
  };
  clock.soon(command);
  clock.pass(1000);
  expect(ticks.length).toBeGreaterThan(990);
  slices.slice(1).forEach((at, k) => {
    expect(at - slices[k]).toBeLessThan(14);
  });
  expect(asked).toBeGreaterThanOrEqual(slices.length - 1);
});

describe("a change of speed", () => {
  test("acts at once, also from one tick a second", () => {
    const { clock, pace, ticks } = paced();
    pace.set(1);
    clock.pass(10);
    expect(ticks).toHaveLength(1);
    pace.set(10);
    clock.pass(999);
    expect(ticks).toHaveLength(11);
  });

  test("leaves no callback of the old speed active", () => {
    const { clock, pace, ticks } = paced();
    for (let k = 0; k < 20; k++) pace.set(5);
    clock.pass(10_000 - 1);
    expect(ticks).toHaveLength(50);
  });

  test("from within a tick ends the slice", () => {
    const clock = createFakeClock();
    let ticks = 0;
    const pace = createPace(
      clock,
      () => {
        ticks++;
        pace.set(0);
      },
      () => undefined,
    );
    pace.set(Number.POSITIVE_INFINITY);
    clock.pass(1000);
    expect(ticks).toBe(1);
  });
});

test("at a speed of 0 there is no tick, and no time is spent", () => {
  const { clock, pace, ticks } = paced();
  pace.set(30);
  clock.pass(1000);
  pace.set(0);
  const before = ticks.length;
  clock.pass(100_000);
  expect(ticks).toHaveLength(before);
  expect(pace.speed).toBe(0);
});

test("no ticks are made up after a pause", () => {
  const { clock, pace, ticks } = paced();
  pace.set(10);
  clock.pass(1000);
  pace.set(0);
  clock.pass(3_600_000);
  const before = ticks.length;
  pace.set(10);
  clock.pass(1000 - 1);
  expect(ticks.length - before).toBe(10);
});

test("no ticks are made up after the computer has slept", () => {
  const { clock, pace, ticks } = paced();
  pace.set(30);
  clock.pass(1000);
  const before = ticks.length;
  clock.spend(3_600_000);
  clock.pass(1000 - 1);
  expect(ticks.length - before).toBeLessThanOrEqual(31);
});

test("a slice without a tick is not reported", () => {
  const { clock, pace, ticks, slices } = paced();
  pace.set(1);
  clock.pass(10_000);
  expect(slices).toHaveLength(ticks.length);
});
