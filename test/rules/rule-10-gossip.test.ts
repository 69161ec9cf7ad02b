import { expect, test } from "vitest";
import type { Parameters } from "../../sim/parameters/definitions.ts";
import type { View } from "../helpers/reference-state.ts";
import { after, apart, bench, full, neutral, none, pairsMeet, viewOf } from "../helpers/rule-bench.ts";

const talks = { ...pairsMeet, gossipRate: 1, hearsay: 0.5, halfEvidence: 5 };
const people = [{}, {}, apart, { ...apart, circle: 2 }];

/** 0 meets 1 and tells it about 2. The tie between 1 and 2 is known but not active, so 1 has no gossip. */
function afterGossip(
  ofTwo: Partial<View>,
  before: Partial<View>,
  toTeller: Partial<View> = {},
  parameters: Partial<Parameters> = {},
) {
  const ties = [
    [0, 1, 0.2, {}, toTeller],
    [0, 2, 0.2, ofTwo],
    [1, 2, 0.04, before],
  ] as const;
  return after(bench(people.slice(0, 3), ties, { ...talks, ...parameters }));
}

// k = 0.5 × τ10 × 5 / (5 + 5) = 0.125 with τ10 = ½
test("rule 10: beliefs except intimacy move toward the teller's, weighted by trust and lack of evidence", () => {
  const { C, R, I, S, e } = viewOf(afterGossip({ C: 0.9, R: 0.7, I: 1, S: 0.1 }, { e: 5 }), 1, 2);
  expect(C).toBeCloseTo(0.5 + 0.125 * 0.4, 14);
  expect(R).toBeCloseTo(0.5 + 0.125 * 0.2, 14);
  expect(S).toBeCloseTo(0.5 - 0.125 * 0.4, 14);
  expect(I).toBe(0.5);
  expect(e).toBe(5);
});

// with a memory of one tick, half of 10 pieces of evidence is left after the first: k as above
test("rule 10: the evidence that counts is what is left of it, and hearsay brings nothing up", () => {
  const { C, e } = viewOf(afterGossip({ C: 0.9 }, { e: 10 }, {}, { memory: 1 }), 1, 2);
  expect(C).toBeCloseTo(0.5 + 0.125 * 0.4, 14);
  expect(e).toBe(10);
});

// k = 0.5 × ½ × 1 = 0.25, × 1.5
test("rule 10: bad gossip weighs 1.5 times as much", () => {
  expect(viewOf(afterGossip({ C: 0.1 }, {}), 1, 2).C).toBeCloseTo(0.5 - 0.375 * 0.4, 14);
  // τ02 = ½ is not yet bad
  expect(viewOf(afterGossip({ C: 0.7, R: 0.3 }, {}), 1, 2).C).toBeCloseTo(0.5 + 0.25 * 0.2, 14);
});

test("rule 10: the weight is at most 1", () => {
  expect(viewOf(afterGossip({ ...none, C: 0.3 }, {}, full, { hearsay: 1 }), 1, 2).C).toBeCloseTo(0.3, 14);
});

test("rule 10: a listener that does not trust the teller at all learns nothing", () => {
  expect(viewOf(afterGossip(full, {}, none), 1, 2)).toEqual(neutral);
});

test("rule 10: of two contacts, the teller talks about the one with trust farther from neutral, high or low", () => {
  const ties = (second: Partial<View>) =>
    [
      [0, 1, 0.2],
      [0, 2, 0.2, { C: 0.6 }],
      [0, 3, 0.2, second],
      [1, 2, 0.04],
      [1, 3, 0.04],
    ] as const;
  for (const seed of [full, none]) {
    const state = after(bench(people, ties(seed), talks), 5);
    expect(viewOf(state, 1, 2)).toEqual(neutral);
    expect(viewOf(state, 1, 3).C).not.toBe(0.5);
  }
});

test("rule 10: the teller does not talk about the listener or about inactive ties", () => {
  const onlyListener = after(bench(people.slice(0, 2), [[0, 1, 0.2, full]], talks), 5);
  expect(viewOf(onlyListener, 1, 0)).toEqual({ ...neutral, e: 5 });
  const inactive = after(
    bench(
      people.slice(0, 3),
      [
        [0, 1, 0.2],
        [0, 2, 0.049, full],
        [1, 2, 0.04],
      ],
      talks,
    ),
    5,
  );
  expect(viewOf(inactive, 1, 2)).toEqual(neutral);
});

test("rule 10: gossip about a stranger creates no tie", () => {
  const state = after(
    bench(
      people.slice(0, 3),
      [
        [0, 1, 0.2],
        [0, 2, 0.2, full],
      ],
      talks,
    ),
    5,
  );
  expect([...state.people[1].ties.keys()]).toEqual([0]);
});

// 0 tells 1 first: C12 = 0.5 + 0.25 × 0.4 = 0.6. Then 1 tells 0, with τ02 unchanged: C02 = 0.9 + 0.25 × (0.6 − 0.9)
test("rule 10: the agent with the lower index talks first, and the other answers with its updated beliefs", () => {
  const state = after(
    bench(
      people.slice(0, 3),
      [
        [0, 1, 0.2],
        [0, 2, 0.2, { C: 0.9 }],
        [1, 2, 0.2],
      ],
      talks,
    ),
  );
  expect(viewOf(state, 1, 2).C).toBeCloseTo(0.6, 14);
  expect(viewOf(state, 0, 2).C).toBeCloseTo(0.825, 14);
});
