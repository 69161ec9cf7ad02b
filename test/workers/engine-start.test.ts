import { describe, expect, test } from "vitest";
import {
  createRun,
  defaultParameters,
  InputError,
  networkMeasures,
  parameterNames,
  stateHash,
  strangers,
} from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import { engineAndView, giveAllBack, rowsOf, small } from "../helpers/engine-bench.ts";

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
    expect(engine.record()).toEqual({ start: { ...small, seed: "8", planned: [] }, ticks: 0 });
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
