import { describe, expect, test } from "vitest";
import { networkMeasures, runFiles } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { EngineCommands, Start } from "../../workers/messages.ts";
import { createReplay } from "../../workers/replay.ts";
import { engineAndView, headlessHash } from "../helpers/engine-bench.ts";

const SETTLED = 170;
const plain: Start = { seed: "7", parameters: { agents: 40, circle_size: 20, ties_within: 6 }, interventions: [] };
const settled: Start = { ...plain, settled: SETTLED, interventions: [{ tick: 2, set: { gossip: false } }] };

/** Settles what has been started, and returns the progress that the page would see. */
function settleAll(engine: EngineCommands): number[] {
  const progress: number[] = [];
  while (engine.settling() !== undefined) progress.push(engine.settle(20));
  return progress;
}

describe("a run with a burn-in", () => {
  test("begins when it has settled, with the state of the same run without a page", () => {
    const { engine, view } = engineAndView();
    engine.start(settled);
    expect(view.frames).toHaveLength(0);
    expect(engine.settling()?.ticks).toBe(SETTLED);
    const progress = settleAll(engine);
    expect(progress.length).toBeGreaterThan(3);
    expect(progress.at(-1)).toBe(SETTLED);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(engine.stateHash()).toBe(headlessHash(settled, 0));
    engine.step(5);
    expect(engine.stateHash()).toBe(headlessHash(settled, 5));
    expect(engine.record()).toMatchObject({ ticks: 5, start: { settled: SETTLED, interventions: settled.interventions } });
  });

  test("counts ticks from its start in frames, views and interventions, and has every measure of the past there", () => {
    const { engine, view } = engineAndView();
    engine.start(settled);
    settleAll(engine);
    const [{ begins, snapshot, rows }] = view.frames;
    expect(begins?.settled).toBe(SETTLED);
    expect(snapshot.tick).toBe(0);
    const empty = networkMeasures.map(({ name }) => name).filter((_, at) => Number.isNaN(rows[at]));
    // So small a world has no local bridges.
    expect(empty).toEqual(["weak_bridge_share"]);
    expect(rows[0]).toBe(0);
    const encounters = snapshot.lastEncounter.subarray(0, snapshot.ties);
    expect(Math.max(...encounters)).toBe(0);
    expect(Math.min(...encounters)).toBeLessThan(-10);
    const tie = engine.tie(snapshot.lower[0], snapshot.upper[0]);
    expect(tie).toMatchObject({ tick: 0, lastEncounter: encounters[0] });
    const agent = engine.agent(snapshot.lower[0]);
    expect(agent?.tick).toBe(0);
    expect(agent?.contacts.every(({ lastEncounter }) => lastEncounter <= 0)).toBe(true);
    engine.intervene({ set: { noise: 0.4 } });
    expect(engine.record().start.interventions[0]).toEqual({ tick: 1, set: { noise: 0.4 } });
  });
});

describe("a settled world", () => {
  test("is taken from elsewhere; a damaged or another one is refused", () => {
    const first = engineAndView().engine;
    first.start(settled);
    settleAll(first);
    const { world } = first.record().start;
    expect(world).toBeDefined();
    if (world === undefined) return;
    const damaged = world.slice();
    damaged[5000] ^= 1;
    const { engine } = engineAndView();
    engine.start({ ...settled, seed: "8" });
    expect(engine.takeWorld(world)).toBe(false);
    engine.start(settled);
    expect(engine.takeWorld(damaged)).toBe(false);
    expect(engine.settling()).toBeDefined();
    expect(engine.takeWorld(world)).toBe(true);
    expect(engine.settling()).toBeUndefined();
    expect(engine.stateHash()).toBe(headlessHash(settled, 0));
    // A record holds its world, so that the page can return to the run at once.
    engine.start(plain);
    engine.start(first.record().start);
    expect(engine.settling()).toBeUndefined();
    engine.step(4);
    expect(engine.stateHash()).toBe(headlessHash(settled, 4));
  });

  test("is kept for a start with the same seed and parameters, and not with others", () => {
    const { engine } = engineAndView();
    engine.start(settled);
    settleAll(engine);
    engine.step(9);
    engine.start({ ...settled, interventions: [] });
    expect(engine.settling()).toBeUndefined();
    expect(engine.stateHash()).toBe(headlessHash({ ...settled, interventions: [] }, 0));
    for (const other of [{ seed: "8" }, { settled: 171 }, { parameters: { ...settled.parameters, noise: 0.2 } }]) {
      engine.start({ ...settled, ...other });
      expect(engine.settling()).toBeDefined();
    }
  });

  test("does not replace the old run before it is ready, and never if it is given up", () => {
    const { engine, view } = engineAndView();
    engine.start(plain);
    engine.step(3);
    engine.start(settled);
    engine.settle(20);
    expect(engine.record().start.settled).toBeUndefined();
    engine.step(1);
    engine.stopSettling();
    expect(engine.settling()).toBeUndefined();
    expect(engine.settle(20)).toBe(Number.POSITIVE_INFINITY);
    expect(engine.record().ticks).toBe(4);
    expect(engine.stateHash()).toBe(headlessHash(plain, 4));
    expect(view.frames.filter(({ begins }) => begins !== undefined)).toHaveLength(1);
  });
});

test("a world can be taken over by a run with very many interventions", () => {
  const { engine } = engineAndView();
  engine.start({ ...settled, interventions: [] });
  settleAll(engine);
  const interventions = Array.from({ length: 200_000 }, (_, k) => ({ tick: k + 1, set: { gossip: false } }));
  engine.start({ ...settled, interventions });
  expect(engine.settling()).toBeUndefined();
  expect(engine.record().start.interventions).toHaveLength(interventions.length);
});

test("its network for other programs begins after the burn-in, with its world or without it", async () => {
  const { engine } = engineAndView();
  engine.start(settled);
  settleAll(engine);
  engine.step(30);
  const { start } = engine.record();
  const { world: _, ...bare } = start;
  const clock = { now: () => performance.now() * 1e6, soon: (callback: () => void) => setTimeout(callback) };
  const firsts: number[] = [];
  const networkOf = async (from: Start) => {
    const ticks: number[] = [];
    const file = await createReplay(clock as never).exportNetwork(from, 30, "gexf", (tick) => ticks.push(tick));
    firsts.push(Math.min(...ticks));
    return file.text();
  };
  const [short, long] = [await networkOf(start), await networkOf(bare)];
  expect(short).toContain('start="0" end="30"');
  expect(long === short).toBe(true);
  expect(firsts).toEqual([0, 1 - SETTLED]);
});

test.each([true, false])("its export is what the command line writes, with its world or without it (%s)", async (hasWorld) => {
  const { engine } = engineAndView();
  engine.start(settled);
  settleAll(engine);
  engine.step(30);
  const { start } = engine.record();
  const { world, ...bare } = start;
  const plan = { ticks: 30, every: 13, events: true };
  const ticks: number[] = [];
  const clock = { now: () => performance.now() * 1e6, soon: (callback: () => void) => setTimeout(callback) };
  const files = await createReplay(clock as never).replay(hasWorld ? start : bare, plan, (tick) => ticks.push(tick));
  const { run } = beginRun(bare);
  const wanted: Record<string, string> = {};
  for (const { file, text } of runFiles(run, plan)) wanted[file] = (wanted[file] ?? "") + text;
  for (const [file, text] of Object.entries(wanted)) expect(await files[file as "series.csv"]?.text(), file).toBe(text);
  const record = JSON.parse((await files["run.json"]?.text()) ?? "");
  expect(record).toMatchObject({ settled: SETTLED, ticks: 30, state_hash: engine.stateHash() });
  expect(Math.min(...ticks) >= 0).toBe(hasWorld);
  expect(world).toBeDefined();
});
