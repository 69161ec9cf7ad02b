import { expect, test } from "vitest";
import { after, apart, believe, bench, full, none, pairsMeet, viewOf } from "../helpers/rule-bench.ts";

const ask = { ...pairsMeet, favorRate: 1, checkEvidence: 0, longestDue: 1 };

test("rule 8: a giver makes a promise, and the agent with the lower index asks first", () => {
  const { promises } = after(bench([{ generosity: 1 }, { generosity: 1 }], [[0, 1, 0.2]], ask));
  expect(promises.map(({ asker, promiser }) => [asker, promiser])).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

// g = 0 and τ10 = 0: (0 + 1 × s × 0) × 1 = 0; S = 0.5 + 0.2 × (1 − 0.5)
test("rule 8: an agent that gives nothing without trust refuses, and the asker finds it more self-oriented", () => {
  const state = after(bench([{ generosity: 1 }, {}], [[0, 1, 0.2, {}, none]], { ...ask, learnSelfOrientation: 0.2 }));
  expect(state.promises.map(({ asker }) => asker)).toEqual([1]);
  expect(viewOf(state, 0, 1).S).toBeCloseTo(0.6, 14);
});

test("rule 8: the chance to agree depends on the agent's trust in the asker and on the tie", () => {
  // the strength stays at 1 because both sides trust fully: (0 + 1 × 1 × 1) × 1
  const close = after(bench([{}, {}], [[0, 1, 1, full, full]], ask));
  expect(close.promises.length).toBe(2);
  // the asker's full trust does not help while the strength is 0
  const far = after(bench([{}, {}], [[0, 1, 0, full, full]], ask));
  expect(far.promises.length).toBe(0);
});

test("rule 8: only the trust of the agent asked counts: 1 trusts 0 fully, and 0 does not trust 1 at all", () => {
  const state = after(bench([{}, {}], [[0, 1, 1, none, full]], ask));
  expect(state.promises.map(({ asker }) => asker)).toEqual([0]);
});

test("rule 8: the strength after the encounter counts, here raised from 0 to α ρ μ = 1", () => {
  const state = after(bench([{}, {}], [[0, 1, 0, full, full]], { ...ask, encounterGain: 1 }));
  expect(state.promises.length).toBe(2);
});

test("rule 8: even a giver refuses an agent it does not respect, v = 1 − 1 × (1 − 0) = 0", () => {
  const state = after(
    bench([{ z: 0 }, { generosity: 1, statusBias: 1, z: 1 }], [[0, 1, 1, { ...full, e: 1 }, full]], {
      ...ask,
      meetingRate: 0,
      budget: 1,
      budgetBase: 1,
    }),
  );
  expect(state.promises.map(({ asker }) => asker)).toEqual([1]);
});

test("rule 8: a promise is due 1 to D ticks later, and each of these delays occurs", () => {
  const givers = [{ generosity: 1 }, { generosity: 1 }];
  expect(after(bench(givers, [[0, 1, 0.2]], ask)).promises.map(({ made, due }) => [made, due])).toEqual([
    [1, 2],
    [1, 2],
  ]);
  const waits = new Set<number>();
  const population = bench(givers, [[0, 1, 0.2]], { ...ask, longestDue: 4 });
  for (let t = 0; t < 60; t++) for (const { made, due } of after(population).promises) waits.add(due - made);
  expect([...waits].sort()).toEqual([1, 2, 3, 4]);
});

test("rule 8: the asker relies with probability u + (1 − u)τ", () => {
  const relied = (trusting: number, view: object) =>
    after(bench([{ trusting }, { generosity: 1 }], [[0, 1, 0.2, view, none]], ask)).promises.find(({ asker }) => asker === 0)
      ?.relied;
  expect(relied(1, none)).toBe(true);
  expect(relied(0, none)).toBe(false);
  expect(relied(0, full)).toBe(true);
});

// 2 knows 1 and does not trust it. While e < 3, 0 checks with 2 before it asks 1. Each encounter first adds its depth to e.
const checked = (evidence: number) =>
  after(
    bench(
      [{}, {}, apart],
      [
        [0, 1, 0.2, { e: evidence }, none],
        [0, 2, 0.2],
        [1, 2, 0.2, {}, none],
      ],
      { ...ask, checkEvidence: 3, learnSelfOrientation: 0.2 },
    ),
  );

test("rule 8: an agent with little evidence is checked first, and after a declined check nothing is asked", () => {
  const state = checked(1); // 2 after the encounter
  expect(state.promises.length).toBe(0);
  expect(viewOf(state, 0, 1).S).toBe(0.5);
});

test("rule 8: with three or more pieces of evidence, counting this encounter, there is no check", () => {
  expect(viewOf(checked(2), 0, 1).S).toBeCloseTo(0.6, 14); // 0 asked, and 1 refused
});

test("rule 8: with p_fav = 0 and no needs, nobody asks", () => {
  expect(after(bench([{ generosity: 1 }, { generosity: 1 }], [[0, 1, 0.2]], { ...ask, favorRate: 0 }), 20).promises).toEqual([]);
});

test("rule 8: a refusal affects the later steps of the same encounter: an agent refused before offers no news", () => {
  // 1 refuses, so S rises to 1 and, with C = R = I = 0, trust falls to 0. An item offered before the refusal would reach 1.
  const news = { newsRate: 0.5, learnSelfOrientation: 1, learnIntimacy: 0 };
  const population = bench([{ generosity: 0 }, { generosity: 0 }], [[0, 1, 0]], { ...ask, ...news });
  believe(population, 0, 1, { C: 0, R: 0, I: 0, S: 0 });
  believe(population, 1, 0, { C: 0, R: 0, I: 0, S: 0 });
  const state = after(population);
  expect(state.people.map(({ reach }) => reach)).toEqual([0, 0]);
});
