import { describe, expect, test } from "vitest";
import type { EngineCommands, Start } from "../../workers/messages.ts";
import { engineAndView, giveAllBack, headlessHash, headlessRows, rowsOf } from "../helpers/engine-bench.ts";
import type { View } from "../helpers/engine-view.ts";

const planned = [
  { tick: 9, set: { gossip: false } },
  { tick: 31, remove: [3] },
];
const start: Start = { seed: "7", parameters: { agents: 40, circle_size: 20 }, interventions: planned };

/** An engine that continues the fork of another one, up to a tick. */
function continueTo({ frames }: View, tick: number): { engine: EngineCommands; view: View } {
  const state = frames.find(({ fork }) => fork !== undefined)?.fork?.state;
  if (state === undefined) throw new Error("no fork");
  const other = engineAndView();
  other.engine.continueFork(state);
  let given = 0;
  while (other.engine.record().ticks < tick) {
    other.engine.step(Math.min(5, tick - other.engine.record().ticks));
    given = giveAllBack(other.view, given);
  }
  return other;
}

/** Ticks of the frames that announce a fork. */
function forkedAt({ frames }: View): number[] {
  return frames.flatMap(({ fork }) => fork?.tick ?? []);
}

describe("a run that is changed by hand", () => {
  test("continues elsewhere as it was planned, with every measure of a headless run", () => {
    const { engine, view } = engineAndView();
    engine.start(start);
    engine.step(20);
    view.giveBack(view.frames[0].snapshot);
    expect(forkedAt(view)).toEqual([]);
    engine.intervene({ set: { follow_through_mean: 0.1 } });
    engine.step(7);
    engine.intervene({ set: { gossip: true } });
    engine.step(33);
    giveAllBack(view, 1);
    expect(forkedAt(view)).toEqual([20]);
    const other = continueTo(view, 80);
    expect(rowsOf(other.view.frames)).toEqual(headlessRows(start, 80).slice(20));
    expect(other.engine.stateHash()).toBe(headlessHash(start, 80));
    expect(engine.stateHash()).not.toBe(headlessHash(start, 60));
  });

  test("does so from the record, too, and without the change that was undone", () => {
    const { engine } = engineAndView();
    engine.start(start);
    engine.step(12);
    engine.intervene({ set: { follow_through_mean: 0.1 } });
    engine.step(3);
    engine.intervene({ set: { noise: 0.4 } });
    engine.step(3);
    const { start: recorded } = engine.record();
    const [first, second, third, ...rest] = recorded.interventions;
    expect([first, second, third, ...rest].map(({ tick }) => tick)).toEqual([9, 13, 16, 31]);
    for (const [interventions, tick] of [
      [recorded.interventions, 12],
      [[first, third, ...rest], 15],
      [[second, third, ...rest], 8],
    ] as const) {
      const again = engineAndView();
      again.engine.start({ ...recorded, interventions });
      again.engine.step(40);
      giveAllBack(again.view, 0);
      expect(forkedAt(again.view)).toEqual([tick]);
      expect(continueTo(again.view, 60).engine.stateHash()).toBe(headlessHash(start, 60));
    }
  });

  test("after a burn-in looks back to it", () => {
    const settled: Start = { ...start, parameters: { ...start.parameters, ties_within: 6 }, settled: 170 };
    const changed = engineAndView();
    changed.engine.start(settled);
    while (changed.engine.settling() !== undefined) changed.engine.settle(20);
    changed.engine.intervene({ set: { follow_through_mean: 0.1 } });
    changed.engine.step(10);
    giveAllBack(changed.view, 0);
    const other = continueTo(changed.view, 60);
    const { engine: alone, view } = engineAndView();
    alone.start(settled);
    while (alone.settling() !== undefined) alone.settle(20);
    for (let k = 0, given = 0; k < 12; k++) {
      alone.step(5);
      given = giveAllBack(view, given);
    }
    expect(rowsOf(other.view.frames)).toEqual(rowsOf(view.frames));
  });
});

describe("a world that a person forks", () => {
  test("continues elsewhere as it is planned then, with all changes so far", () => {
    const { engine, view } = engineAndView();
    engine.start(start);
    engine.step(10);
    engine.intervene({ set: { noise: 0.4 } });
    engine.step(10);
    const given = giveAllBack(view, 0);
    expect(engine.forkHere()).toBe(true);
    const asPlanned = structuredClone(engine.record().start);
    expect(asPlanned.planned).toEqual(asPlanned.interventions);
    engine.step(5);
    engine.intervene({ set: { follow_through_mean: 0.1 } });
    engine.step(35);
    giveAllBack(view, given);
    expect(forkedAt(view)).toEqual([10, 20]);
    const other = continueTo({ ...view, frames: view.frames.filter(({ fork }) => fork?.tick !== 10) }, 60);
    expect(other.engine.stateHash()).toBe(headlessHash(asPlanned, 60));
    expect(engine.stateHash()).not.toBe(headlessHash(asPlanned, 60));
    expect(engine.record().start.planned).toEqual(asPlanned.interventions);
  });

  test("can't be forked at an earlier tick than its last one, which is on show", () => {
    const { engine } = engineAndView();
    engine.start(start);
    engine.step(20);
    if (!engine.visit(8)) while (engine.travel(1) !== 0);
    expect(engine.forkHere()).toBe(false);
  });
});

test("a run without changes, and a new run, have no fork", () => {
  const { engine, view } = engineAndView();
  engine.start(start);
  engine.step(40);
  engine.intervene({ set: { noise: 0.4 } });
  engine.step(1);
  engine.start(start);
  engine.step(40);
  giveAllBack(view, 0);
  expect(forkedAt(view)).toEqual([]);
});
