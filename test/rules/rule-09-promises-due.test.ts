import { expect, test } from "vitest";
import { after, bench, full, knows, none, promise, tieOf, viewOf } from "../helpers/rule-bench.ts";

const learns = { learnReliability: 0.2, learnSelfOrientation: 0.3, learnCredibility: 0.4, encounterGain: 0.4, richnessRich: 0.5 };

/** 1 has promised 0 something; both have neutral trust. */
function due(promiser: object, asker: object = {}, parameters: object = {}, relied = false, strength = 1) {
  const population = bench([asker, promiser], [[0, 1, strength]], { ...learns, ...parameters });
  promise(population, 0, 1, relied);
  return after(population);
}

// R = 0.5 + 0.2 × 0.5, S = 0.5 − 0.3 × 0.5, C = 0.5 + 0.4 × (0.75 − 0.5)
test("rule 9: a kept promise raises reliability, lowers self-orientation and shows expertise", () => {
  const state = due({ followThrough: 1, x: 0.75 });
  const { C, R, I, S, e } = viewOf(state, 0, 1);
  expect([C, R, I, S].map((belief) => belief.toFixed(12))).toEqual([
    "0.600000000000",
    "0.600000000000",
    "0.500000000000",
    "0.350000000000",
  ]);
  expect(e).toBe(2);
  expect(viewOf(state, 1, 0)).toEqual({ C: 0.5, R: 0.5, I: 0.5, S: 0.5, e: 0 });
  expect([state.people[1].kept, state.people[1].broken, state.people[0].kept]).toEqual([1, 0, 0]);
  expect(state.promises).toEqual([]);
});

// w = 0.2 + (0.4/2) × 0.5 × (0.5 − 0.2) = 0.23, with the mutual trust from before the belief moved
test("rule 9: a kept promise moves strength by half an encounter", () => {
  const { w, t0 } = tieOf(due({ followThrough: 1 }, {}, { blowOff: 0 }, false, 0.2), 0, 1);
  expect(w).toBeCloseTo(0.23, 14);
  expect(t0).toBe(1);
});

// μ = ½ is halfway from 0.35 to 0.65, so the richness is halfway from 0.1 to 0.5: w = 0.2 + 0.2 × 0.3 × 0.3
test("rule 9: across circles the promise has the richness that mutual trust gives", () => {
  const across = (parameters: object) => {
    const population = bench([{ circle: 0 }, { circle: 1, followThrough: 1 }], [[0, 1, 0.2]], {
      ...learns,
      blowOff: 0,
      richnessLean: 0.1,
      leanBelow: 0.35,
      richFrom: 0.65,
      ...parameters,
    });
    promise(population, 0, 1);
    return tieOf(after(population), 0, 1).w;
  };
  expect(across({})).toBeCloseTo(0.218, 14);
  expect(across({ risingRichness: false })).toBeCloseTo(0.206, 14);
});

// After 52 ticks with a memory of 52, half of 4 pieces is left. The promise adds 2.
test("rule 9: a kept promise brings the evidence of both up to the tick, a broken one adds as much to what is left", () => {
  const settle = (followThrough: number) => {
    const { learnReliability: _, ...rest } = learns;
    const population = bench([{}, { followThrough }], [[0, 1, 1, { e: 4 }, { e: 4 }]], { ...rest, memory: 52 });
    promise(population, 0, 1, false, 52);
    const state = after(population, 52);
    return { asker: viewOf(state, 0, 1).e, promiser: viewOf(state, 1, 0).e, t0: tieOf(state, 0, 1).t0 };
  };
  expect(settle(1)).toEqual({ asker: 4, promiser: 2, t0: 52 });
  // t0 stays, so twice as much is stored: (4 + 2 × 2) / 2 = 2 + 2
  expect(settle(0)).toEqual({ asker: 8, promiser: 4, t0: 0 });
});

test("rule 9: who keeps a promise that was asked for out of need gains a_ex times its expertise", () => {
  const payoffs = (followThrough: number, need: boolean, expertPayoff: number) => {
    const population = bench([{}, { followThrough, x: 0.75 }], [[0, 1, 1]], { ...learns, expertPayoff });
    promise(population, 0, 1, false, 1, need);
    return after(population).people.map(({ payoff }) => payoff);
  };
  expect(payoffs(1, true, 2)).toEqual([0, 1.5]);
  expect(payoffs(1, true, 0)).toEqual([0, 0]);
  expect(payoffs(1, false, 2)).toEqual([0, 0]);
  expect(payoffs(0, true, 2)).toEqual([0, 0]);
});

// R = 0.5 − (3 × 0.2) × 0.5, S = 0.5 + 0.3 × 0.5
test("rule 9: a broken promise costs ν times what a kept one earns, and strength stays the same", () => {
  const state = due({ followThrough: 0, x: 0.75 }, {}, { negativityFactor: 3 }, false, 0.7);
  const { C, R, I, S, e } = viewOf(state, 0, 1);
  expect([C, R, I, S].map((belief) => belief.toFixed(12))).toEqual([
    "0.500000000000",
    "0.200000000000",
    "0.500000000000",
    "0.650000000000",
  ]);
  expect(e).toBe(2);
  expect(tieOf(state, 0, 1)).toEqual({ w: 0.7, t0: 0 });
  expect([state.people[1].kept, state.people[1].broken]).toEqual([0, 1]);
});

test("rule 9: ν ηR is cut at 1, so one broken promise can cost all reliability but no more", () => {
  expect(viewOf(due({ followThrough: 0 }, {}, { negativityFactor: 6, learnReliability: 0.5 }), 0, 1).R).toBe(0);
});

test("rule 9: payoff rises by 1 or falls by ℓ only if the agent relied on the promise", () => {
  const payoff = (followThrough: number, relied: boolean) => due({ followThrough }, {}, { reliedLoss: 2 }, relied).people[0].payoff;
  expect([payoff(1, true), payoff(1, false), payoff(0, true), payoff(0, false)]).toEqual([1, 0, -2, 0]);
});

// With ω = 1, outside its range, the chance is f × s: 0 at strength 0, f at strength 1.
test("rule 9: promises along weak ties are broken more often", () => {
  expect(due({ followThrough: 1 }, {}, { blowOff: 1 }, false, 0).people[1].broken).toBe(1);
  expect(due({ followThrough: 1 }, {}, { blowOff: 1 }, false, 1).people[1].kept).toBe(1);
});

// 1 about 0: I = 0.5 + 0.2 × 0.5 = 0.6, S = 0.5 − (0.3/2) × 0.5 = 0.425.
// 0 about 1 after the kept promise: C 0.5, R 0.6, I 0.5, S 0.35: m = 1 + 3 × 1.6 = 5.8, σ = 4.15; τ01 = (11 × 5.8 / 9.95 − 1) / 9.
// τ10: m = 1 + 3 × 1.6 = 5.8, σ = 1 + 9 × 0.425 = 4.825; (11 × 5.8 / 10.625 − 1) / 9.
test("rule 9: thanks raise strength by γ (1 − w) μ, with the mutual trust after the kept promise and the thanks", () => {
  const state = due(
    { followThrough: 1, x: 0.5 },
    { gratitude: 1 },
    { blowOff: 0, thanksStep: 0.3, learnIntimacy: 0.2 },
    false,
    0.2,
  );
  expect(viewOf(state, 1, 0).I).toBeCloseTo(0.6, 14);
  expect(viewOf(state, 1, 0).S).toBeCloseTo(0.425, 14);
  expect(viewOf(state, 1, 0).e).toBe(0);
  const one = (11 * (5.8 / 9.95) - 1) / 9;
  const other = (11 * (5.8 / 10.625) - 1) / 9;
  expect(Math.min(one, other)).toBe(other);
  expect(tieOf(state, 0, 1).w).toBeCloseTo(0.23 + 0.3 * 0.77 * other, 13);
});

test("rule 9: nobody gives thanks for a broken promise, and an ungrateful agent never does", () => {
  const broken = due({ followThrough: 0 }, { gratitude: 1 }, { learnIntimacy: 0.2 });
  const ungrateful = due({ followThrough: 1 }, { gratitude: 0 }, { learnIntimacy: 0.2 });
  expect(viewOf(broken, 1, 0).I).toBe(0.5);
  expect(viewOf(ungrateful, 1, 0).I).toBe(0.5);
});

test("rule 9: two promises of a pair due in one tick are both kept, and the second starts from the result of the first", () => {
  const population = bench([{}, { followThrough: 1 }], [[0, 1, 1]], learns);
  promise(population, 0, 1);
  promise(population, 0, 1);
  const state = after(population);
  expect(viewOf(state, 0, 1).R).toBeCloseTo(0.68, 14); // 0.5 → 0.6 → 0.6 + 0.2 × 0.4
  expect(state.people[1].kept).toBe(2);
});

test("rule 9: promises have no effect until they are due", () => {
  const population = bench([{}, { followThrough: 1 }], [[0, 1, 1]], learns);
  promise(population, 0, 1, false, 3);
  expect(after(population, 2).people[1].kept).toBe(0);
  expect(after(population).people[1].kept).toBe(1);
});

// 0.5 / (1 + t/8) is below 1/4 first at t = 9
test("rule 9: promises of a forgotten tie lapse, neither kept nor broken; the others remain", () => {
  const fades = { ...learns, fadingRate: 0.125, fadingProtection: 0, forgetBelow: 0.25 };
  const population = bench(
    [{}, { followThrough: 1 }, { followThrough: 1 }],
    [
      [0, 1, 0.5],
      [0, 2, 1, full, none],
    ],
    fades,
  );
  promise(population, 0, 1, true, 12);
  promise(population, 0, 2, true, 12);
  const state = after(population, 9);
  expect(knows(state, 0, 1)).toBe(false);
  expect(state.promises.map(({ promiser }) => promiser)).toEqual([2]);
  const later = after(population, 3);
  expect([later.people[1].kept, later.people[1].broken, later.people[0].payoff]).toEqual([
    0,
    0,
    later.people[2].kept === 1 ? 1 : -2,
  ]);
});
