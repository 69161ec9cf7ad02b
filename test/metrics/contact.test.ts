import { describe, expect, test } from "vitest";
import {
  createRecentContacts,
  recordRecent,
  silentNewTies,
  sortRecent,
  topThree,
} from "../../sim/metrics/contact/recent-contacts.ts";
import { contactThirds, createTieLives, recordLives } from "../../sim/metrics/contact/tie-lives.ts";
import { experimentMeasures, lifeMeasures, networkMeasures } from "../../sim/metrics/network-measures.ts";
import { type ContactLog, clearContacts, createContactLog, notePair } from "../../sim/population/contact-log.ts";
import { removeTie } from "../../sim/population/tie-store.ts";
import { createCollector } from "../../sim/run/collect.ts";
import { advance } from "../../sim/run/run.ts";
import { makeRun } from "../helpers/make-run.ts";
import { type GivenTie, smallPopulation } from "../helpers/small-population.ts";

/** An encounter of two agents, the lower one first, and its units. */
type Met = readonly [lower: number, upper: number, units: number];
type Pair = readonly [lower: number, upper: number];

function logOf(met: readonly Met[], begun: readonly Pair[] = []): ContactLog {
  const log = createContactLog();
  for (const [lower, upper, units] of met) notePair(log.met, lower, upper, units);
  for (const [lower, upper] of begun) notePair(log.begun, lower, upper, 0);
  return log;
}

describe("contact with the top three", () => {
  function share(ticks: readonly (readonly Met[])[], agents = 6): number {
    const recent = createRecentContacts();
    for (const met of ticks) recordRecent(recent, logOf(met));
    sortRecent(recent, agents);
    return topThree(recent, smallPopulation(agents, []));
  }

  test("adds up the units of the last four ticks by contact", () => {
    const ticks: Met[][] = [
      [[0, 5, 100]], // five ticks ago: doesn't count
      [[0, 1, 4]],
      [
        [0, 2, 3],
        [0, 1, 2],
      ],
      [
        [0, 3, 2],
        [0, 5, 1],
      ],
      [[0, 4, 1]],
    ];
    // 0 spent 6, 3, 2, 1 and 1 units; the others met only 0
    expect(share(ticks)).toBeCloseTo((11 / 13 + 5) / 6, 14);
  });

  test("is the mean over agents who met anyone", () => {
    expect(share([[[0, 1, 2]], [], [], []])).toBe(1);
    expect(share([[], [], [], []])).toBeNaN();
  });

  test("is undefined before the fourth tick", () => {
    const met: Met[] = [[0, 1, 2]];
    expect([share([met]), share([met, met, met]), share([met, met, met, met])]).toEqual([Number.NaN, Number.NaN, 1]);
  });

  test("agents may be added in between", () => {
    const recent = createRecentContacts();
    for (let tick = 0; tick < 4; tick++) recordRecent(recent, logOf([[0, 1, 1]]));
    sortRecent(recent, 3);
    recordRecent(recent, logOf([[7, 9, 1]]));
    sortRecent(recent, 10);
    expect(topThree(recent, smallPopulation(10, []))).toBe(1);
  });
});

describe("silent new ties", () => {
  function silent(begun: readonly Pair[], later: readonly (readonly Met[])[]): number {
    const recent = createRecentContacts();
    recordRecent(
      recent,
      logOf(
        begun.map(([lower, upper]) => [lower, upper, 1]),
        begun,
      ),
    );
    for (const met of later) recordRecent(recent, logOf(met, [[0, 5]])); // ties that began later don't count
    sortRecent(recent, 6);
    return silentNewTies(recent);
  }

  test("are those without an encounter in the four ticks after the one in which they began", () => {
    const begun: Pair[] = [
      [0, 1],
      [0, 2],
      [3, 4],
      [1, 5],
    ];
    expect(silent(begun, [[], [], [], []])).toBe(1);
    const later: Met[][] = [
      [[0, 1, 1]],
      [[1, 2, 1]],
      [],
      [
        [3, 4, 2],
        [0, 5, 1],
      ],
    ];
    expect(silent(begun, later)).toBe(2 / 4);
  });

  test("are undefined before the fifth tick, or if no tie began", () => {
    expect(silent([[0, 1]], [[], [], []])).toBeNaN();
    expect(silent([], [[], [], [], []])).toBeNaN();
  });
});

/** Encounters of pairs by tick, from tick 1 on; every pair begins with its first one. */
function thirds(
  pairs: readonly (readonly [lower: number, upper: number, at: Readonly<Record<number, number>>])[],
  now: number,
  known: readonly GivenTie[] = [],
): number[] {
  const lives = createTieLives(0);
  const into = new Float64Array(3);
  const population = smallPopulation(60, known);
  const begun = new Set<string>();
  for (let tick = 1; tick <= now; tick++) {
    const met = pairs.flatMap(([lower, upper, at]): Met[] => (tick in at ? [[lower, upper, at[tick]]] : []));
    const fresh = met.filter(([lower, upper]) => !begun.has(`${lower} ${upper}`));
    for (const [lower, upper] of fresh) begun.add(`${lower} ${upper}`);
    recordLives(
      lives,
      logOf(
        met,
        fresh.map(([lower, upper]): Pair => [lower, upper]),
      ),
      tick,
    );
    population.tick = tick;
    if (tick % 7 === 0) contactThirds(lives, population, into); // looking in between drops lives that have passed
  }
  contactThirds(lives, population, into);
  return [...into];
}

describe("contact by thirds of a tie's life", () => {
  test("pools the units of ties that have passed", () => {
    // 10 to 19: thirds begin at 13 and 16
    const one = { 10: 1, 12: 2, 13: 3, 15: 4, 16: 5, 19: 6 };
    expect(thirds([[0, 1, one]], 19 + 52)).toEqual([3 / 21, 7 / 21, 11 / 21]);
    const other = { 1: 9, 8: 1, 31: 1 };
    expect(
      thirds(
        [
          [0, 1, one],
          [0, 2, other],
        ],
        31 + 52,
      ),
    ).toEqual([13 / 32, 7 / 32, 12 / 32]);
  });

  test("leaves out ties that met less than 52 ticks ago, of two encounters, or of less than nine ticks", () => {
    const undefined_ = [Number.NaN, Number.NaN, Number.NaN];
    expect(thirds([[0, 1, { 1: 1, 5: 1, 10: 1 }]], 61)).toEqual(undefined_);
    expect(thirds([[0, 1, { 1: 1, 5: 1, 10: 1 }]], 62)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(thirds([[0, 1, { 1: 1, 20: 1 }]], 90)).toEqual(undefined_);
    expect(thirds([[0, 1, { 1: 1, 5: 1, 9: 1 }]], 90)).toEqual(undefined_);
  });

  test("a tie that wakes up after a year lives on, as long as it is known", () => {
    const at = { 1: 1, 5: 1, 10: 1, 91: 5 };
    expect(thirds([[0, 1, at]], 85, [[0, 1, 0.5]])).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(thirds([[0, 1, at]], 100, [[0, 1, 0.5]])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(thirds([[0, 1, at]], 91 + 52, [[0, 1, 0.5]])).toEqual([3 / 8, 0, 5 / 8]);
  });
});

describe("lives of ties", () => {
  test("a forgotten tie keeps its life if the two begin another", () => {
    const lives = createTieLives(0);
    const population = smallPopulation(2, [[0, 1, 0.5]]);
    const into = new Float64Array(3);
    const record = (tick: number, begun: Pair[] = []) => recordLives(lives, logOf([[0, 1, 1]], begun), tick);
    record(1, [[0, 1]]);
    record(5);
    record(10);
    record(20, [[0, 1]]);
    record(40);
    record(41);
    record(42);
    population.tick = 62; // the first life has passed, although the two have met since
    contactThirds(lives, population, into);
    expect([...into]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    removeTie(population.ties, 0, 1);
    population.tick = 42 + 52;
    contactThirds(lives, population, into);
    expect([...into]).toEqual([2 / 7, 1 / 7, 4 / 7]);
  });

  test("a tie that did not begin while recording has no life", () => {
    const lives = createTieLives(0);
    const log = logOf([[0, 1, 1]]);
    for (const tick of [1, 5, 10]) recordLives(lives, log, tick);
    const population = smallPopulation(2, []);
    population.tick = 100;
    const into = new Float64Array(3);
    contactThirds(lives, population, into);
    expect([...into]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test("many lives equal the definition", () => {
    const pairs: [number, number, Record<number, number>][] = [];
    for (let lower = 0; lower < 60; lower++)
      for (let upper = lower + 1; upper < 60; upper++) {
        const at: Record<number, number> = {};
        const count = (lower * 7 + upper * 3) % 23;
        for (let k = 0; k <= count; k++)
          at[1 + ((lower * upper) % 120) + ((lower + upper * k * k * 5 + 11 * k) % 51)] = 1 + ((lower + k) % 5);
        pairs.push([lower, upper, at]);
      }
    const now = 230;
    const sums = [0, 0, 0];
    for (const [, , at] of pairs) {
      const ticks = Object.keys(at).map(Number);
      const [first, last] = [Math.min(...ticks), Math.max(...ticks)];
      if (ticks.length < 3 || last - first < 9 || now - last < 52) continue;
      for (const tick of ticks) sums[Math.min(2, Math.floor((3 * (tick - first)) / (last - first)))] += at[tick];
    }
    const all = sums[0] + sums[1] + sums[2];
    expect(all).toBeGreaterThan(5000);
    expect(thirds(pairs, now)).toEqual(sums.map((sum) => sum / all));
  });
});

describe("the log of contacts", () => {
  test("holds every encounter of the tick and the ties that began", () => {
    const run = makeRun();
    const { events, workspace } = run.population;
    const { met, begun } = workspace.contacts;
    let [encounters, formed] = [0, 0];
    for (let tick = 1; tick <= 20; tick++) {
      advance(run);
      expect(met.count).toBe(events.counts[0] - encounters);
      expect(begun.count).toBe(events.counts[9] - formed);
      for (let at = 0; at < met.count; at++) expect(met.units[at]).toBeGreaterThan(0);
      [encounters, formed] = [events.counts[0], events.counts[9]];
    }
    clearContacts(workspace.contacts);
    expect([met.count, begun.count]).toEqual([0, 0]);
  });
});

test("life measures follow the others, and only if they are asked for", () => {
  expect(experimentMeasures).toEqual([...networkMeasures, ...lifeMeasures]);
  const rowAt = (options?: { lives: boolean }) => {
    const run = makeRun();
    const collector = createCollector(run.population, (tick) => tick === 120, options);
    for (;;) {
      const row = collector.collect();
      if (row !== undefined) return Array.from(row);
      advance(run);
    }
  };
  const [without, together] = [rowAt(), rowAt({ lives: true })];
  expect(without).toHaveLength(networkMeasures.length);
  expect(together.slice(0, without.length)).toEqual(without);
  const [first, middle, last] = together.slice(without.length);
  expect(first + middle + last).toBeCloseTo(1, 14);
});
