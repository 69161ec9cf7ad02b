import { expect, test } from "vitest";
import type { Parameters } from "../../sim/parameters/definitions.ts";
import { expectProportional } from "../helpers/chi-square.ts";
import type { Person, View } from "../helpers/reference-state.ts";
import { after, apart, bench, full, knows, none, pairsMeet } from "../helpers/rule-bench.ts";

const introduces = { ...pairsMeet, introductionRate: 1, trustChecks: false };

/** 0 meets 1, who trusts it fully and knows 2 and 3; returns the agents that 0 knows after some ticks. */
function met(
  of2: Partial<View>,
  of3: Partial<View>,
  parameters: Partial<Parameters> = {},
  of0: Partial<View> = full,
  extra: Partial<Person> = {},
) {
  const people = [{ ...extra }, { openness: 0 }, { ...apart, domain: 1 }, apart];
  const ties = [
    [0, 1, 1, { e: 1 }, of0],
    [1, 2, 0.2, of2],
    [1, 3, 0.2, of3],
  ] as const;
  const state = after(bench(people, ties, { ...introduces, ...parameters }), 10);
  return [2, 3].filter((person) => knows(state, 0, person));
}

test("rule 13: an agent introduces its active contacts to someone it trusts, in time all of them", () => {
  expect(met(full, full)).toEqual([2, 3]);
});

test("rule 13: an agent never introduces anyone to someone it does not trust at all", () => {
  expect(met(full, full, {}, none)).toEqual([]);
});

test("rule 13: the introducer never names a contact without credibility or without its trust", () => {
  expect(met({ ...full, C: 0 }, full)).toEqual([3]);
  expect(met(full, none)).toEqual([2]);
});

test("rule 13: with p_i = 0 and no needs, nobody is introduced", () => {
  expect(met(full, full, { introductionRate: 0 })).toEqual([]);
});

test("rule 13: ties at the threshold for active ties are named, those below it are not", () => {
  const named = (strength: number) =>
    knows(
      after(
        bench(
          [{}, {}, apart],
          [
            [0, 1, 1, {}, full],
            [1, 2, strength, full],
          ],
          introduces,
        ),
        10,
      ),
      0,
      2,
    );
  expect([named(0.049), named(0.05)]).toEqual([false, true]);
});

/** Of many introductions of 2 or 3 to 0, how many are of each; the new ties are forgotten at once. */
function named(of2: Partial<View>, s2: number, of3: Partial<View>, s3: number): [number, number] {
  const ties = [
    [0, 1, 1, {}, full],
    [1, 2, s2, of2],
    [1, 3, s3, of3],
  ] as const;
  const population = bench([{}, {}, apart, apart], ties, { ...introduces, newStrength: 0, forgetBelow: 0.001 });
  population.events.listening = 1;
  after(population, 2000);
  const { kind, about, kept } = population.events;
  const counts: [number, number] = [0, 0];
  for (let at = 0; at < kept; at++) if (kind[at] === 7) counts[about[at] - 2]++;
  return counts;
}

// C τ s: ½ × ½ × 0.2 and ½ × ½ × 0.8; 1 × 1 × 0.2 and ½ × ½ × 0.2.
test("rule 13: the contact is drawn by credibility × trust × strength: 1 to 4 by strength alone, 4 to 1 by beliefs", () => {
  const [weak, close] = named({}, 0.2, {}, 0.8);
  expect(weak + close).toBe(2000);
  expectProportional([weak, close], [1, 4]);
  const [trusted, neutral] = named(full, 0.2, {}, 0.2);
  expect(trusted + neutral).toBe(2000);
  expectProportional([trusted, neutral], [4, 1]);
});

test("rule 13: both sides must engage: v = 1 − 1 × (1 − 0) = 0 on either side prevents an introduction", () => {
  const engaged = (zero: Partial<Person>, two: Partial<Person>) => {
    // 1 has full status, so everyone engages with it
    const population = bench(
      [{ z: 1, ...zero }, { z: 1 }, { ...apart, z: 1, ...two }],
      [
        [0, 1, 1, {}, full],
        [1, 2, 0.2, full],
      ],
      introduces,
    );
    return knows(after(population, 10), 0, 2);
  };
  expect(engaged({}, {})).toBe(true);
  expect(engaged({ statusBias: 1 }, { z: 0 })).toBe(false);
  expect(engaged({ z: 0 }, { statusBias: 1 })).toBe(false);
});

// The budget is one unit; 0 knows nobody of domain 1 and asks its first partner, 1, in place of the p_i draw.
test("rule 13: an agent that seeks an expert is introduced only to one of that domain", () => {
  const seeks = { introductionRate: 0, meetingRate: 0, needRate: 1, domains: 2, budget: 1, budgetBase: 1 };
  expect(met(full, full, seeks)).toEqual([2]);
});

test("rule 13: an agent that knows an expert asks that expert for a favor instead", () => {
  const seeks = {
    introductionRate: 0,
    meetingRate: 0,
    needRate: 1,
    domains: 2,
    budget: 1,
    budgetBase: 0,
    checkEvidence: 0,
    longestDue: 52,
  };
  // only 0 has initiative, so only 0 has a budget, of one unit
  const people = [{ initiative: 1 }, { domain: 1, generosity: 1 }, { ...apart, domain: 1, generosity: 1 }];
  const { promises, people: now } = after(
    bench(
      people,
      [
        [0, 1, 0.2],
        [1, 2, 0.2, full],
      ],
      seeks,
    ),
  );
  expect(promises.filter(({ asker }) => asker === 0).map(({ promiser, need }) => [promiser, need])).toEqual([[1, true]]);
  expect(now[0].ties.has(2)).toBe(false);
});
