import { describe, expect, test } from "vitest";
import { compareWorlds, createWorldDifference } from "../../sim/ripple/compare-worlds.ts";
import { distancesFrom } from "../../sim/ripple/distances.ts";
import { followRipple, forkRun, NOBODY_MET, type RippleWeek } from "../../sim/ripple/follow-ripple.ts";
import { checkpoint, restore } from "../../sim/run/checkpoint.ts";
import type { Intervention } from "../../sim/run/interventions.ts";
import { advance, tickOf } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { viewTie } from "../../sim/snapshot/closer-views.ts";
import { choosePromises, turnPromise } from "../../study/ripple/choose-promises.ts";
import { type DuePromise, listPromises } from "../../study/ripple/list-promises.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { State } from "../helpers/reference-state.ts";

const parameters = {
  ...few,
  agents: 60,
  favor_rate: 0.5,
  longest_due: 3,
  meeting_rate: 0.6,
  turnover: 0.1,
  moves: 0.2,
  news_rate: 0.2,
};
const SEEDS = ["a", "b", "c", "d"];
const AT = 30;
const LEAST = 0.01;

/** A world at tick AT − 1, and the promises that are settled at AT. */
function worldBefore(seed: string) {
  const bytes = checkpoint(advanceTo(makeRun({ parameters, seed }), AT - 1));
  const promises = [...listPromises(restore(bytes), AT, AT)].flat();
  return { bytes, promises };
}

/** Follows the ripple of a turned promise with these settings in both worlds. */
function follow(bytes: Uint8Array, promise: DuePromise, set: Record<string, number | boolean>, weeks: number): RippleWeek[] {
  const changes: Intervention[] = Object.keys(set).length === 0 ? [] : [{ tick: AT, set }];
  const asDrawn = forkRun(bytes, changes);
  const { turn, sources } = turnPromise(promise, 0);
  const turned = forkRun(bytes, [...changes, turn]);
  const ripple = followRipple(asDrawn, turned, sources, LEAST);
  return Array.from({ length: weeks }, () => {
    advance(asDrawn);
    advance(turned);
    return ripple.compare();
  });
}

/** Everything by which a third person can learn of two others, or news can carry a difference on. */
const silent = { gossip: false, bystanders: false, introductions: false, trust_checks: false, news: false };
/** Nobody plans whom to meet, so no one's time depends on what they believe. People still meet by chance and settle promises. */
const unplanned = { ...silent, budget: 0 };

function reachedBy(weeks: readonly RippleWeek[]): Set<number> {
  return new Set(weeks.flatMap(({ reached }) => reached.map(({ agent }) => agent)));
}

describe("control: where nothing couples people, a ripple stays where it began", () => {
  test("without gossip, bystanders, introductions, trust checks, news and plans, it stays with the two", () => {
    let followed = 0;
    for (const seed of SEEDS) {
      const { bytes, promises } = worldBefore(seed);
      for (const promise of promises.slice(0, 4)) {
        const weeks = follow(bytes, promise, unplanned, 40);
        const strangers = [...reachedBy(weeks)].filter((agent) => agent !== promise.asker && agent !== promise.promiser);
        expect(strangers, `seed ${seed}, ${JSON.stringify(promise)}`).toEqual([]);
        expect(weeks[0]?.agentCount).toBeGreaterThan(0);
        followed++;
      }
    }
    expect(followed).toBeGreaterThan(10);
  });

  test.each([
    ["gossip", { gossip: true, gossip_rate: 1, hearsay: 1 }],
    ["trust checks", { trust_checks: true, check_evidence: 20, check_below: 0.45 }],
    ["plans", { budget: 6 }],
  ])("with %s it leaves the two", (_, set) => {
    const reached = SEEDS.flatMap((seed) => {
      const { bytes, promises } = worldBefore(seed);
      return promises.slice(0, 4).map((promise) => reachedBy(follow(bytes, promise, { ...unplanned, ...set }, 40)).size);
    });
    expect(Math.max(...reached)).toBeGreaterThan(2);
  });

  test("with plans, but without what lets a third person learn, it passes only from one who differs to one who is met", () => {
    const alone = { ...silent, meeting_together: false };
    let passed = 0;
    for (const seed of SEEDS) {
      const { bytes, promises } = worldBefore(seed);
      for (const promise of promises.slice(0, 3)) {
        const reached = follow(bytes, promise, alone, 30).flatMap((week) => week.reached);
        const others = reached.filter(({ agent }) => agent !== promise.asker && agent !== promise.promiser);
        expect(others.filter(({ via }) => via === NOBODY_MET)).toEqual([]);
        const since = new Map(reached.map(({ agent, week }) => [agent, week]));
        for (const { agent, via, week } of others) {
          if (via !== promise.asker && via !== promise.promiser) expect(since.get(via), `${via} to ${agent}`).toBeLessThan(week);
          passed++;
        }
      }
    }
    expect(passed).toBeGreaterThan(200);
  });
});

test("a promise turned to the outcome that it has anyway leaves no ripple", () => {
  const { bytes, promises } = worldBefore("a");
  const [promise] = promises as [DuePromise];
  const weeks = follow(bytes, { ...promise, kept: !promise.kept }, {}, 5);
  expect(weeks.map(({ agentCount, beliefs, largest }) => [agentCount, beliefs, largest])).toEqual(weeks.map(() => [0, 0, 0]));
});

test("a fork has the state of the run it continues, and one that changes nothing keeps it", () => {
  const run = advanceTo(makeRun({ parameters, seed: "a" }), 10);
  const fork = forkRun(checkpoint(run), []);
  expect(stateHash(advanceTo(fork, 20))).toBe(stateHash(advanceTo(run, 20)));
  expect(tickOf(fork)).toBe(20);
});

/** What `compareWorlds` counts, by a walk over plain objects. */
function countDifferences(one: State, other: State, trust: (state: State, agent: number, contact: number) => number) {
  const agents = new Set<number>();
  const counts = { beliefs: 0, noticedBeliefs: 0, gained: 0, lost: 0 };
  for (const agent of one.people.keys()) {
    const [a, b] = [one.people[agent].ties, other.people[agent].ties];
    for (const contact of new Set([...a.keys(), ...b.keys()])) {
      const [tie, twin] = [a.get(contact), b.get(contact)];
      if (tie === undefined || twin === undefined) {
        agents.add(agent);
        if (agent < contact) counts[tie === undefined ? "gained" : "lost"]++;
        continue;
      }
      const { e, ...view } = tie.views.get(agent) as NonNullable<ReturnType<typeof tie.views.get>>;
      const { e: twinE, ...twinView } = twin.views.get(agent) as NonNullable<ReturnType<typeof tie.views.get>>;
      const isOther = JSON.stringify(view) !== JSON.stringify(twinView);
      if (isOther) counts.beliefs++;
      if (isOther && Math.abs(trust(one, agent, contact) - trust(other, agent, contact)) >= LEAST) counts.noticedBeliefs++;
      if (isOther || e !== twinE || tie.w !== twin.w || tie.t0 !== twin.t0) agents.add(agent);
    }
  }
  for (const state of [one, other])
    for (const promise of state.promises) {
      const twins = (state === one ? other : one).promises;
      if (twins.some((twin) => JSON.stringify(twin) === JSON.stringify(promise))) continue;
      agents.add(promise.asker).add(promise.promiser);
    }
  for (const [item, holders] of one.news) {
    const others = other.news.get(item) ?? new Set();
    for (const agent of one.people.keys()) if (holders.has(agent) !== others.has(agent)) agents.add(agent);
  }
  return { ...counts, agents: [...agents].sort((a, b) => a - b) };
}

test.each(SEEDS)("counts of differences are those of a walk over plain objects, seed %s", (seed) => {
  const { bytes, promises } = worldBefore(seed);
  const [promise] = promises as [DuePromise];
  const asDrawn = forkRun(bytes, []);
  const turned = forkRun(bytes, [turnPromise(promise, 0).turn]);
  const difference = createWorldDifference();
  for (let week = 1; week <= 12; week++) {
    advance(asDrawn);
    advance(turned);
    compareWorlds(asDrawn.population, turned.population, LEAST, difference);
    const states = [readPopulation(asDrawn.population), readPopulation(turned.population)] as const;
    const trust = (state: State, agent: number, contact: number) => {
      const view = viewTie((state === states[0] ? asDrawn : turned).population, agent, contact);
      return (agent < contact ? view?.byLower : view?.byUpper)?.share as number;
    };
    const { beliefs, noticedBeliefs, gained, lost } = difference;
    const agents = [...difference.agents.keys()].filter((agent) => difference.agents[agent] === 1);
    expect({ beliefs, noticedBeliefs, gained, lost, agents }, `week ${week}`).toEqual(countDifferences(...states, trust));
  }
});

test("distances are those of Floyd and Warshall over active ties", () => {
  const { population } = advanceTo(makeRun({ parameters, seed: "a" }), 20);
  const { count } = population.agents;
  const distance = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => {
      const strength = i === j ? 1 : (viewTie(population, i, j)?.strength ?? 0);
      return i === j ? 0 : strength >= population.parameters.activeFrom ? 1 : Number.POSITIVE_INFINITY;
    }),
  );
  for (let k = 0; k < count; k++)
    for (let i = 0; i < count; i++)
      for (let j = 0; j < count; j++) distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
  const expected = Array.from({ length: count }, (_, j) => Math.min(distance[3][j], distance[40][j]));
  expect([...distancesFrom(population, [3, 40])].map((d) => (d < 0 ? Number.POSITIVE_INFINITY : d))).toEqual(expected);
});

describe("promises to turn", () => {
  const all = [...listPromises(makeRun({ parameters, seed: "a" }), 10, 25)].flat();

  test("are all that the run keeps and breaks, each with the tick in which it was made", () => {
    const run = makeRun({ parameters, seed: "a" });
    for (let tick = 1; tick <= 25; tick++) {
      const waiting = readPopulation(run.population).promises.filter(({ due }) => due === tick);
      const before = readPopulation(run.population).people;
      advance(run);
      if (tick < 10) continue;
      const here = all.filter((promise) => promise.tick === tick);
      for (const { asker, promiser, made } of here)
        expect(waiting).toContainEqual(expect.objectContaining({ asker, promiser, made }));
      const after = readPopulation(run.population).people;
      for (const agent of after.keys()) {
        const own = here.filter(({ promiser }) => promiser === agent);
        expect(own.filter(({ kept }) => kept).length).toBe(after[agent].kept - before[agent].kept);
        expect(own.filter(({ kept }) => !kept).length).toBe(after[agent].broken - before[agent].broken);
      }
    }
  });

  test("are drawn without replacement, and a smaller draw is a part of a larger one", () => {
    const key = ({ tick, asker, promiser, made }: DuePromise) => [tick, asker, promiser, made].join();
    const ten = choosePromises(all, 10, "1").map(key);
    const thirty = choosePromises(all, 30, "1").map(key);
    expect(new Set(thirty).size).toBe(30);
    expect(ten.filter((one) => !thirty.includes(one))).toEqual([]);
    expect(choosePromises(all, 1e6, "1")).toEqual(all);
    expect(choosePromises(all, 10, "2").map(key)).not.toEqual(ten);
  });
});
