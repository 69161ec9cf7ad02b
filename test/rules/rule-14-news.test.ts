import { expect, test } from "vitest";
import { expectProportional } from "../helpers/chi-square.ts";
import { after, bench, full, none, pairsMeet, setParameters } from "../helpers/rule-bench.ts";

/** One item a tick between two agents: 0.5 an agent. */
const born = { ...pairsMeet, newsRate: 0.5 };
const giver = { generosity: 1 };

test("rule 14: at richness 1 a trusting giver offers its item and a trusting listener uses it, in the tick the item appears", () => {
  const state = after(bench([giver, giver], [[0, 1, 1, full, full]], born));
  expect([...(state.news.get(0) as Set<number>)].sort()).toEqual([0, 1]);
  expect(state.people[0].reach + state.people[1].reach).toBe(1);
});

test("rule 14: reach counts items an agent first receives from others, not items that began with it or that it already has", () => {
  const population = bench([giver, giver], [[0, 1, 1, full, full]], { ...born, newsLife: 520 });
  after(population);
  setParameters(population, { newsRate: 0 });
  const { people } = after(population, 20);
  expect(people[0].reach + people[1].reach).toBe(1);
});

test("rule 14: an item that is not used is not received", () => {
  // no trust on either side: nothing is offered, and nothing would be used
  const state = after(bench([giver, giver], [[0, 1, 1, none, none]], born), 10);
  expect(state.people.map(({ reach }) => reach)).toEqual([0, 0]);
});

test("rule 14: offering depends on the giver's trust and using on the listener's: with one-sided trust nothing passes", () => {
  const state = after(bench([giver, giver], [[0, 1, 1, full, none]], born), 10);
  expect(state.people.map(({ reach }) => reach)).toEqual([0, 0]);
});

test("rule 14: an agent with g = 0 offers with the strength after the encounter: never at s = 0, always at s = 1", () => {
  const reach = (strength: number) => {
    const { people } = after(bench([{}, {}], [[0, 1, strength, full, full]], born));
    return people[0].reach + people[1].reach;
  };
  expect(reach(0)).toBe(0);
  expect(reach(1)).toBe(1);
});

test("rule 14: an agent does not use items from someone it does not respect: v = 0", () => {
  const population = bench(
    [
      { ...giver, z: 0 },
      { ...giver, statusBias: 1 },
    ],
    [[0, 1, 1, { ...full, e: 1 }, { ...full, e: 1 }]],
    { ...born, meetingRate: 0, budget: 20, budgetBase: 1 },
  );
  const { people } = after(population, 20);
  expect(people[1].reach).toBe(0);
  expect(people[0].reach).toBeGreaterThan(5);
});

test("news: an item born in tick 1 with life 3 is passed on in tick 3 and gone in tick 4", () => {
  const passedIn = (tick: number) => {
    const population = bench([giver, giver], [[0, 1, 1, full, full]], { newsRate: 0.5, newsLife: 3, richnessRich: 1 });
    after(population);
    setParameters(population, { newsRate: 0 });
    after(population, tick - 2);
    setParameters(population, { meetingRate: 1 });
    const { people } = after(population);
    return people[0].reach + people[1].reach;
  };
  expect(passedIn(3)).toBe(1);
  expect(passedIn(4)).toBe(0);
});

test("news: agents × rate items are born each tick, and a fraction is the chance of one more", () => {
  const whole = bench([{}, {}, {}, {}], [], { newsRate: 0.5 });
  expect(after(whole, 10).nextItem).toBe(20);
  const fraction = bench([{}, {}, {}, {}], [], { newsRate: 0.125 });
  // binomial, 1600 times ½: 800, standard deviation 20; four of them
  expect(Math.abs(after(fraction, 1600).nextItem - 800)).toBeLessThan(80);
});

/** Births of 4000 items by agent. */
function births(expertise: readonly number[], expertNews = true): number[] {
  const { news } = after(
    bench(
      expertise.map((x) => ({ x })),
      [],
      { newsRate: 1, newsLife: 520, expertNews },
    ),
    4000 / expertise.length,
  );
  const counts = new Array<number>(expertise.length).fill(0);
  for (const holders of news.values()) {
    expect(holders.size).toBe(1);
    for (const agent of holders) counts[agent]++;
  }
  return counts;
}

test("news: each item is born with one agent, drawn by expertise", () => {
  const expertise = [0.1, 0.2, 0.3, 0.4, 0.5, 0, 1, 0.5];
  const counts = births(expertise);
  expect(counts[5]).toBe(0);
  expectProportional(counts, expertise);
});

test("news: without expert_news, everyone is equally likely", () => {
  expectProportional(births([0.1, 0.2, 0.3, 0.4, 0.5, 0, 1, 0.5], false), new Array(8).fill(1));
});

test("news: if nobody has expertise, no item is born", () => {
  expect(after(bench([{ x: 0 }, { x: 0 }], [], { newsRate: 1 }), 10).nextItem).toBe(0);
});
