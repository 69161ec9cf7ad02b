import { describe, expect, test } from "vitest";
import { engineAndView, giveAllBack, headlessRows, rowsOf, small } from "../helpers/engine-bench.ts";

describe("a slow page", () => {
  test("gets two snapshots and no more, and the engine continues", () => {
    const { clock, engine, view } = engineAndView();
    engine.start(small);
    engine.play(Number.POSITIVE_INFINITY);
    clock.pass(500);
    expect(view.frames).toHaveLength(2);
    expect(engine.record().ticks).toBeGreaterThan(50);
  });

  test("gets the current state when it returns a snapshot", () => {
    const { clock, engine, view } = engineAndView();
    engine.start(small);
    engine.play(Number.POSITIVE_INFINITY);
    clock.pass(500);
    view.giveBack(view.frames[0].snapshot);
    expect(view.frames).toHaveLength(3);
    expect(view.frames[2].snapshot.tick).toBe(engine.record().ticks);
  });

  test("never has more than two snapshots, and those it returned are empty", () => {
    const { clock, engine, view } = engineAndView();
    engine.start(small);
    engine.play(30);
    let given = 0;
    for (let k = 0; k < 100; k++) {
      clock.pass(40);
      expect(view.frames.length - given).toBeLessThanOrEqual(2);
      if (k % 3 === 0 && given < view.frames.length) view.giveBack(view.frames[given++].snapshot);
    }
    expect(given).toBeGreaterThan(30);
    expect(view.frames[0].snapshot.lower).toHaveLength(0);
  });

  test.each([1, 2, 7, 40])("gets every row once, in order, even if it returns snapshots only every %d slices", (every) => {
    const { clock, engine, view } = engineAndView();
    engine.start(small);
    engine.play(Number.POSITIVE_INFINITY);
    let given = 0;
    for (let look = 1; look <= 160; look++) {
      clock.pass(4);
      if (look % every === 0) given = giveAllBack(view, given);
    }
    engine.pause();
    while (given < view.frames.length) given = giveAllBack(view, given);
    const { ticks } = engine.record();
    expect(ticks).toBeGreaterThan(20);
    expect(rowsOf(view.frames)).toEqual(headlessRows(small, ticks));
    expect(view.frames[view.frames.length - 1].snapshot.tick).toBe(ticks);
  });
});

test("nothing is sent if nothing has changed", () => {
  const { clock, engine, view } = engineAndView();
  engine.start(small);
  let given = giveAllBack(view, 0);
  clock.pass(10_000);
  given = giveAllBack(view, given);
  expect(view.frames).toHaveLength(1);
});

test("each frame says whether the engine is playing", () => {
  const { clock, engine, view } = engineAndView();
  let given = 0;
  const last = () => {
    given = giveAllBack(view, given);
    return view.frames[view.frames.length - 1].playing;
  };
  engine.start(small);
  expect(last()).toBe(false);
  engine.play(5);
  expect(last()).toBe(true);
  clock.pass(1000);
  expect(last()).toBe(true);
  engine.pause();
  expect(last()).toBe(false);
  engine.step(2);
  expect(last()).toBe(false);
});

describe("the number of measured ticks", () => {
  test.each([
    [2000, [0, 1, 2, 3]],
    [2001, [0]],
  ])("for %d agents and three ticks: %j", (agents, measured) => {
    const { engine, view } = engineAndView();
    engine.start({ ...small, parameters: { agents } });
    view.giveBack(view.frames[0].snapshot);
    engine.step(3);
    expect(rowsOf(view.frames).map(([tick]) => tick)).toEqual(measured);
  });

  test("large runs are measured once a quarter, as on the command line", () => {
    const { engine, view } = engineAndView();
    engine.start({ ...small, parameters: { agents: 2001 } });
    view.giveBack(view.frames[0].snapshot);
    engine.step(27);
    expect(rowsOf(view.frames).map(([tick]) => tick)).toEqual([0, 13, 26]);
  });
});
