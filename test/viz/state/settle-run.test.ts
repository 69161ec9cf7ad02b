import { describe, expect, test } from "vitest";
import { advance, stateHash, tickOf } from "../../../sim/index.ts";
import type { FromFile } from "../../../viz/state/from-file.ts";
import type { FetchWorld } from "../../../viz/state/settle-run.ts";
import { createWorld } from "../../../viz/state/world.ts";
import { formatEncounter, formatSettled } from "../../../viz/text/format-tick.ts";
import { beginRun } from "../../../workers/begin-run.ts";
import { engineHere } from "../../helpers/engine-here.ts";
import { createFakeClock } from "../../helpers/fake-clock.ts";

const SETTLED = 520;
const parameters = { agents: 25, circle_size: 25, ties_within: 4 };

/** The state, four weeks after its burn-in, of a class that has settled. */
const settledHash = hashOfSettled(4);

function hashOfSettled(tick: number): string {
  const { run } = beginRun({ seed: "7", scenario: "class_of_25", parameters, interventions: [], settled: SETTLED });
  while (tickOf(run) < tick) advance(run);
  return stateHash(run);
}

/** A record of a class that has settled, as a run.json gives it. */
function record(): FromFile {
  const file: FromFile = {
    file: "run.json",
    summary: "A class.",
    record: {
      scenario: "class_of_25",
      seed: "7",
      parameters,
      interventions: [],
      domains: 6,
      settled: SETTLED,
      ticks: 4,
      stateHash: settledHash,
      version: "0.1.0",
    },
    again: async () => file,
  };
  return file;
}

const fortyPeople = { agents: 40, circle_size: 20, ties_within: 8 };

/** The forty people after their burn-in, once a test has let them settle. An engine refuses it for any other world. */
let settledPeople: Uint8Array | undefined;
const fetchSettledPeople = async () => settledPeople;

function newWorld(fetchWorld: FetchWorld = async () => undefined) {
  const here = engineHere(createFakeClock(2));
  return { ...here, world: createWorld(here.connect, fetchWorld) };
}

describe("a run that has to settle", () => {
  test("shows the years of its burn-in, and then repeats the recorded run to its state", async () => {
    const { world } = newWorld();
    const lines: string[] = [];
    world.notice.subscribe((notice) => void lines.push(...(notice?.lines ?? [])));
    await world.openFiles(async () => record());
    expect(lines).toContain("The world settles before the start: year 1 of 10 …");
    expect(lines).toContain("The world settles before the start: year 10 of 10 …");
    expect(lines.at(-1)).toBe(`The run is at tick 4, with state hash ${settledHash}, as recorded.`);
    expect([world.tick.value, world.settled.value]).toEqual([4, SETTLED]);
    expect(world.about.value).toMatchObject({ scenario: "class_of_25", fromFile: { file: "run.json" } });
  });

  test("begins at once from a world that the page brings along", async () => {
    const first = newWorld();
    await first.world.openFiles(async () => record());
    const { world: bytes } = first.engine.record().start;
    const asked: string[] = [];
    const { world } = newWorld(async (key) => {
      asked.push(key);
      return bytes;
    });
    const lines: string[] = [];
    world.notice.subscribe((notice) => void lines.push(...(notice?.lines ?? [])));
    await world.openFiles(async () => record());
    expect(asked).toEqual([expect.stringMatching(/^[\da-f]{16}$/)]);
    expect(lines.filter((line) => line.includes("settles"))).toEqual([]);
    expect(await world.stateHash()).toBe(settledHash);
  });

  test("settles in the engine if the page brings along another world", async () => {
    const { world } = newWorld(async () => new Uint8Array(5000));
    await world.openFiles(async () => record());
    expect(await world.stateHash()).toBe(settledHash);
  });

  test("can be canceled: the old run and its settings stay", async () => {
    const { world, engine } = newWorld(fetchSettledPeople);
    world.chosen.value = fortyPeople;
    await world.restart();
    settledPeople = engine.record().start.world;
    const about: (string | undefined)[] = [];
    world.notice.subscribe((notice) => {
      if (!notice?.lines[0]?.includes("year 4 of 10")) return;
      about.push(world.scenario.value, world.about.value.scenario, world.about.value.fromFile?.file);
      notice.actions?.[0]?.act();
    });
    await world.openFiles(async () => record());
    expect(world.runCount.value).toBe(1);
    // While the class settles, the old world is on show, and the page still tells its story.
    expect(about).toEqual(["class_of_25", "default", undefined]);
    expect(world.notice.value).toBeUndefined();
    expect([world.scenario.value, world.chosen.value]).toEqual(["default", fortyPeople]);
    expect(engine.record().start.settled).toBe(1040);
    expect(engine.settling()).toBeUndefined();
  });

  test.each([true, false])("plays on if the old run is still playing when it has settled: %j", async (isPlaying) => {
    const { world } = newWorld(fetchSettledPeople);
    world.chosen.value = fortyPeople;
    await world.restart();
    world.play();
    world.notice.subscribe((notice) => {
      if (!isPlaying && notice?.lines[0]?.includes("year 4 of 20")) world.pause();
    });
    world.seed.value = "8"; // the engine keeps the settled world of the first seed
    await world.restart();
    await new Promise((resolve) => setTimeout(resolve));
    expect(world.runCount.value).toBe(2);
    expect(world.playing.value).toBe(isPlaying);
  });

  test("starts without a burn-in if it is canceled and there is no run to go back to", async () => {
    const { world } = newWorld();
    world.notice.subscribe((notice) => {
      if (notice?.lines[0]?.includes("year 4 of 20")) notice.actions?.[0]?.act();
    });
    world.chosen.value = fortyPeople;
    await world.restart();
    expect(world.runCount.value).toBe(1);
    expect(world.settled.value).toBe(0);
  });
});

test("the clock says how long the world has settled", () => {
  expect(formatSettled(0)).toBe("");
  expect(formatSettled(1040)).toBe("after 20 years");
  expect(formatSettled(52)).toBe("after 1 year");
  expect(formatSettled(20)).toBe("after 20 weeks");
});

test("an encounter before the start is named as such", () => {
  expect(formatEncounter(53)).toBe("Last encounter: year 2, week 1.");
  expect(formatEncounter(-1)).toBe("Last encounter: 1 week before the start.");
  expect(formatEncounter(-30)).toBe("Last encounter: 30 weeks before the start.");
  expect(formatEncounter(0)).toBe("No encounter since the start.");
});
