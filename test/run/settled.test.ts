import { describe, expect, test } from "vitest";
import { lifeMeasures, networkMeasures } from "../../sim/metrics/network-measures.ts";
import { scenarios } from "../../sim/parameters/scenarios.ts";
import { type Collector, createCollector, LOOK_BACK, remembersEnough } from "../../sim/run/collect.ts";
import { advance, intervene, type Run, tickOf } from "../../sim/run/run.ts";
import { runFiles } from "../../sim/run/run-files.ts";
import { burnInHash, packWorld, settle, unpackWorld, worldKey } from "../../sim/run/settled-world.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { few, makeRun, type Wanted } from "../helpers/make-run.ts";

/** Longer than measurements look back, so that all of them are defined at tick 0. */
const SETTLED = 170;
const KEY = "0123456789abcdef";

/** People leave, join and lose ties, a setting ends, and a trait follows its mean, all after the burn-in. */
const interventions = [
  { tick: 1, set: { blow_off: 0.6, sharing_mean: 0.8 } },
  { tick: 1, set: { noise: 0.4 }, until: 9 },
  { tick: 3, remove: [3, 30] },
  { tick: 5, add: 4, circle: 0 },
  { tick: 20, set: { gossip: false }, until: 70 },
] as const;

const busy: Wanted = { parameters: { ...few, favor_rate: 0.8, longest_due: 20 }, seed: "settled", interventions };

function makeSettled(wanted: Wanted, settled = SETTLED): Run {
  return { ...makeRun(wanted), settled };
}

function collectorOf(run: Run, isMeasured: (tick: number) => boolean): Collector {
  return createCollector(run.population, isMeasured, { settled: run.settled });
}

/** A world at the end of its burn-in, as bytes. */
function makeWorld(wanted: Wanted, isMeasured: (tick: number) => boolean, settled = SETTLED): Uint8Array {
  const run = makeSettled(wanted, settled);
  const collector = collectorOf(run, isMeasured);
  settle(run, collector);
  return packWorld(run, collector, KEY);
}

/** The tables of a run by file. */
function tablesOf(...given: Parameters<typeof runFiles>): Record<string, string> {
  const tables: Record<string, string> = {};
  for (const { file, text } of runFiles(...given)) tables[file] = (tables[file] ?? "") + text;
  return tables;
}

describe("a run that forks from a settled world", () => {
  test.each([1, 13])("writes the tables of a run without a stop, with a row every %i ticks", (every) => {
    const plan = { ticks: 80, every, tiesEvery: 26, events: true };
    const straight = makeSettled(busy);
    const expected = tablesOf(straight, plan);
    const isMeasured = (tick: number) => tick >= 0 && tick <= 80 && (tick % every === 0 || tick === 80);
    const { run, memory } = unpackWorld(makeWorld(busy, isMeasured), KEY, isMeasured);
    run.interventions.push(...straight.interventions);
    expect(tablesOf(run, plan, memory)).toEqual(expected);
    expect(stateHash(run)).toBe(stateHash(straight));
    const [, first] = (expected["series.csv"] ?? "").split("\n");
    expect(first).toMatch(/^0,/);
    // Every measure has enough past. Local bridges are rare among so few people.
    const names = (expected["series.csv"] ?? "").split("\n")[0]?.split(",") ?? [];
    const empty = first?.split(",").flatMap((cell, at) => (cell === "" ? [names[at]] : []));
    expect(empty?.filter((name) => name !== "weak_bridge_share")).toEqual([]);
  });

  test("has the state hash and every measure of a run without a burn-in whose interventions come later", () => {
    const later = interventions.map((one) => ({
      ...one,
      tick: one.tick + SETTLED,
      ...("until" in one && { until: one.until + SETTLED }),
    }));
    const unsettled = makeRun({ ...busy, interventions: later });
    const plain = tablesOf(unsettled, { ticks: SETTLED + 60, every: 1, from: SETTLED });
    const isMeasured = (tick: number) => tick >= 0 && tick <= 60;
    const { run, memory } = unpackWorld(makeWorld(busy, isMeasured), KEY, isMeasured);
    run.interventions.push(...makeSettled(busy).interventions);
    const tables = tablesOf(run, { ticks: 60, every: 1 }, memory);
    expect(stateHash(run)).toBe(stateHash(unsettled));
    const sinceStart = (line: string) => {
      const cells = line.split(",");
      return cells.with(7, String(Number(cells[7]) - SETTLED)).join(",");
    };
    const [header, ...agents] = (plain["agents.csv"] ?? "").trimEnd().split("\n");
    expect(header?.split(",")[7]).toBe("since");
    expect(tables["agents.csv"]?.trimEnd().split("\n")).toEqual([header, ...agents.map(sinceStart)]);
    const withoutTick = (text = "") => text.replace(/^\d+,/gm, "");
    const series = withoutTick(tables["series.csv"]);
    expect(series).toBe(withoutTick(plain["series.csv"]));
    expect(series.trimEnd().split("\n")).toHaveLength(62);
  });

  test("counts the ticks of encounters before its start below 0", () => {
    const { "ties.csv": ties = "" } = tablesOf(makeSettled(busy), { ticks: 0, every: 1 });
    const [header = "", ...rows] = ties.trimEnd().split("\n");
    const at = header.split(",").indexOf("last_encounter");
    const encounters = rows.map((row) => Number(row.split(",")[at]));
    expect(Math.max(...encounters)).toBe(0);
    expect(Math.min(...encounters)).toBeGreaterThanOrEqual(-SETTLED);
    expect(Math.min(...encounters)).toBeLessThan(0);
  });

  test("takes a change made by hand from its next tick on", () => {
    const { run } = unpackWorld(
      makeWorld(busy, () => true),
      KEY,
      () => true,
    );
    intervene(run, { set: { blow_off: 0.7 } });
    advance(run);
    intervene(run, { set: { noise: 0.2 }, until: 4 });
    expect(run.interventions).toEqual([
      { tick: 1, set: { blow_off: 0.7 } },
      { tick: 2, set: { noise: 0.2 }, until: 4 },
    ]);
    expect(tickOf(run)).toBe(1);
  });

  test("settles shorter than measurements look back", () => {
    const plan = { ticks: 200, every: 1 };
    const isMeasured = (tick: number) => tick >= 0 && tick <= 200;
    const straight = makeSettled(busy, 20);
    const { run, memory } = unpackWorld(makeWorld(busy, isMeasured, 20), KEY, isMeasured);
    run.interventions.push(...straight.interventions);
    expect(tablesOf(run, plan, memory)).toEqual(tablesOf(straight, plan));
  });

  test("is not measured at ticks that the world was not made for", () => {
    const world = makeWorld(busy, (tick) => tick % 13 === 0);
    expect(() => unpackWorld(world, KEY, (tick) => tick % 13 === 0)).not.toThrow();
    expect(() => unpackWorld(world, KEY, (tick) => tick % 52 === 0)).not.toThrow();
    expect(() => unpackWorld(world, KEY, (tick) => tick % 5 === 0)).toThrow("it was made for other measurements");
  });
});

test("a forked run records the lives of ties that begin after the burn-in", () => {
  const isMeasured = (tick: number) => tick === 90;
  const straight = makeSettled(busy);
  const collector = createCollector(straight.population, isMeasured, { settled: SETTLED, lives: true });
  settle(straight, collector);
  const { run, memory } = unpackWorld(makeWorld(busy, isMeasured), KEY, isMeasured);
  run.interventions.push(...straight.interventions);
  const forked = createCollector(run.population, isMeasured, { settled: SETTLED, lives: true, memory });
  const rowOf = (from: Run, of: Collector) => {
    for (;;) {
      const row = of.collect();
      if (row !== undefined) return Array.from(row);
      advance(from);
    }
  };
  const row = rowOf(run, forked);
  expect(row).toEqual(rowOf(straight, collector));
  expect(row.slice(-lifeMeasures.length).every(Number.isFinite)).toBe(true);
});

describe("a memory is enough exactly if a collector that has it measures the same", () => {
  const every = (ticks: number) => (tick: number) => tick >= 0 && tick % ticks === 0;
  test.each([
    [every(1), every(1), true],
    [every(1), (tick: number) => tick === 155, true],
    [every(13), (tick: number) => tick === 155, false],
    [every(13), (tick: number) => tick === LOOK_BACK, true],
    [(tick: number) => tick === 51, (tick: number) => tick === 51, true],
  ])("case %#", (remembered, measured, isEnough) => {
    const run = makeSettled(busy);
    const collector = collectorOf(run, remembered);
    settle(run, collector);
    expect(remembersEnough(collector.memory(), run.settled, measured)).toBe(isEnough);
  });
});

describe("a world is refused", () => {
  const world = makeWorld({ parameters: { agents: 25, circle_size: 25, ties_within: 4 }, seed: "small" }, () => true, 5);
  const unpack = (bytes: Uint8Array, key = KEY) => unpackWorld(bytes, key, () => false);

  test("if any byte has changed", () => {
    for (let at = 0; at < world.length; at += Math.ceil(world.length / 97)) {
      const damaged = world.slice();
      damaged[at] ^= 1;
      expect(() => unpack(damaged)).toThrow("settled world:");
    }
  });

  test("if it is cut off", () => {
    for (const length of [0, 3, 15, 16, 40, world.length - 1])
      expect(() => unpack(world.slice(0, length))).toThrow("settled world:");
  });

  test("if it has another key", () => {
    expect(() => unpack(world, "another")).toThrow(`its key is ${KEY}, not another`);
  });
});

test("the key of a world changes with everything that it depends on", () => {
  const { parameters } = makeRun({});
  const other = makeRun({ parameters: { blow_off: 0.5 } }).parameters;
  const always = () => true;
  const burnIns = [
    burnInHash(parameters, 10, always),
    burnInHash(other, 10, always),
    burnInHash(parameters, 11, always),
    burnInHash(parameters, 10, (tick) => tick % 2 === 0),
    burnInHash(parameters, 10, always, ["a file"]),
  ];
  const keys = [...burnIns.map((one) => worldKey(one, "7")), worldKey(burnIns[0], "8")];
  expect(new Set(keys).size).toBe(keys.length);
  expect(burnInHash(parameters, 10, always)).toBe(burnIns[0]);
});

test("the rows of a settled run start at tick 0 in every scenario", () => {
  const { parameters, seed } = scenarios.class_of_25;
  const run = makeSettled({ parameters, seed }, 60);
  const [header, first] = (tablesOf(run, { ticks: 3, every: 1 })["series.csv"] ?? "").split("\n");
  expect(header).toBe(networkMeasures.map(({ name }) => name).join(","));
  expect(first).toMatch(/^0,25,/);
});
