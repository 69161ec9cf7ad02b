import { expect, test } from "vitest";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { checkpoint, restore } from "../../sim/run/checkpoint.ts";
import { advance, createRun } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { asImportedTies, asPeople } from "../helpers/any-start.ts";
import { readPopulation } from "../helpers/read-population.ts";

/** Numbers that are easy to calculate by hand. */
const easy: Partial<Parameters> = {
  agents: 3,
  encounterGain: 0.4,
  richnessRich: 1,
  richnessLean: 0.2,
  leanBelow: 0.4,
  richFrom: 0.8,
  fadingRate: 0.1,
  fadingProtection: 0.5,
  newStrength: 0.2,
  forgetBelow: 0.01,
};

const neutral = { tau: 0.5 };

/** The tie of two people who trust each other neutrally, so that μ = ½. */
function startWith(contacts: readonly number[], differs: Partial<Parameters> = {}, circles: readonly number[] = [0, 0, 0]) {
  const people = asPeople(circles.map((circle) => ({ circle })));
  const ratings = new Map([
    [0, neutral],
    [1, neutral],
  ]);
  const imported = asImportedTies([{ lower: 0, upper: 1, ratings, contacts }]);
  return { parameters: { ...defaultParameters, ...easy, ...differs }, seed: "contacts", people, imported };
}

type Given = [contacts: readonly number[], differs?: Partial<Parameters>, circles?: readonly number[]];

function tieAfter(...given: Given) {
  const { parameters, seed, people, imported } = startWith(...given);
  return readPopulation(createPopulation(parameters, seed, people, imported)).people[0].ties.get(1);
}

test("the first contact starts the tie at the strength of a new tie", () => {
  expect(tieAfter([-7])).toMatchObject({ w: 0.2, t0: -7 });
  expect(tieAfter([0])).toMatchObject({ w: 0.2, t0: 0 });
});

test("a later contact is an encounter after a period of silence", () => {
  // s = 0.2 / (1 + 0.1 · (1 − 0.5 · 0.2) · 5) = 0.2 / 1.45 = 4/29; w = s + 0.4 · 1 · (½ − s) = 0.6 · 4/29 + 0.2 = 8.2/29
  const tie = tieAfter([-10, -5]);
  expect(tie?.w).toBeCloseTo(8.2 / 29, 14);
  expect(tie?.t0).toBe(-5);
});

test("the encounters of people from different circles are less rich", () => {
  // ρ = 0.2 + 0.8 · (0.5 − 0.4) / 0.4 = 0.4; w = s + 0.4 · 0.4 · (½ − s) = 0.84 · 4/29 + 0.08 = 5.68/29
  expect(tieAfter([-10, -5], {}, [0, 1, 1])?.w).toBeCloseTo(5.68 / 29, 14);
});

test("several contacts in one tick are one encounter", () => {
  expect(tieAfter([-10, -10, -5, -5, -5])).toEqual(tieAfter([-10, -5]));
});

test("a forgotten tie starts again with the next contact, or does not exist", () => {
  // 0.2 / (1 + 0.09 · n) < 0.01 from n = 212 on, as 0.2 / 0.01 = 20 and 19 / 0.09 = 211.1…
  expect(tieAfter([-300, -88])?.w).toBeCloseTo(0.6 * (0.2 / (1 + 0.09 * 212)) + 0.2, 14);
  expect(tieAfter([-301, -88])?.w).toBe(0.2);
  expect(tieAfter([-211])).toMatchObject({ w: 0.2, t0: -211 });
  expect(tieAfter([-212])).toBeUndefined();
});

test("without a rating, evidence follows the strength that contacts leave, as of the last one", () => {
  const people = asPeople([{ circle: 0 }, { circle: 0 }, { circle: 0 }]);
  const ties = asImportedTies([{ lower: 0, upper: 1, ratings: new Map([[0, neutral]]), contacts: [-7] }]);
  const population = createPopulation({ ...defaultParameters, ...easy, memory: 30 }, "contacts", people, ties);
  const views = readPopulation(population).people[0].ties.get(1)?.views;
  expect(views?.get(0)?.e).toBe(defaultParameters.importedEvidence);
  expect(views?.get(1)?.e).toBe(30 * 0.2);
});

test("without fading, strength does not fall during silence", () => {
  expect(tieAfter([-400, -200], { fading: false })?.w).toBeCloseTo(0.2 + 0.4 * 0.3, 14);
});

test("a run from contacts, with encounters before tick 0, continues unchanged after a checkpoint", () => {
  const { parameters, ...given } = startWith([-40, -12, -3]);
  const run = createRun({ parameters, ...given });
  const copy = restore(checkpoint(run));
  expect(stateHash(copy)).toBe(stateHash(run));
  for (let tick = 0; tick < 30; tick++) {
    advance(run);
    advance(copy);
  }
  expect(stateHash(copy)).toBe(stateHash(run));
});
