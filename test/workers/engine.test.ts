import { describe, expect, test } from "vitest";
import {
  advance,
  createCollector,
  createRun,
  defaultParameters,
  InputError,
  networkMeasures,
  parameterNames,
  stateHash,
  strangers,
} from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import { createEngine } from "../../workers/engine.ts";
import type { EngineCommands, Frame, Start } from "../../workers/messages.ts";
import { createView, type View } from "../helpers/engine-view.ts";
import { createFakeClock, type FakeClock } from "../helpers/fake-clock.ts";

const small: Start = { seed: "7", parameters: { agents: 40, circle_size: 20 }, interventions: [] };

function engineAndView(): { clock: FakeClock; engine: EngineCommands; view: View } {
  // Every look at the clock takes 2 ms, so that even at full speed a slice has few ticks.
  const clock = createFakeClock(2);
  const engine = createEngine(clock);
  return { clock, engine, view: createView(engine) };
}

/** The rows of several frames in order. */
function rowsOf(frames: readonly Frame[]): number[][] {
  return frames.flatMap(({ rows }) =>
    Array.from({ length: rows.length / networkMeasures.length }, (_, k) =>
      Array.from(rows.subarray(k * networkMeasures.length, (k + 1) * networkMeasures.length)),
    ),
  );
}

/** The rows of the same run without a page, at every tick. */
function headlessRows(start: Start, ticks: number): number[][] {
  const { run } = beginRun(start);
  const collector = createCollector(run.population, () => true);
  const rows = [Array.from(collector.collect() ?? [])];
  while (run.population.tick < ticks) {
    advance(run);
    rows.push(Array.from(collector.collect() ?? []));
  }
  return rows;
}

function headlessHash(start: Start, ticks: number): string {
  const { run } = beginRun(start);
  while (run.population.tick < ticks) advance(run);
  return stateHash(run);
}

/** Returns the snapshots of all frames from `from` on. */
function giveAllBack(view: View, from: number): number {
  let at = from;
  for (; at < view.frames.length; at++) view.giveBack(view.frames[at].snapshot);
  return at;
}

describe("a new run", () => {
  test("is sent at once, paused, at tick 0, with all its parameters", () => {
    const { clock, engine, view } = engineAndView();
    engine.start(small);
    clock.pass(1000);
    expect(view.frames).toHaveLength(1);
    const [{ begins, snapshot, rows, playing, interventions }] = view.frames;
    expect(Object.keys(begins?.parameters ?? {}).sort()).toEqual([...parameterNames].sort());
    expect(begins?.parameters.agents).toBe(40);
    expect(begins?.measures).toEqual(networkMeasures);
    expect(snapshot.tick).toBe(0);
    expect(snapshot.agents).toBe(40);
    expect(rows).toHaveLength(networkMeasures.length);
    expect(playing).toBe(false);
    expect(interventions).toEqual([]);
  });

  test("is announced in its first frame only, even if the page is slow", () => {
    const { engine, view } = engineAndView();
    engine.start(small);
    engine.step(1);
    engine.start({ ...small, seed: "8" });
    engine.step(3);
    expect(view.frames.map(({ snapshot }) => snapshot.tick)).toEqual([0, 1]);
    view.giveBack(view.frames[0].snapshot);
    engine.step(1);
    view.giveBack(view.frames[1].snapshot);
    expect(view.frames.map(({ snapshot }) => snapshot.tick)).toEqual([0, 1, 3, 4]);
    expect(view.frames.map(({ begins }) => begins !== undefined)).toEqual([true, false, true, false]);
    expect(rowsOf(view.frames.slice(2)).map(([tick]) => tick)).toEqual([0, 1, 2, 3, 4]);
  });

  test("ends the old run, whatever its speed", () => {
    const { clock, engine, view } = engineAndView();
    engine.start(small);
    engine.play(Number.POSITIVE_INFINITY);
    clock.pass(200);
    engine.start({ ...small, seed: "8" });
    clock.pass(200);
    expect(engine.record()).toEqual({ start: { ...small, seed: "8" }, ticks: 0 });
    giveAllBack(view, 0);
    expect(view.frames[view.frames.length - 1].playing).toBe(false);
  });
});

describe("a start that fails", () => {
  const broken: Start = { seed: "1", parameters: { agents: -3, noise: 7 }, interventions: [{ tick: 0, set: { noise: 2 } }] };

  test("reports every fault", () => {
    const { engine } = engineAndView();
    expect(() => engine.start(broken)).toThrow(InputError);
    expect(() => engine.start(broken)).toThrow(/agents[\s\S]*noise[\s\S]*interventions/);
  });

  test("leaves the old run as it was, and playing", () => {
    const { clock, engine, view } = engineAndView();
    engine.start(small);
    engine.play(10);
    clock.pass(1000);
    const before = engine.record();
    const hash = engine.stateHash();
    expect(() => engine.start(broken)).toThrow();
    expect(engine.record()).toEqual(before);
    expect(engine.stateHash()).toBe(hash);
    clock.pass(1000);
    expect(engine.record().ticks).toBe(before.ticks + 10);
    giveAllBack(view, 0);
    expect(view.frames.filter(({ begins }) => begins !== undefined)).toHaveLength(1);
    expect(view.frames[view.frames.length - 1].playing).toBe(true);
  });
});

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

test("before the first start, commands that need a run fail, and the others do nothing", () => {
  const { clock, engine, view } = engineAndView();
  expect(() => engine.stateHash()).toThrow("no run has started");
  expect(() => engine.record()).toThrow("no run has started");
  expect(() => engine.intervene({ set: { noise: 0 } })).toThrow("no run has started");
  engine.step(3);
  engine.play(10);
  clock.pass(1000);
  expect(view.frames).toEqual([]);
});

test("a run starts with the people, names and ties of a file", () => {
  const { engine, view } = engineAndView();
  const names = ["Zoë", "<b>Bo</b>", "Al"];
  const people = { ...strangers(names), circleNames: ["east", "west"], circle: Int32Array.of(0, 1, 1) };
  const imported = {
    lower: Uint32Array.of(0, 1),
    upper: Uint32Array.of(1, 2),
    weightRank: Float64Array.of(Number.NaN, Number.NaN),
    named: Uint8Array.of(0, 0),
  };
  engine.start({ seed: "1", parameters: {}, interventions: [], people, imported });
  const [{ begins, snapshot }] = view.frames;
  expect(begins?.names).toEqual(names);
  expect(begins?.circleNames).toEqual(["east", "west"]);
  expect(snapshot.agents).toBe(3);
  expect([...snapshot.lower.subarray(0, snapshot.ties)]).toEqual([0, 1]);
  expect([...snapshot.upper.subarray(0, snapshot.ties)]).toEqual([1, 2]);
});

test("parameters that are not given have their defaults", () => {
  const { run } = beginRun({ seed: "1", parameters: {}, interventions: [] });
  expect(run.parameters).toEqual(defaultParameters);
  expect(stateHash(run)).toBe(stateHash(createRun({ parameters: defaultParameters, seed: "1" })));
});
