import { expect, test } from "vitest";
import { NEVER } from "../../sim/population/tie-store.ts";
import { fadedStrength, forgettingTick } from "../../sim/trust/tie-strength.ts";
import { after, bench, knows, promise, setParameters, tieOf, viewOf } from "../helpers/rule-bench.ts";

test("rule 2: s = w / (1 + δ(1 − λw)(t − t0)) = 0.5 / (1 + 0.05 × (1 − 0.8 × 0.5) × 10) = 0.5 / 1.3", () => {
  expect(fadedStrength(0.5, 10, 0.05, 0.8)).toBeCloseTo(0.5 / 1.3, 14);
});

test("rule 2: strong ties fade more slowly: ten ticks leave 78% of 0.9 and 52% of 0.1", () => {
  expect(fadedStrength(0.9, 10, 0.1, 0.8)).toBeCloseTo(0.9 / 1.28, 14);
  expect(fadedStrength(0.1, 10, 0.1, 0.8)).toBeCloseTo(0.1 / 1.92, 14);
});

test("rule 2: a tie does not fade in the tick of its encounter, or with δ = 0", () => {
  expect(fadedStrength(0.3, 0, 0.25, 0)).toBe(0.3);
  expect(fadedStrength(0.3, 500, 0, 0.8)).toBe(0.3);
});

// ½ / (1 + t/8) is 1/8 at t = 24, exactly: not yet below.
test("rule 2: a tie at the threshold is known, and is forgotten in the first tick below it", () => {
  expect(forgettingTick(0.5, 0, 0.125, 0.125, 0)).toBe(25);
  expect(forgettingTick(0.5, 7, 0.125, 0.125, 0)).toBe(32);
  const population = bench([{}, {}], [[0, 1, 0.5]], { fadingRate: 0.125, fadingProtection: 0, forgetBelow: 0.125 });
  expect(knows(after(population, 24), 0, 1)).toBe(true);
  const state = after(population);
  expect(knows(state, 0, 1)).toBe(false);
  expect(knows(state, 1, 0)).toBe(false);
});

// ¼ / (1 + t·2^-29) is ⅛ at t = 2^29, exactly. ⅛ / (1 + t·2^-60) is ⅛ until t·2^-60 is more than 2^-53, half the step from 1 to
// the next double. With 2^-200 no possible tick is late enough.
test("rule 2: the tick of forgetting is found even with almost no fading, without a long search", () => {
  expect(forgettingTick(0.25, 0, 0.125, 2 ** -29, 0)).toBe(2 ** 29 + 1);
  expect(forgettingTick(0.125, 3, 0.125, 2 ** -60, 0)).toBe(3 + 2 ** 7 + 1);
  expect(forgettingTick(0.125, 0, 0.125, 2 ** -200, 0)).toBe(NEVER);
  expect(forgettingTick(0.125, 0, 0.125, 0, 0)).toBe(NEVER);
  expect(forgettingTick(0.125, 0, 0, 0.25, 0)).toBe(NEVER);
});

test("rule 2: the tick of forgetting is the first below the threshold for any strength, threshold and rate", () => {
  for (let k = 0; k < 3000; k++) {
    const strength = ((k * 7919) % 1000) / 1000;
    const bar = 0.001 + ((k * 104_729) % 100) / 1000;
    const rate = 0.25 / (1 + (k % 40) ** 2);
    const protection = 0.95 * ((k % 13) / 12);
    let silent = 0;
    while (strength / (1 + rate * (1 - protection * strength) * silent) >= bar) silent++;
    expect(forgettingTick(strength, 9, bar, rate, protection)).toBe(9 + silent);
  }
});

test("rule 2: fading changes no stored value: a silent tie keeps the w and t0 of its last encounter", () => {
  const population = bench([{}, {}], [[0, 1, 0.5]], { fadingRate: 0.1 });
  expect(tieOf(after(population, 30), 0, 1)).toEqual({ w: 0.5, t0: 0 });
});

// at tick 4: s = 0.5 / (1 + (1/8)(1 − ½ × 0.5) × 4) = 0.5 / 1.375; neutral trust on both sides: μ = ½
test("rules 2 and 3: an encounter after four silent ticks starts from the faded strength", () => {
  const population = bench([{}, {}], [[0, 1, 0.5]], {
    fadingRate: 0.125,
    fadingProtection: 0.5,
    encounterGain: 0.4,
    richnessRich: 0.5,
  });
  after(population, 3);
  setParameters(population, { meetingRate: 1 });
  const s = 0.5 / 1.375;
  const { w, t0 } = tieOf(after(population), 0, 1);
  expect(w).toBeCloseTo(s + 0.4 * 0.5 * (0.5 - s), 14);
  expect(t0).toBe(4);
});

// With a memory of 10 ticks, evidence counts ½ after 10 silent ticks. The encounter in tick 10 adds 1.
test("rule 2: an encounter sets the evidence of both sides to what is left of it, 6 × ½ and 2 × ½, plus 1", () => {
  const population = bench([{}, {}], [[0, 1, 0.5, { e: 6 }, { e: 2 }]], { memory: 10 });
  const silent = after(population, 9);
  expect([viewOf(silent, 0, 1).e, viewOf(silent, 1, 0).e]).toEqual([6, 2]); // stored values don't change in silence
  setParameters(population, { meetingRate: 1 });
  const state = after(population);
  expect([viewOf(state, 0, 1).e, viewOf(state, 1, 0).e]).toEqual([4, 2]);
});

test("rule 2: a kept promise sets it as well, and adds two pieces for the asker alone", () => {
  const population = bench([{}, { followThrough: 1 }], [[0, 1, 0.5, { e: 6 }, { e: 2 }]], { memory: 10, blowOff: 0 });
  promise(population, 0, 1, false, 10);
  const state = after(population, 10);
  expect([viewOf(state, 0, 1).e, viewOf(state, 1, 0).e]).toEqual([5, 1]);
  expect(tieOf(state, 0, 1).t0).toBe(10);
});

// t0 stays 0, so 6 + 2 · (1 + 10 / 10) = 10 is stored, of which ½ is left.
test("rule 2: a broken promise leaves the time of the last encounter, and the evidence then rises by two", () => {
  const population = bench([{}, { followThrough: 0 }], [[0, 1, 0.5, { e: 6 }, { e: 2 }]], { memory: 10 });
  promise(population, 0, 1, false, 10);
  const state = after(population, 10);
  expect([viewOf(state, 0, 1).e, viewOf(state, 1, 0).e]).toEqual([10, 2]);
  expect(tieOf(state, 0, 1).t0).toBe(0);
});

test("rule 2: evidence that never fades stays, whatever the silence", () => {
  for (const parameters of [{ memory: Number.POSITIVE_INFINITY }, { memory: 10, evidenceFades: false }]) {
    const population = bench([{}, {}], [[0, 1, 0.5, { e: 6 }, { e: 2 }]], parameters);
    after(population, 99);
    setParameters(population, { meetingRate: 1 });
    const state = after(population);
    expect([viewOf(state, 0, 1).e, viewOf(state, 1, 0).e]).toEqual([7, 3]);
  }
});
