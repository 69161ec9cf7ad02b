import { expect, test } from "vitest";
import { defaultParameters, definitions, type Parameters } from "../../sim/parameters/definitions.ts";
import { MOST_SOCIAL } from "../../sim/population/people.ts";
import { COUNTS } from "../../sim/random/keyed-draws.ts";
import { purposes } from "../../sim/random/purposes.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { step } from "../../sim/step/step.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { State } from "../helpers/reference-state.ts";

/** Large enough that everything happens. */
const world: Parameters = { ...defaultParameters, agents: 200 };

/** The run after some ticks, with its encounters in order as text: who meets whom, for how many units of time. */
function run(differs: Partial<Parameters>, ticks: number) {
  const population = createPopulation({ ...world, ...differs }, "common");
  population.events.listening = 1;
  for (let t = 0; t < ticks; t++) step(population);
  const { kind, from, to, about, kept } = population.events;
  const encounters: string[] = [];
  for (let at = 0; at < kept; at++) if (kind[at] === 0) encounters.push(`${from[at]} ${to[at]} ${about[at]}`);
  return { state: readPopulation(population), encounters };
}

/** Everything except news. */
function withoutNews({ people, promises }: State) {
  return { people: people.map((person) => ({ ...person, reach: 0 })), promises };
}

test("one more agent changes no trait, domain, expertise or status of the others", () => {
  const of = (agents: number) =>
    readPopulation(createPopulation({ ...defaultParameters, agents }, "common")).people.map((person) => ({
      ...person,
      ties: undefined,
    }));
  expect(of(201).slice(0, 200)).toEqual(of(200));
});

test("the mean of one trait changes no other trait", () => {
  const of = (openness: number) =>
    readPopulation(createPopulation({ ...defaultParameters, opennessMean: openness }, "common")).people.map((person) => ({
      ...person,
      openness: 0,
    }));
  expect(of(0.9)).toEqual(of(0.3));
});

test("an added trait, switch or purpose shifts no draw: existing purposes keep their numbers, COUNTS apart", () => {
  const numbers = Object.values(purposes);
  expect(numbers).toEqual(numbers.map((_, at) => at * COUNTS));
});

test("the counts of one purpose never overlap those of the next, with any parameters", () => {
  const { budget, budgetBase, longestDue, checkContacts } = definitions;
  // the units of time of the most sociable agent with full initiative, plus one for a fraction
  const units = budget.max * (budgetBase.max + 1) * MOST_SOCIAL + 1;
  for (const counts of [units, longestDue.max + 1, checkContacts.max]) expect(counts).toBeLessThan(COUNTS);
});

test("without news everything else is the same for a year", () => {
  expect(withoutNews(run({ news: false }, 52).state)).toEqual(withoutNews(run({}, 52).state));
});

// Hearsay also weighs in introductions, so those are off in both.
test("gossip without weight and no gossip give the same year", () => {
  const weightless = { hearsay: 0, introductions: false };
  expect(run({ ...weightless, gossip: false }, 52).state).toEqual(run({ ...weightless, gossipRate: 1 }, 52).state);
});

test("trust checks that decline nobody and no trust checks give the same year", () => {
  expect(run({ trustChecks: false }, 52).state).toEqual(run({ checkBelow: 0 }, 52).state);
});

test("thanks without effect and no thanks give the same year", () => {
  const noWeight = { thanksStep: 0, learnIntimacy: 0, thanksSelfOrientation: 0 };
  expect(run({ thanks: false, ...noWeight }, 52).state).toEqual(run(noWeight, 52).state);
});

test("respect without learning gives the same year with and without bystanders", () => {
  expect(run({ learnRespect: 0, bystanders: false }, 52).state).toEqual(run({ learnRespect: 0, bystanderShare: 1 }, 52).state);
});

test("switching off a mechanism does not change who meets whom in the first tick", () => {
  const alone = { firstEncounters: false }; // so that whether a tie is begun makes no difference
  const { encounters } = run(alone, 1);
  expect(encounters.length).toBeGreaterThan(300);
  for (const off of [
    "gossip",
    "news",
    "favors",
    "bystanders",
    "disclosure",
    "attention",
    "thanks",
    "trustChecks",
    "introductions",
  ] as const)
    expect(run({ ...alone, [off]: false }, 1).encounters, off).toEqual(encounters);
});

test("listening to events changes nothing", () => {
  const population = createPopulation(world, "common");
  for (let t = 0; t < 52; t++) step(population);
  expect(readPopulation(population)).toEqual(run({}, 52).state);
});
