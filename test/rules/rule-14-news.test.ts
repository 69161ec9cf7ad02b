import { expect, test } from "vitest";
import { after, bench, full, none, pairsMeet, setParameters } from "../helpers/rule-bench.ts";

/** One item a tick among two: 0.5 an agent. */
const born = { ...pairsMeet, newsRate: 0.5 };
const giver = { generosity: 1 };

test("rule 14: a giver who trusts offers its item at richness 1, and one who trusts uses it, in the tick of its birth", () => {
  const state = after(bench([giver, giver], [[0, 1, 1, full, full]], born));
  expect([...(state.news.get(0) as Set<number>)].sort()).toEqual([0, 1]);
  expect(state.people[0].reach + state.people[1].reach).toBe(1);
});

test("rule 14: reach counts items first received from others, not those an agent began with or had before", () => {
  const population = bench([giver, giver], [[0, 1, 1, full, full]], { ...born, newsLife: 520 });
  after(population);
  setParameters(population, { newsRate: 0 });
  const { people } = after(population, 20);
  expect(people[0].reach + people[1].reach).toBe(1);
});

test("rule 14: what is not used is not received", () => {
  // each offers, as its own trust is full or not at all; nobody who distrusts uses
  const state = after(bench([giver, giver], [[0, 1, 1, none, none]], born), 10);
  expect(state.people.map(({ reach }) => reach)).toEqual([0, 0]);
});

test("rule 14: the offer hangs on the giver's trust and the use on the other's: with one-sided trust nothing passes", () => {
  const state = after(bench([giver, giver], [[0, 1, 1, full, none]], born), 10);
  expect(state.people.map(({ reach }) => reach)).toEqual([0, 0]);
});

test("rule 14: who gives nothing offers as far as the tie goes, s after the encounter: nothing at s = 0, all at s = 1", () => {
  const reach = (strength: number) => {
    const { people } = after(bench([{}, {}], [[0, 1, strength, full, full]], born));
    return people[0].reach + people[1].reach;
  };
  expect(reach(0)).toBe(0);
  expect(reach(1)).toBe(1);
});

test("rule 14: whom one does not respect, one does not hear: v = 0", () => {
  const population = bench(
    [
      { ...giver, z: 0 },
      { ...giver, statusBias: 1 },
    ],
    [[0, 1, 1, full, full]],
    { ...born, circleMeetings: 0, budget: 20, budgetBase: 1 },
  );
  const { people } = after(population, 20);
  expect(people[1].reach).toBe(0);
  expect(people[0].reach).toBeGreaterThan(5);
});

test("news: an item of life 3, born in tick 1, is passed in tick 3 and gone in tick 4", () => {
  const passedIn = (tick: number) => {
    const population = bench([giver, giver], [[0, 1, 1, full, full]], { newsRate: 0.5, newsLife: 3, richnessWithin: 1 });
    after(population);
    setParameters(population, { newsRate: 0 });
    after(population, tick - 2);
    setParameters(population, { circleMeetings: 1 });
    const { people } = after(population);
    return people[0].reach + people[1].reach;
  };
  expect(passedIn(3)).toBe(1);
  expect(passedIn(4)).toBe(0);
});

test("news: items are born at the rate of agents × rate a tick, a fraction being the chance of one more", () => {
  const whole = bench([{}, {}, {}, {}], [], { newsRate: 0.5 });
  expect(after(whole, 10).nextItem).toBe(20);
  const fraction = bench([{}, {}, {}, {}], [], { newsRate: 0.125 });
  // binomial, 1600 times ½: 800, standard deviation 20; four of them
  expect(Math.abs(after(fraction, 1600).nextItem - 800)).toBeLessThan(80);
});

test("news: each is born with one uniform agent", () => {
  const { news } = after(
    bench(
      Array.from({ length: 8 }, () => ({})),
      [],
      { newsRate: 1, newsLife: 520 },
    ),
    500,
  );
  const births = new Array(8).fill(0);
  for (const holders of news.values()) {
    expect(holders.size).toBe(1);
    for (const agent of holders) births[agent]++;
  }
  // 4000 births among 8: chi-square with 7 degrees of freedom, 24.3 at 0.001
  expect(births.reduce((sum, n) => sum + (n - 500) ** 2 / 500, 0)).toBeLessThan(24.3);
});
