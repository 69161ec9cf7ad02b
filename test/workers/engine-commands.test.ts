import { describe, expect, test } from "vitest";
import { InputError } from "../../sim/index.ts";
import { createEngine } from "../../workers/engine.ts";
import { engineAndView, giveAllBack, headlessHash, small } from "../helpers/engine-bench.ts";
import { createFakeClock } from "../helpers/fake-clock.ts";

describe("a slider", () => {
  test("moved many times between two ticks is one intervention with the last value", () => {
    const { engine } = engineAndView();
    engine.start(small);
    engine.step(4);
    for (let value = 0.1; value < 0.9; value += 0.01) engine.intervene({ set: { follow_through_mean: value } });
    engine.intervene({ set: { follow_through_mean: 0.95 } });
    engine.step(1);
    engine.intervene({ set: { follow_through_mean: 0.5 } });
    expect(engine.record().start.interventions).toEqual([
      { tick: 5, set: { follow_through_mean: 0.95 } },
      { tick: 6, set: { follow_through_mean: 0.5 } },
    ]);
  });

  test("reaches the page with the next frame", () => {
    const { engine, view } = engineAndView();
    engine.start(small);
    const before = view.frames.length;
    engine.intervene({ set: { noise: 0.4 } });
    expect(view.frames.slice(before).map(({ interventions }) => interventions)).toEqual([[{ tick: 1, set: { noise: 0.4 } }]]);
    view.giveBack(view.frames[0].snapshot);
    engine.step(1);
    expect(view.frames[view.frames.length - 1].interventions).toBeUndefined();
  });

  test("outside its range is refused with the reason, and nothing changes", () => {
    const { engine, view } = engineAndView();
    engine.start(small);
    engine.step(3);
    const hash = engine.stateHash();
    expect(() => engine.intervene({ set: { noise: 3 } })).toThrow(/noise.*3/);
    expect(() => engine.intervene({ set: { agents: 3 } })).toThrow(/agents/);
    expect(() => engine.intervene({ nothing: 1 })).toThrow(InputError);
    expect(engine.record().start.interventions).toEqual([]);
    expect(engine.stateHash()).toBe(hash);
    expect(view.frames).toHaveLength(2);
  });
});

describe("the state hash", () => {
  /** A run as a reader plays with it. */
  function played(look: boolean) {
    const { clock, engine, view } = engineAndView();
    engine.start({ ...small, interventions: [{ tick: 9, set: { gossip: false } }] });
    let given = 0;
    for (let k = 0; k < 12; k++) {
      engine.play([1, 30, Number.POSITIVE_INFINITY][k % 3]);
      clock.pass(1000 / 3);
      engine.pause();
      engine.intervene({ set: { follow_through_mean: 0.3 + k / 20 } });
      if (k === 6) engine.intervene({ agents: [3], set_traits: { openness: 1 } });
      if (k % 2 === 0) engine.step(1);
      if (!look) continue;
      given = giveAllBack(view, given);
      for (let agent = 0; agent < 40; agent++) engine.agent(agent);
      engine.tie(0, 1);
    }
    return engine;
  }

  test("equals that of the recorded run without a page", () => {
    const engine = played(true);
    const { start, ticks } = engine.record();
    expect(ticks).toBeGreaterThan(20);
    expect(start.interventions.length).toBeGreaterThan(8);
    expect(headlessHash(start, ticks)).toBe(engine.stateHash());
  });

  test("equals that of the record started in another engine", () => {
    const engine = played(true);
    const { start, ticks } = engine.record();
    const again = engineAndView().engine;
    again.start(structuredClone(start));
    again.step(ticks);
    expect(again.stateHash()).toBe(engine.stateHash());
    expect(again.record()).toEqual(engine.record());
  });

  test("differs if an intervention is left out", () => {
    const engine = played(true);
    const { start, ticks } = engine.record();
    expect(headlessHash({ ...start, interventions: start.interventions.slice(1) }, ticks)).not.toBe(engine.stateHash());
  });

  test("does not depend on whether anyone looked", () => {
    const { start, ticks } = played(true).record();
    const blind = createEngine(createFakeClock());
    blind.start(start);
    blind.step(ticks);
    expect(blind.stateHash()).toBe(played(true).stateHash());
  });
});

describe("a look at the run", () => {
  test("shows an agent in full, or a tie from either end", () => {
    const { engine, view } = engineAndView();
    engine.start(small);
    const { lower, upper, strength } = view.frames[0].snapshot;
    const tie = engine.tie(upper[0], lower[0]);
    expect([tie?.lower, tie?.upper]).toEqual([lower[0], upper[0]]);
    expect(Math.fround(tie?.strength ?? 0)).toBe(strength[0]);
    expect(engine.tie(lower[0], upper[0])).toEqual(tie);
    expect(engine.agent(lower[0])?.contacts.map(({ agent }) => agent)).toContain(upper[0]);
  });

  test("shows undefined if there is no such agent or tie", () => {
    const { engine } = engineAndView();
    expect(engine.agent(0)).toBeUndefined();
    expect(engine.tie(0, 1)).toBeUndefined();
    engine.start(small);
    expect(engine.agent(40)).toBeUndefined();
    expect(engine.tie(3, 3)).toBeUndefined();
    expect(engine.tie(0, 40)).toBeUndefined();
  });
});
