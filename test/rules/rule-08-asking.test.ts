import { expect, test } from "vitest";
import { after, believe, bench, full, none, pairsMeet, viewOf } from "../helpers/rule-bench.ts";

const ask = { ...pairsMeet, favorRate: 1, checkEvidence: 0, longestDue: 1 };

test("rule 8: a giver promises, and of the two sides the lower agent asks first", () => {
  const { promises } = after(bench([{ generosity: 1 }, { generosity: 1 }], [[0, 1, 0.2]], ask));
  expect(promises.map(({ asker, promiser }) => [asker, promiser])).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

// g = 0 and τ10 = 0: (0 + 1 × s × 0) × 1 = 0; S = 0.5 + 0.2 × (1 − 0.5)
test("rule 8: who gives nothing without trust refuses, and seems self-oriented to the asker", () => {
  const state = after(bench([{ generosity: 1 }, {}], [[0, 1, 0.2, {}, none]], { ...ask, learnSelfOrientation: 0.2 }));
  expect(state.promises.map(({ asker }) => asker)).toEqual([1]);
  expect(viewOf(state, 0, 1).S).toBeCloseTo(0.6, 14);
});

test("rule 8: whether one agrees hangs on one's own trust in the asker and on the tie", () => {
  // the tie is at 1 and stays there, as trust is full on both sides: (0 + 1 × 1 × 1) × 1
  const close = after(bench([{}, {}], [[0, 1, 1, full, full]], ask));
  expect(close.promises.length).toBe(2);
  // the asker's full trust is of no use where there is no tie yet
  const far = after(bench([{}, {}], [[0, 1, 0, full, full]], ask));
  expect(far.promises.length).toBe(0);
});

test("rule 8: it is the trust of the one asked that counts: 1 trusts 0 fully, which does not trust 1 at all", () => {
  const state = after(bench([{}, {}], [[0, 1, 1, none, full]], ask));
  expect(state.promises.map(({ asker }) => asker)).toEqual([0]);
});

test("rule 8: the tie that counts is that after the encounter, from 0 to α ρ μ = 1", () => {
  const state = after(bench([{}, {}], [[0, 1, 0, full, full]], { ...ask, encounterGain: 1 }));
  expect(state.promises.length).toBe(2);
});

test("rule 8: even a giver refuses whom it does not respect, v = 1 − 1 × (1 − 0) = 0", () => {
  const state = after(
    bench([{ z: 0 }, { generosity: 1, statusBias: 1, z: 1 }], [[0, 1, 1, full, full]], {
      ...ask,
      circleMeetings: 0,
      budget: 20,
      budgetBase: 1,
    }),
  );
  expect(state.promises.map(({ asker }) => asker)).toEqual([1]);
});

test("rule 8: a promise is due in the next tick at the earliest and D ticks on at the latest, all of them reached", () => {
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

// 2 knows 1 and thinks nothing of it; 0 asks 2 before it asks 1, where e < 3. Each encounter adds one to e before.
const checked = (evidence: number) =>
  after(
    bench(
      [{}, {}, { circle: 1 }],
      [
        [0, 1, 0.2, { e: evidence }, none],
        [0, 2, 0.2],
        [1, 2, 0.2, {}, none],
      ],
      { ...ask, checkEvidence: 3, learnSelfOrientation: 0.2 },
    ),
  );

test("rule 8: someone little known is checked first, and a declined check is no request", () => {
  const state = checked(1); // 2 after the encounter
  expect(state.promises.length).toBe(0);
  expect(viewOf(state, 0, 1).S).toBe(0.5);
});

test("rule 8: from three pieces of evidence on, this encounter's included, nobody is checked", () => {
  expect(viewOf(checked(2), 0, 1).S).toBeCloseTo(0.6, 14); // asked, and refused
});

test("rule 8: with p_fav 0 and no need nobody asks", () => {
  expect(after(bench([{ generosity: 1 }, { generosity: 1 }], [[0, 1, 0.2]], { ...ask, favorRate: 0 }), 20).promises).toEqual([]);
});

test("rule 8: a refusal is felt by the later steps of the same encounter: who is refused first offers no news", () => {
  // 0 is refused, S goes to 1 and with C = R = I = 0 its trust to 0; its item, offered before, would reach 1
  const news = { newsRate: 0.5, learnSelfOrientation: 1, learnIntimacy: 0 };
  const population = bench([{ generosity: 0 }, { generosity: 0 }], [[0, 1, 0]], { ...ask, ...news });
  believe(population, 0, 1, { C: 0, R: 0, I: 0, S: 0 });
  believe(population, 1, 0, { C: 0, R: 0, I: 0, S: 0 });
  const state = after(population);
  expect(state.people.map(({ reach }) => reach)).toEqual([0, 0]);
});
