import { describe, expect, test } from "vitest";
import { advance, defaultParameters, type ScenarioName, stateHash, tickOf } from "../../../sim/index.ts";
import type { FromFile } from "../../../viz/state/from-file.ts";
import { createWorld, type World } from "../../../viz/state/world.ts";
import { beginRun } from "../../../workers/begin-run.ts";
import { type EngineHere, engineHere } from "../../helpers/engine-here.ts";
import { createFakeClock, type FakeClock } from "../../helpers/fake-clock.ts";

interface Fixture extends EngineHere {
  readonly world: World;
  readonly clock: FakeClock;
}

/** A scenario without a burn-in: in this file it would only take time. */
const SCENARIO = "no_follow_up";
const fortyPeople = { agents: 40, circle_size: 20, ties_within: 8 };

/** A world with 40 people, which runs in this thread. */
async function smallWorld(scenario: ScenarioName = SCENARIO): Promise<Fixture> {
  const clock = createFakeClock(2);
  const here = engineHere(clock);
  const world = createWorld(here.connect);
  world.scenario.value = scenario;
  world.chosen.value = fortyPeople;
  await world.restart();
  return { ...here, world, clock };
}

/** Lets the commands answer that were given. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

function people(summary: string, note?: string): FromFile {
  const file: FromFile = { file: "a.csv", summary, ...(note !== undefined && { note }), again: async () => file };
  return file;
}

describe("a restart", () => {
  test("starts a run at tick 0 with what is set up, paused", async () => {
    const { world, engine } = await smallWorld();
    expect(world.runCount.value).toBe(1);
    expect(world.tick.value).toBe(0);
    expect(world.playing.value).toBe(false);
    expect(world.atStart.value.agents).toBe(40);
    expect(world.snapshot()?.agents).toBe(40);
    expect(engine.record().start).toMatchObject({ seed: "1973", scenario: SCENARIO, parameters: { agents: 40 } });
  });

  test("plays on if the run was playing, and forgets what the reader looked at", async () => {
    const { world, clock } = await smallWorld();
    world.play();
    await settle();
    clock.pass(1000);
    expect(world.tick.value).toBeGreaterThan(5);
    world.selection.value = { agent: 3 };
    world.hovered.value = { lower: 1, upper: 2 };
    world.seed.value = "8";
    await world.restart();
    await settle();
    expect(world.runCount.value).toBe(2);
    expect([world.selection.value, world.hovered.value]).toEqual([undefined, undefined]);
    expect(world.series.length.value).toBeGreaterThan(0);
    clock.pass(500);
    expect(world.playing.value).toBe(true);
    expect(world.tick.value).toBeGreaterThan(2);
  });

  test("plays on if it replaces another one that has not played yet", async () => {
    const { world } = await smallWorld();
    world.play();
    world.seed.value = "8";
    const earlier = world.restart();
    world.seed.value = "9";
    await Promise.all([earlier, world.restart()]);
    await settle();
    expect(world.playing.value).toBe(true);
  });

  test.each([true, false])("plays on as the reader said last, however late the frames are: %j", async (isPlaying) => {
    const here = engineHere(createFakeClock(2));
    const held: (() => void)[] = [];
    const world = createWorld((onFrame, onDeath) => {
      const client = here.connect(onFrame, onDeath);
      return { ...client, giveBack: (snapshot) => void held.push(() => client.giveBack(snapshot)) };
    });
    world.scenario.value = SCENARIO;
    world.chosen.value = fortyPeople;
    await world.restart();
    world.play();
    if (!isPlaying) {
      await settle();
      world.pause();
    }
    await world.restart();
    while (held.length > 0) {
      for (const giveBack of held.splice(0)) giveBack();
      await settle();
    }
    expect([world.runCount.value, world.playing.value]).toEqual([2, isPlaying]);
  });

  test("that fails shows every fault, and the old run continues", async () => {
    const { world, engine } = await smallWorld();
    world.chosen.value = { agents: 3, circle_size: 41, noise: 7 };
    await world.restart();
    expect(world.notice.value?.kind).toBe("fault");
    expect(world.notice.value?.lines.length).toBeGreaterThan(1);
    expect(world.runCount.value).toBe(1);
    expect(engine.record().start.parameters).toEqual({ agents: 40, circle_size: 20, ties_within: 8 });
  });

  test("shows which defaults gave way", async () => {
    const { world } = await smallWorld();
    world.chosen.value = { agents: 5 };
    await world.restart();
    expect(world.notice.value).toEqual({ kind: "done", lines: [expect.stringContaining("ties_within"), expect.anything()] });
  });
});

describe("of two starts that overlap", () => {
  test("the later one wins, whichever file is read first", async () => {
    const { world, engine } = await smallWorld();
    let finishFirst: (file: FromFile) => void = () => undefined;
    const first = world.openFiles(() => new Promise((resolve) => (finishFirst = resolve)));
    await world.openFiles(async () => people("the second", "found two"));
    finishFirst(people("the first"));
    await first;
    expect(world.fromFile.value?.summary).toBe("the second");
    expect(world.notice.value).toMatchObject({ kind: "done", lines: ["found two"] });
    expect(world.runCount.value).toBe(2);
    expect(engine.record().ticks).toBe(0);
  });

  test("the fault of an earlier one is not shown", async () => {
    const { world } = await smallWorld();
    let failFirst: (error: Error) => void = () => undefined;
    const first = world.openFiles(() => new Promise((_, reject) => (failFirst = reject)));
    await world.restart();
    failFirst(new Error("unreadable"));
    await first;
    expect(world.notice.value).toBeUndefined();
  });
});

test("files are read again for a restart with another seed", async () => {
  const { world } = await smallWorld();
  const asked: unknown[] = [];
  const file: FromFile = {
    ...people("twice"),
    async again(options) {
      asked.push(options);
      return file;
    },
  };
  await world.openFiles(async () => file);
  world.seed.value = "another";
  await world.restart();
  expect(asked).toEqual([{ seed: "another", domains: defaultParameters.domains }]);
});

describe("a parameter", () => {
  test("that is live acts in the next tick", async () => {
    const { world, engine } = await smallWorld();
    world.set("noise", 0.4);
    expect(world.values.value.noise).toBe(0.4);
    await settle();
    expect(engine.record().start.interventions).toEqual([{ tick: 1, set: { noise: 0.4 } }]);
    expect(world.waiting.value).toEqual({});
  });

  test("that is not live waits for a restart", async () => {
    const { world, engine } = await smallWorld();
    world.set("agents", 60);
    await settle();
    expect(world.waiting.value).toEqual({ agents: 60 });
    expect(engine.record().start.interventions).toEqual([]);
    await world.restart();
    expect(world.waiting.value).toEqual({});
    expect(world.snapshot()?.agents).toBe(60);
  });

  test("that the engine refuses is reported", async () => {
    const { world } = await smallWorld();
    world.set("noise", 9);
    await settle();
    expect(world.notice.value).toEqual({ kind: "fault", lines: [expect.stringContaining("noise")] });
  });
});

describe("a restart after changes", () => {
  test("keeps what was set, and the way back to the scenario drops it", async () => {
    const { world } = await smallWorld("default"); // with a burn-in, changes act from tick 1 on
    expect(world.isChanged.value).toBe(true); // fewer people than in the scenario
    world.set("noise", 0.4);
    world.step(5);
    world.set("follow_through_mean", 0.1);
    world.step(5);
    await settle();
    await world.restart();
    expect(world.tick.value).toBe(0);
    expect(world.values.value).toMatchObject({ agents: 40, noise: 0.4, follow_through_mean: 0.1 });
    expect(world.interventions.value).toEqual([{ tick: 1, set: { noise: 0.4, follow_through_mean: 0.1 } }]);
    await world.restart();
    expect(world.interventions.value).toHaveLength(1);
    await world.undo(0);
    await world.restart();
    expect(world.values.value.noise).toBe(defaultParameters.noise);

    world.chosen.value = { agents: 40, circle_size: 20, ties_within: 8 };
    await world.chooseScenario("class_of_25");
    expect(world.isChanged.value).toBe(false);
    world.set("noise", 0.4);
    await settle();
    expect(world.isChanged.value).toBe(true);
    await world.restart();
    expect(world.atStart.value.noise).toBe(0.4);
    expect(world.interventions.value).toEqual([]);
    world.seed.value = "another";
    await world.returnToScenario();
    expect([world.isChanged.value, world.seed.value, world.values.value.noise]).toEqual([false, "25", defaultParameters.noise]);
  });

  test("keeps a trait that the scenario sets for everyone where it was moved to", async () => {
    const { world, engine } = await smallWorld();
    await world.chooseScenario("everyone_keeps_promises");
    expect(world.values.value.follow_through_mean).toBe(1);
    world.step(2);
    world.set("follow_through_mean", 0.25);
    world.step(1);
    await settle();
    expect(world.values.value.follow_through_mean).toBe(0.25);
    expect(new Set(Array.from({ length: 9 }, (_, agent) => engine.agent(agent)?.measures.follow_through))).toEqual(new Set([0.25]));
    await world.restart();
    world.step(1);
    await settle();
    expect(world.values.value.follow_through_mean).toBe(0.25);
    expect(engine.agent(5)?.measures.follow_through).toBe(0.25);
  });
});

describe("undoing a change", () => {
  test("repeats the run without it, up to where it is, and keeps the selection; there is a way back", async () => {
    const { world, engine } = await smallWorld();
    world.step(4);
    await settle();
    world.set("noise", 0.4);
    world.step(3);
    world.set("gossip", false);
    world.step(3);
    await settle();
    await world.readHash();
    const changed = world.hash.value;
    world.selection.value = { agent: 3 };
    await world.undo(0);
    await settle();
    expect(world.tick.value).toBe(10);
    expect(world.interventions.value).toEqual([{ tick: 8, set: { gossip: false } }]);
    expect(world.values.value).toMatchObject({ noise: defaultParameters.noise, gossip: false });
    expect(world.selection.value).toEqual({ agent: 3 });
    const { run } = beginRun(engine.record().start);
    while (tickOf(run) < 10) advance(run);
    await world.readHash();
    expect(world.hash.value).toBe(stateHash(run));
    expect(world.hash.value).not.toBe(changed);

    const back = world.notice.value?.actions?.find(({ label }) => label === "Back to the previous run");
    back?.act();
    await expect.poll(() => world.interventions.value.length).toBe(2);
    await expect.poll(() => world.tick.value).toBe(10);
    await world.readHash();
    expect(world.hash.value).toBe(changed);
  });

  test("plays on if the run was playing, and does nothing if there is no such change", async () => {
    const { world } = await smallWorld();
    world.set("noise", 0.4);
    world.play();
    await settle();
    await world.undo(7);
    expect(world.runCount.value).toBe(1);
    await world.undo(0);
    await settle();
    expect(world.interventions.value).toEqual([]);
    expect(world.wantsToPlay()).toBe(true);
    expect(world.playing.value).toBe(true);
  });
});

test("a way back that a later start replaces leaves that start playing", async () => {
  const { world } = await smallWorld();
  world.step(30);
  await settle();
  await world.openFiles(async () => people("others"));
  world.notice.value?.actions?.find(({ label }) => label === "Back to the previous run")?.act();
  world.play();
  await world.restart();
  for (let turn = 0; turn < 5; turn++) await settle();
  expect([world.tick.value, world.playing.value]).toEqual([0, true]);
});

describe("the state hash", () => {
  test("is that of the same run without a page, and empties at the next tick", async () => {
    const { world, engine } = await smallWorld();
    world.step(3);
    await settle();
    await world.readHash();
    const { run } = beginRun(engine.record().start);
    while (tickOf(run) < 3) advance(run);
    expect(world.hash.value).toBe(stateHash(run));
    world.step();
    await settle();
    expect([world.tick.value, world.hash.value]).toEqual([4, ""]);
  });
});

test("two worlds with the same seed run side by side; an intervention in one leaves the other alone", async () => {
  const [one, other] = [await smallWorld(), await smallWorld()];
  one.world.set("follow_through_mean", 0.1);
  await settle();
  for (const { world } of [one, other]) {
    world.step(8);
    await settle();
    await world.readHash();
  }
  expect(other.engine.record().start.interventions).toEqual([]);
  expect(one.world.hash.value).not.toBe(other.world.hash.value);
  expect(other.world.series.length.value).toBe(9);
  const { run } = beginRun(other.engine.record().start);
  while (tickOf(run) < 8) advance(run);
  expect(other.world.hash.value).toBe(stateHash(run));
});

describe("an engine that dies", () => {
  test("stops the clock and gives the reason; later commands show no second message", async () => {
    const { world, kill, clock } = await smallWorld();
    world.play();
    await settle();
    clock.pass(200);
    kill("the worker died, perhaps out of memory");
    expect(world.deathReason.value).toBe("the worker died, perhaps out of memory");
    expect(world.playing.value).toBe(false);
    world.step();
    world.set("noise", 0.4);
    await world.restart();
    await world.readHash();
    expect(await world.viewAgent(0)).toBeUndefined();
    expect(world.notice.value).toBeUndefined();
    await expect(world.record()).rejects.toThrow("the worker died");
  });
});

test("agents and ties can be looked at, and nobody is undefined", async () => {
  const { world } = await smallWorld();
  const snapshot = world.snapshot();
  const [lower, upper] = [snapshot?.lower[0] ?? -1, snapshot?.upper[0] ?? -1];
  expect((await world.viewAgent(lower))?.contacts.map(({ agent }) => agent)).toContain(upper);
  expect(await world.viewTie(lower, upper)).toMatchObject({ lower, upper });
  expect(await world.viewAgent(999)).toBeUndefined();
});

test("an unknown scenario changes nothing", async () => {
  const { world } = await smallWorld();
  await world.chooseScenario("no_such_scenario");
  expect([world.scenario.value, world.runCount.value]).toEqual([SCENARIO, 1]);
  await world.chooseScenario("class_of_25");
  expect([world.scenario.value, world.runCount.value, world.snapshot()?.agents]).toEqual(["class_of_25", 2, 25]);
});
