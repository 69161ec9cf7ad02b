import { describe, expect, test } from "vitest";
import type { Parameters } from "../../sim/parameters/definitions.ts";
import { TRAIT, TRAITS, traitKeys } from "../../sim/parameters/trait-names.ts";
import { createCircleIndex } from "../../sim/population/circle-index.ts";
import { eventKinds } from "../../sim/population/event-log.ts";
import { holdItem } from "../../sim/population/news-store.ts";
import type { Population } from "../../sim/population/population.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { step } from "../../sim/step/step.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";
import { readItems, readPopulation } from "../helpers/read-population.ts";
import { bench, promise } from "../helpers/rule-bench.ts";
import { expectShare } from "../helpers/within-errors.ts";

/** The first tick in which someone leaves, and who that is; the population is then at the tick before. */
function nextToLeave(create: () => Population): { population: Population; leaver: number } {
  const ahead = create();
  while (leavers(ahead).length === 0) step(ahead);
  const population = create();
  while (population.tick < ahead.tick - 1) step(population);
  return { population, leaver: leavers(ahead)[0] };
}

/** Those who came in the current tick. */
function leavers({ agents, tick }: Population): number[] {
  return tick === 0
    ? []
    : Array.from(agents.since.subarray(0, agents.count).keys()).filter((agent) => agents.since[agent] === tick);
}

const circleOfSix = Array.from({ length: 6 }, (_, k) => ({ trusting: 0.1 * k, x: 0.5 }));

describe("someone who leaves", () => {
  const ties = circleOfSix.flatMap((_, one) =>
    circleOfSix.slice(one + 1).map((_, k) => [one, one + 1 + k, 0.3, { e: 5 }, { e: 7 }] as const),
  );
  const create = () => bench(circleOfSix, ties, { turnover: 1 });

  test("loses all ties, promises and news, and nobody else loses any", () => {
    const { population, leaver } = nextToLeave(create);
    const [one, other] = [0, 1, 2].filter((agent) => agent !== leaver);
    for (const [asker, promiser] of [
      [leaver, one],
      [one, leaver],
      [one, other],
    ])
      promise(population, asker, promiser, true, population.tick + 9);
    for (const agent of [leaver, one]) holdItem(population.news, agent, population.news.next++);
    step(population);
    expect(leavers(population)).toEqual([leaver]);
    const { people, promises } = readPopulation(population);
    expect(people.map(({ ties: known }) => known.size)).toEqual(people.map((_, agent) => (agent === leaver ? 0 : 4)));
    expect(promises.map(({ asker, promiser }) => [asker, promiser])).toEqual([[one, other]]);
    expect([readItems(population, leaver).length, readItems(population, one).length]).toEqual([0, 1]);
  });

  test("makes place for a newcomer with the same number, circle, sociality, given traits and counts", () => {
    const { population, leaver } = nextToLeave(create);
    const { agents } = population;
    agents.given[leaver] = 1 << TRAIT.gratitude;
    agents.ownTraits[leaver * TRAITS + TRAIT.gratitude] = 0.123;
    agents.held[leaver] = 1 << TRAIT.openness; // a temporary setting
    agents.traits[leaver * TRAITS + TRAIT.openness] = 0.456;
    agents.sociality[leaver] = 2.5;
    population.circles = createCircleIndex(agents);
    [agents.reach[leaver], agents.payoff[leaver], agents.promisesKept[leaver]] = [3, 1.5, 4];
    step(population);
    const [person] = readPopulation(population).people.slice(leaver);
    expect(person).toMatchObject({ since: population.tick, circle: 0, sociality: 2.5, reach: 3, payoff: 1.5, kept: 4 });
    expect([person.gratitude, person.openness]).toEqual([0.123, 0.456]);
    // All other traits were 0, and the newcomer's are drawn.
    const drawn = traitKeys.filter((key) => key !== "gratitude" && key !== "openness");
    expect(drawn.filter((key) => person[key] > 0 && person[key] < 1).length).toBeGreaterThan(5);
    expect(agents.ownTraits[leaver * TRAITS + TRAIT.openness]).not.toBe(0.456);
  });

  test("is counted and noted as an event of the place", () => {
    const { population, leaver } = nextToLeave(create);
    population.events.listening = 1;
    step(population);
    const at = population.events.kind.indexOf(eventKinds.indexOf("agent_replaced"));
    expect([population.events.from[at], population.events.to[at]]).toEqual([leaver, leaver]);
  });

  test("does so with the probability of the yearly rate in a tick, each agent alike", () => {
    const population = bench(
      Array.from({ length: 50 }, () => ({})),
      [],
      { turnover: 0.52 },
    );
    const counts = new Array<number>(50).fill(0);
    for (let t = 0; t < 2000; t++) {
      step(population);
      for (const agent of leavers(population)) counts[agent]++;
    }
    expectShare(
      counts.reduce((sum, n) => sum + n, 0),
      50 * 2000,
      0.01,
      "people who leave in a tick",
    );
    expectShare(
      counts.slice(0, 25).reduce((sum, n) => sum + n, 0),
      25 * 2000,
      0.01,
      "of the first half",
    );
  });
});

describe("a newcomer", () => {
  const world: Partial<Parameters> = { agents: 60, tiesWithin: 0, tiesAcross: 0, turnover: 1 };

  test("is drawn as someone who came at the start, with the parameters of the tick in which it comes", () => {
    const run = makeRun({
      parameters: { ...few, turnover: 1, trait_spread: 0 },
      interventions: [{ tick: 40, set: { openness_mean: 0.7 } }],
    });
    advanceTo(run, 39);
    const { agents } = run.population;
    const came = (agent: number) => agents.since[agent] > 0;
    expect([...agents.present.keys()].some(came)).toBe(true);
    for (let agent = 0; agent < 50; agent++) expect(agents.traits[agent * TRAITS + TRAIT.openness]).toBe(0.55);
    advanceTo(run, 60);
    for (let agent = 0; agent < 50; agent++) expect(agents.traits[agent * TRAITS + TRAIT.openness]).toBe(0.7);
  });

  test("depends on the seed, the number and the tick alone", () => {
    const create = (differs: Partial<Parameters>) =>
      createPopulation({ ...makeRun({ parameters: {} }).parameters, ...world, ...differs }, "newcomers");
    const [one, other] = [create({}), create({ gossip: false, moves: 0, agents: 61, budget: 0 })];
    for (let t = 0; t < 60; t++) for (const population of [one, other]) step(population);
    const person = ({ agents }: Population, agent: number) => ({
      since: agents.since[agent],
      traits: [...agents.traits.subarray(agent * TRAITS, (agent + 1) * TRAITS)],
      rest: [agents.domain[agent], agents.expertise[agent], agents.status[agent]],
    });
    for (let agent = 0; agent < 60; agent++) expect(person(one, agent)).toEqual(person(other, agent));
    expect(new Set(one.agents.since).size).toBeGreaterThan(20);
    const alone = create({ turnover: 0 });
    const replaced = [...one.agents.since.keys()].filter((agent) => one.agents.since[agent] > 0);
    for (const agent of replaced) expect(person(one, agent).traits).not.toEqual(person(alone, agent).traits);
  });

  test("keeps its own draws if a mean changes later", () => {
    const run = makeRun({
      parameters: { ...few, turnover: 1, trusting_mean: 0.5 },
      interventions: [
        { tick: 50, set: { turnover: 0 } },
        { tick: 52, set: { trusting_mean: 0.6 } },
        { tick: 53, set: { trusting_mean: 0.5 } },
      ],
    });
    const traits = () => [...run.population.agents.traits];
    const before = advanceTo(run, 51) && traits();
    expect(advanceTo(run, 52) && traits()).not.toEqual(before);
    expect(advanceTo(run, 53) && traits()).toEqual(before);
  });
});

describe("people who change circles", () => {
  const circles = Array.from({ length: 12 }, (_, k) => ({ circle: Math.floor(k / 4) }));
  const swaps = (moves: number) => bench(circles, [[0, 4, 0.3, { e: 5 }]], { moves });

  test("swap places: sizes stay, ties stay, and the lists of members stay right", () => {
    const population = swaps(1);
    let changed = 0;
    for (let t = 0; t < 300; t++) {
      const before = population.agents.circle.slice();
      step(population);
      changed += before.filter((circle, agent) => circle !== population.agents.circle[agent]).length;
      expect(population.circles).toEqual(createCircleIndex(population.agents));
      expect([...population.circles.start]).toEqual([0, 4, 8, 12]);
    }
    expect(readPopulation(population).people[0].ties.has(4)).toBe(true);
    expect(changed).toBe(2 * population.events.counts[eventKinds.indexOf("agents_swapped")]);
    // 12 people, each with a chance of 1 in 104 to swap with one of 11, of whom 8 are of another circle
    expectShare(changed / 2, 300 * 12, 8 / 11 / 104, "swaps");
  });

  test("do so at the start of a tick, after people have left", () => {
    const population = bench(circles, [], { moves: 1, turnover: 1 });
    population.events.listening = 1;
    let both = 0;
    for (let t = 0; t < 400; t++) {
      population.events.kept = 0;
      step(population);
      const kinds = [...population.events.kind.subarray(0, population.events.kept)].map((kind) => eventKinds[kind]);
      both += +(kinds.includes("agent_replaced") && kinds.includes("agents_swapped"));
      expect(kinds).toEqual(kinds.toSorted((a, b) => eventKinds.indexOf(a) - eventKinds.indexOf(b)));
    }
    expect(both).toBeGreaterThan(3);
  });

  test("are nobody in a single circle, and someone alone has nobody to swap with", () => {
    for (const people of [[{}, {}, {}], [{}]]) {
      const population = bench(people, [], { moves: 1 });
      for (let t = 0; t < 500; t++) step(population);
      expect(population.events.counts[eventKinds.indexOf("agents_swapped")]).toBe(0);
    }
  });
});
