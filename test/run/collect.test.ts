import { describe, expect, test } from "vitest";
import { networkMeasures } from "../../sim/metrics/network-measures.ts";
import { eventKinds } from "../../sim/population/event-log.ts";
import type { Population } from "../../sim/population/population.ts";
import { type Collector, createCollector } from "../../sim/run/collect.ts";
import { advance, type Run } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";
import { readPopulation } from "../helpers/read-population.ts";

const LAST = 230;

/**
 * Fading is not too fast, so ties become strong, but some fall below the forgetting threshold. People leave and join, so not everyone
 * was there a year ago. Events don't say who needed an expert, so expert help pays nothing.
 */
const wanted = {
  parameters: { ...few, fading_rate: 0.1, forget_below: 0.08, turnover: 0.2, moves: 0.5, expert_payoff: 0 },
  interventions: [
    { tick: 20, remove: [3, 30] },
    { tick: 70, add: 5, circle: 0 },
    { tick: 130, remove: { every: 9 } },
    { tick: 150, add: 2, circle: 1 },
  ],
};

interface Happened {
  kind: (typeof eventKinds)[number];
  from: number;
  to: number;
  value: number;
}

/** What the test records at each tick: its events, the strength of each tie by pair, the agents present, and facts by agent. */
interface Kept {
  events: Happened[];
  strengths: Map<string, number>;
  present: number[];
  since: number[];
  circle: number[];
}

function keep(population: Population): Kept {
  const { events, parameters, tick, circles, agents } = population;
  const happened = Array.from({ length: events.kept }, (_, at) => ({
    kind: eventKinds[events.kind[at]],
    from: events.from[at],
    to: events.to[at],
    value: events.value[at],
  }));
  events.kept = 0;
  const strengths = new Map<string, number>();
  readPopulation(population).people.forEach(({ ties }, i) => {
    for (const [j, { w, t0 }] of ties)
      if (i < j) strengths.set(`${i} ${j}`, w / (1 + parameters.fadingRate * (1 - parameters.fadingProtection * w) * (tick - t0)));
  });
  const { count } = agents;
  return {
    events: happened,
    strengths,
    present: [...circles.present],
    since: [...agents.since.subarray(0, count)],
    circle: [...agents.circle.subarray(0, count)],
  };
}

/** A whole run as the test records it, tick by tick from 0. */
function keepRun(): Kept[] {
  const run = makeRun(wanted);
  run.population.events.listening = 1;
  return Array.from({ length: LAST + 1 }, (_, tick) => keep(advanceTo(run, tick).population));
}

const kept = keepRun();

/** Events of the 52 ticks up to a tick, or of fewer near the start, by kind and by agent. */
function lastYear(tick: number) {
  const first = Math.max(0, tick - 52);
  const counts = new Map<string, number>();
  const doings = Array.from({ length: 60 }, () => ({ reach: 0, payoff: 0, kept: 0, broken: 0 }));
  for (const { events } of kept.slice(first + 1, tick + 1))
    for (const { kind, from, to, value } of events) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (kind === "news_used") doings[from].reach += value;
      if (kind === "promise_kept") {
        doings[from].kept++;
        doings[to].payoff += value;
      }
      if (kind === "promise_broken") {
        doings[from].broken++;
        doings[to].payoff -= 2 * value;
      }
    }
  return { ticks: tick - first, count: (kind: Happened["kind"]) => counts.get(kind) ?? 0, doings };
}

/** The columns that cover a window, at a tick, computed from the recorded run. */
function lookBack(tick: number): Record<string, number> {
  const { ticks, count, doings } = lastYear(tick);
  const { present } = kept[tick];
  const aYear = (number: number) => (number * 52) / (ticks * present.length);
  const [made, done, broken, refused] = (["promise_made", "promise_kept", "promise_broken", "refused"] as const).map(count);
  const reach = present.map((agent) => doings[agent].reach);
  const payoff = present.map((agent) => doings[agent].payoff);
  return {
    encounters: count("encounter") / (ticks * present.length),
    promises_made: aYear(made),
    promises_kept_share: done / (done + broken),
    promises_broken_share: broken / (done + broken),
    refused_share: refused / (refused + made),
    thanks_share: count("thanks") / done,
    gossip: aYear(count("gossip")),
    introductions: aYear(count("introduction")),
    declined: aYear(count("declined")),
    ties_formed: aYear(count("tie_formed")),
    ties_forgotten: aYear(count("tie_forgotten")),
    news_offered: aYear(count("news_offered")),
    news_used: aYear(count("news_used")),
    reach: aYear(sum(reach)),
    payoff: aYear(sum(payoff)),
    gini_reach: gini(reach),
    conversion_52: conversion(tick, 52),
    conversion_156: conversion(tick, 156),
    conversion_cross_156: conversion(tick, 156, true),
    survival_weak: shareNow(tick, 52, isWeak, 0.05),
    survival_strong: shareNow(tick, 52, (strength) => strength >= 0.4, 0.05),
  };
}

const isWeak = (strength: number) => strength >= 0.05 && strength < 0.4;

/** The share of the ties weak that long ago that are now strong; if `across`, of those between circles. */
function conversion(tick: number, ago: number, across = false): number {
  return shareNow(tick, ago, isWeak, 0.4, across);
}

/** Of the ties that once were as described, the share with at least some strength now, whose people are still the same. */
function shareNow(tick: number, ago: number, was: (strength: number) => boolean, from: number, across = false): number {
  const then = kept[tick - ago];
  if (then === undefined) return Number.NaN;
  const agentsOf = (pair: string) => pair.split(" ").map(Number);
  const counted = [...then.strengths].filter(([pair, strength]) => {
    const [one, other] = agentsOf(pair).map((agent) => then.circle[agent]);
    return was(strength) && !(across && one === other);
  });
  const left = counted.filter(
    ([pair]) =>
      (kept[tick].strengths.get(pair) ?? 0) >= from && agentsOf(pair).every((agent) => kept[tick].since[agent] <= tick - ago),
  );
  return left.length / counted.length;
}

function gini(values: number[]): number {
  const total = sum(values);
  return sum(values, (one) => sum(values, (other) => Math.abs(one - other))) / (2 * values.length * total);
}

function sum(list: readonly number[], value = (one: number) => one): number {
  return list.reduce((total, one) => total + value(one), 0);
}

/** The rows of a run that is measured every `every` ticks; calls back with the collector at those ticks. */
function collect(every: number, last: number, look: (collector: Collector, run: Run) => void = () => {}): number[][] {
  const run = makeRun(wanted);
  const collector = createCollector(run.population, (tick) => tick % every === 0 || tick === last);
  const rows: number[][] = [];
  for (;;) {
    const row = collector.collect();
    if (row !== undefined) {
      rows.push([...row]);
      look(collector, run);
    }
    if (run.population.tick === last) return rows;
    advance(run);
  }
}

const nearly = (value: number) => (Number.isNaN(value) ? value : expect.closeTo(value, 9));

const column = (row: number[], name: string) => row[networkMeasures.findIndex((measure) => measure.name === name)];

test("the run has many events of each kind, and ties that became strong", () => {
  const events = kept.flatMap((one) => one.events);
  for (const kind of eventKinds) expect(events.filter((event) => event.kind === kind).length).toBeGreaterThan(20);
  expect(conversion(LAST, 156)).toBeGreaterThan(0);
  expect(conversion(LAST, 52)).toBeGreaterThan(0);
});

describe.each([
  [1, 170],
  [5, 160],
  [13, 209],
  [13, 214],
  [52, 208],
  [60, LAST],
  [200, 213],
])("measured each %i ticks until %i", (every, last) => {
  const rows = collect(every, last);

  test("there is a row at the start, at each interval and at the end", () => {
    const ticks = rows.map((row) => column(row, "tick"));
    expect(ticks).toEqual(
      [...Array(Math.floor(last / every) + 1).keys()].map((k) => k * every).concat(last % every === 0 ? [] : [last]),
    );
  });

  test("rates count the events of the last 52 ticks, and conversions follow the ties that were weak then, as far as the same people have them", () => {
    for (const row of rows.slice(1))
      for (const [name, value] of Object.entries(lookBack(column(row, "tick"))))
        expect([name, column(row, name)]).toEqual([name, nearly(value)]);
  });
});

test("the first row has counts and means but no rates yet", () => {
  const [first] = collect(13, 13);
  const looksBack = Object.keys(lookBack(1));
  for (const { name } of networkMeasures) {
    if (looksBack.includes(name)) expect([name, column(first, name)]).toEqual([name, Number.NaN]);
  }
  expect(column(first, "agents")).toBe(50);
  expect(column(first, "known_ties")).toBe(kept[0].strengths.size);
});

test("a row does not depend on how often the run is measured, or on reads of the window in between", () => {
  const often = new Map(collect(1, 208, (collector) => collector.window()).map((row) => [column(row, "tick"), row]));
  for (const every of [4, 13, 52, 104]) for (const row of collect(every, 208)) expect(row).toEqual(often.get(column(row, "tick")));
});

test("the window of agents covers the last 52 ticks, before and after the row is taken", () => {
  for (const every of [13, 60]) {
    collect(every, 180, (collector, { population }) => {
      const { doings, ticks } = lastYear(population.tick);
      const window = collector.window();
      expect(window.ticks).toBe(ticks);
      for (const [ago, noted] of [
        [52, window.past52],
        [156, window.past156],
      ] as const) {
        const then = kept[population.tick - ago];
        const active = then && [...then.strengths.values()].filter((strength) => strength >= 0.05).length;
        expect(noted?.start[noted.agents]).toBe(active);
      }
      const seen = Array.from({ length: population.agents.count }, (_, agent) => ({
        reach: window.reach[agent],
        payoff: window.payoff[agent],
        kept: window.promisesKept[agent],
        broken: window.promisesBroken[agent],
      }));
      expect(seen).toEqual(doings.slice(0, seen.length));
    });
  }
});

test("the window of a tick that was not announced as measured is refused", () => {
  const run = makeRun();
  const collector = createCollector(run.population, (tick) => tick % 60 === 0);
  collector.collect();
  for (let tick = 1; tick <= 70; tick++) {
    advance(run);
    collector.collect();
  }
  expect(() => collector.window()).toThrow("tick 70 is not measured");
});

test("a collector created during a run counts from that tick", () => {
  const run = advanceTo(makeRun(wanted), 100);
  const collector = createCollector(run.population, () => true);
  expect(collector.collect()?.at(networkMeasures.findIndex(({ name }) => name === "gossip"))).toBeNaN();
  advance(run);
  const row = [...(collector.collect() ?? [])];
  const gossip = kept[101].events.filter(({ kind }) => kind === "gossip").length;
  expect(column(row, "gossip")).toBeCloseTo((gossip * 52) / kept[101].present.length, 9);
});

test("collecting changes nothing, however often rows and windows are read", () => {
  const hashes = [1, 13, 1000].map((every) => {
    const run = makeRun(wanted);
    const collector = createCollector(run.population, (tick) => tick % every === 0);
    for (let tick = 0; tick <= 80; tick++) {
      advanceTo(run, tick);
      if (collector.collect() !== undefined) collector.window();
    }
    return stateHash(run);
  });
  expect(new Set([...hashes, stateHash(advanceTo(makeRun(wanted), 80))]).size).toBe(1);
});
