import { expect, test } from "vitest";
import { eventKinds } from "../../sim/population/event-log.ts";
import { phases } from "../../sim/step/phases.ts";
import { step } from "../../sim/step/step.ts";
import { readPopulation } from "../helpers/read-population.ts";
import { after, apart, bench, full, knows, none, pairsMeet, promise, setParameters, tieOf, viewOf } from "../helpers/rule-bench.ts";

test("a tick is people, news, promises due, plan, commit, new ties, forget", () => {
  expect(phases.map(({ name }) => name)).toEqual([
    "comeAndGo",
    "updateNews",
    "settlePromises",
    "plan",
    "commit",
    "formTies",
    "forgetTies",
  ]);
});

const plans = { budget: 1, budgetBase: 0, richnessRich: 1 };

// τ01 is ½, and nobody plans to meet whom it trusts less than 0.49. The broken promise lowers reliability.
test("promises due come before planning: an agent that breaks a promise is not met in the same tick", () => {
  const met = (followThrough: number) => {
    const population = bench([{ initiative: 1 }, { followThrough }], [[0, 1, 1, { e: 1 }]], {
      ...plans,
      avoidBelow: 0.49,
      learnReliability: 0.2,
    });
    promise(population, 0, 1);
    return viewOf(after(population), 1, 0).e; // 1 for an encounter; the promise is evidence for 0 alone
  };
  expect(met(1)).toBe(1);
  expect(met(0)).toBe(0);
});

test("promises due come before planning: an avoided agent that keeps a promise is met in the same tick", () => {
  const ties = [[0, 1, 1, { e: 1 }]] as const;
  const population = bench([{ initiative: 1 }, { followThrough: 1 }], ties, { ...plans, avoidBelow: 0.51, learnReliability: 0.5 });
  expect(viewOf(after(population), 1, 0).e).toBe(0);
  promise(population, 0, 1);
  expect(viewOf(after(population), 1, 0).e).toBe(1);
});

test("promises are made after promises due, so no promise is made and judged in the same tick", () => {
  const asks = { ...pairsMeet, favorRate: 1, checkEvidence: 0, longestDue: 1 };
  const givers = [
    { generosity: 1, followThrough: 1 },
    { generosity: 1, followThrough: 1 },
  ];
  const population = bench(givers, [[0, 1, 1]], { ...asks, blowOff: 0 });
  expect(after(population).people[0].kept).toBe(0);
  expect(after(population).people[0].kept).toBe(1);
});

test("news comes first: an item is passed on in the tick it is born", () => {
  const population = bench([{ generosity: 1 }, { generosity: 1 }], [[0, 1, 1, full, full]], { ...pairsMeet, newsRate: 0.5 });
  const { people } = after(population);
  expect(people[0].reach + people[1].reach).toBe(1);
});

// Otherwise the second agent to plan would see the effects of the first encounter. Here agents plan from last to first.
test("all agents plan on one state: their order does not matter", () => {
  const everyone = Array.from({ length: 12 }, (_, i) => ({
    initiative: i / 11,
    generosity: 0.5,
    openness: 0.5,
    followThrough: 0.5,
    domain: i % 3,
  }));
  const ties = everyone.flatMap((_, i) => [1, 2, 5].map((far) => [i, (i + far) % 12, 0.1 + 0.07 * i, { e: 1 }, { e: 2 }] as const));
  const lively = {
    budget: 3,
    depth: true,
    threeRate: 0.3,
    freshFor: 4,
    memory: 20,
    needRate: 0.5,
    domains: 3,
    favorRate: 0.5,
    gossipRate: 0.5,
    introductionRate: 0.2,
    encounterGain: 0.2,
    noise: 0.1,
    learnRespect: 0.2,
    learnIntimacy: 0.2,
  };
  const forward = bench(everyone, ties, lively);
  const backward = bench(everyone, ties, lively);
  backward.circles.present.reverse(); // the planning order; nothing else reads it without meetings and news
  for (let t = 0; t < 30; t++) {
    step(forward);
    step(backward);
  }
  expect(readPopulation(forward)).toEqual(readPopulation(backward));
  expect(forward.events.counts[0]).toBeGreaterThan(100);
});

// The follow-up would have 0.3 of the richness; w = 0.2 + 0.4 × 1 × (½ − 0.2)
test("a pair planned more than once meets once, and not leanly if it has an ordinary unit", () => {
  const population = bench([{ initiative: 1 }, {}], [[0, 1, 0.2]], {
    ...plans,
    ...pairsMeet,
    followUpInterval: 1,
    richnessLean: 0.3,
    encounterGain: 0.4,
  });
  const state = after(population);
  expect(viewOf(state, 0, 1).e).toBe(1);
  expect(tieOf(state, 0, 1).w).toBeCloseTo(0.32, 14);
});

test("a pair planned more than once keeps all requests: both sides ask for their needs, and a meeting without a request changes nothing", () => {
  const needy = { initiative: 1, generosity: 1 };
  const parameters = { ...plans, ...pairsMeet, needRate: 1, domains: 2, checkEvidence: 0 };
  const { promises } = after(
    bench(
      [
        { ...needy, domain: 0 },
        { ...needy, domain: 1 },
      ],
      [[0, 1, 0.2]],
      parameters,
    ),
  );
  expect(promises.map(({ asker }) => asker)).toEqual([0, 1]);
});

// 0 and 1 are each other's experts. Each spends its unit on their one encounter and has nothing left for 2 and 3.
test("both planners pay for an encounter that both planned", () => {
  const people = [
    { initiative: 1, domain: 0 },
    { initiative: 1, domain: 1 },
    { circle: 1, domain: 0 },
    { circle: 1, domain: 1 },
  ];
  const ties = [
    [0, 1, 0.2, full, full],
    [0, 2, 1, { e: 9 }],
    [1, 3, 1, { e: 9 }],
  ] as const;
  const state = after(bench(people, ties, { ...plans, needRate: 1, domains: 2 }));
  expect([viewOf(state, 1, 0).e, viewOf(state, 2, 0).e, viewOf(state, 3, 1).e]).toEqual([1, 0, 0]);
});

test("meetings use no budget: 0 meets 1 by chance, and 2 of another circle by plan", () => {
  const people = [{ initiative: 1 }, {}, apart];
  const ties = [
    [0, 1, 0, full, none],
    [0, 2, 1, { e: 9 }],
  ] as const;
  const state = after(bench(people, ties, { ...plans, ...pairsMeet }));
  expect([viewOf(state, 1, 0).e, viewOf(state, 2, 0).e]).toEqual([1, 1]);
});

test("new ties come after the encounters: two strangers who meet have no encounter in that tick, and one in the next", () => {
  const population = bench([{}, {}], [], { ...pairsMeet, newStrength: 0.1, encounterGain: 0.4, trustChecks: false });
  const formed = after(population);
  expect([viewOf(formed, 0, 1).e, tieOf(formed, 0, 1)]).toEqual([0, { w: 0.1, t0: 1 }]);
  expect(viewOf(after(population), 0, 1).e).toBe(1);
});

// Both run into each other twice: in the tick in which the tie begins with its first encounter, and in the next.
test("new ties come after the encounters: their first encounter is the last of the tick", () => {
  const population = bench([{}, {}], [], { ...pairsMeet, newStrength: 0.1, firstEncounters: true, trustChecks: false });
  population.events.listening = 1;
  const formed = after(population);
  expect([viewOf(formed, 0, 1).e, viewOf(formed, 1, 0).e, tieOf(formed, 0, 1).t0]).toEqual([1, 1, 1]);
  expect([...population.events.kind.subarray(0, population.events.kept)].map((kind) => eventKinds[kind])).toEqual([
    "tie_formed",
    "encounter",
  ]);
  expect(viewOf(after(population), 0, 1).e).toBe(2);
});

// 0 meets 1 in the circle each tick; without encounters the tie would fall below 0.1 in tick 9: 0.2 / (1 + t/8)
test("forgetting comes last: an encounter in the same tick keeps a tie that was due to be forgotten", () => {
  const fades = { fadingRate: 0.125, fadingProtection: 0, forgetBelow: 0.1 };
  const silent = bench([{}, {}], [[0, 1, 0.2]], fades);
  const met = bench([{}, {}], [[0, 1, 0.2]], { ...fades, encounterGain: 0.4, richnessRich: 1 });
  expect(knows(after(silent, 8), 0, 1)).toBe(true);
  after(met, 8);
  setParameters(met, { meetingRate: 1 });
  expect(knows(after(silent), 0, 1)).toBe(false);
  expect(knows(after(met), 0, 1)).toBe(true);
});

test("forgetting comes last: a promise due in that tick is judged before its tie is forgotten", () => {
  const population = bench([{}, { followThrough: 0 }], [[0, 1, 0.2]], { fadingRate: 0.125, fadingProtection: 0, forgetBelow: 0.1 });
  promise(population, 0, 1, true, 9);
  const state = after(population, 9);
  expect([state.people[1].broken, state.people[0].payoff, knows(state, 0, 1)]).toEqual([1, -2, false]);
});

test("forgetting comes last: a tie formed below the threshold is forgotten in the same tick", () => {
  const population = bench([{}, {}], [], { ...pairsMeet, newStrength: 0.05, forgetBelow: 0.1, trustChecks: false });
  expect(knows(after(population), 0, 1)).toBe(false);
  expect(population.events.counts[9]).toBe(1); // the tie formed
});

// 0 checks 1 and knows nobody at first. Only 2 could speak against 1, and 0 meets 2 in the same tick.
test("trust checks of new ties see the current state, including ties formed just before", () => {
  let declined = 0;
  let formed = 0;
  for (let tick = 0; tick < 100; tick++) {
    const population = bench([{}, { trusting: 1 }, { trusting: 1 }], [[1, 2, 0.2, {}, none]], { meetingRate: 1 });
    population.tick = tick; // to get other draws
    const state = after(population);
    if (population.events.counts[8] === 1) {
      expect([knows(state, 0, 2), knows(state, 0, 1)]).toEqual([true, false]);
      declined++;
    } else if (knows(state, 0, 2) && knows(state, 0, 1)) formed++;
  }
  expect(declined).toBeGreaterThan(10);
  expect(formed).toBeGreaterThan(10);
});
