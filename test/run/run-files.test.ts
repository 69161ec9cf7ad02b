import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { createCollector } from "../../sim/run/collect.ts";
import { type RunPlan, runFiles } from "../../sim/run/run-files.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { agentTable } from "../../sim/run/tables.ts";
import { advanceTo, makeRun } from "../helpers/make-run.ts";

function filesOf(plan: RunPlan) {
  const run = makeRun();
  const texts: Record<string, string> = {};
  let pieces = 0;
  for (const { file, text } of runFiles(run, plan)) {
    texts[file] = (texts[file] ?? "") + text;
    pieces++;
  }
  return { run, texts, pieces };
}

const ticksOf = (text: string) => [...new Set(csvParse(text).map(({ tick }) => Number(tick)))];

describe("the tables of a run", () => {
  test("are three, or four with events", () => {
    expect(Object.keys(filesOf({ ticks: 2, every: 1 }).texts).sort()).toEqual(["agents.csv", "series.csv", "ties.csv"]);
    expect(Object.keys(filesOf({ ticks: 2, every: 1, events: true }).texts)).toContain("events.csv");
  });

  test("have a row of the series at the start, at each interval and at the end, without duplicates", () => {
    const rows = (ticks: number, every: number) =>
      csvParse(filesOf({ ticks, every }).texts["series.csv"]).map(({ tick }) => Number(tick));
    expect(rows(12, 4)).toEqual([0, 4, 8, 12]);
    expect(rows(10, 4)).toEqual([0, 4, 8, 10]);
    expect(rows(3, 13)).toEqual([0, 3]);
    expect(rows(0, 13)).toEqual([0]);
  });

  test("have waves of ties at each interval and at the end, or only at the end", () => {
    const waves = (plan: RunPlan) => ticksOf(filesOf(plan).texts["ties.csv"]);
    expect(waves({ ticks: 10, every: 13 })).toEqual([10]);
    expect(waves({ ticks: 10, every: 13, tiesEvery: 4 })).toEqual([4, 8, 10]);
    expect(waves({ ticks: 8, every: 13, tiesEvery: 4 })).toEqual([4, 8]);
    expect(waves({ ticks: 0, every: 13, tiesEvery: 4 })).toEqual([0]);
  });

  test("have the agents of the last tick, with their activity in the year before it", () => {
    const { texts } = filesOf({ ticks: 60, every: 13 });
    const run = makeRun();
    const collector = createCollector(run.population, () => true);
    for (let tick = 0; tick <= 60; tick++) {
      advanceTo(run, tick);
      collector.collect();
    }
    expect(texts["agents.csv"]).toBe([...agentTable(run, collector)].join(""));
  });

  test("have every event of every tick", () => {
    const { run, texts } = filesOf({ ticks: 6, every: 13, events: true });
    const events = csvParse(texts["events.csv"]);
    expect(events).toHaveLength(run.population.events.counts.reduce((sum, count) => sum + count, 0));
    expect(ticksOf(texts["events.csv"])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("pause after each tick and take the run to its end, in the same state as without tables", () => {
    const { run, pieces } = filesOf({ ticks: 30, every: 13, tiesEvery: 5, events: true });
    expect(pieces).toBeGreaterThan(60);
    expect(stateHash(run)).toBe(stateHash(advanceTo(makeRun(), 30)));
  });
});
