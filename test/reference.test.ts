import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkParameters } from "../sim/parameters/check-parameters.ts";
import { defaultParameters, type Parameters } from "../sim/parameters/definitions.ts";
import { scenarioNames, scenarios } from "../sim/parameters/scenarios.ts";
import { switches } from "../sim/parameters/switches.ts";
import { stateHash } from "../sim/run/state-hash.ts";
import { createPopulation } from "../sim/start/create-population.ts";
import { step } from "../sim/step/step.ts";
import { anyCases, anyParameters } from "./helpers/any-parameters.ts";
import { differences } from "./helpers/compare-states.ts";
import { advanceTo, few, makeRun } from "./helpers/make-run.ts";
import { readPopulation } from "./helpers/read-population.ts";
import { eventTexts, takeEvents } from "./helpers/reference-events.ts";
import { referenceHash } from "./helpers/reference-hash.ts";
import { ReferenceModel } from "./helpers/reference-model.ts";
import { startState } from "./helpers/reference-start.ts";

/** Three circles of different sizes, so that both kinds of richness, strangers and introductions occur. People come and go often. */
const small: Parameters = {
  ...defaultParameters,
  agents: 50,
  circleSize: 20,
  tiesWithin: 7,
  tiesAcross: 1.5,
  introductionRate: 0.02,
  newsRate: 0.05,
  turnover: 0.3,
  moves: 0.3,
};

/**
 * Starts both, compares their starts, then runs both tick by tick, each tick from the same state, so that each is a test of its
 * own. All numbers, also those of events, must be equal to the last bit. Returns how often each kind of event happened in the engine.
 */
function expectSameTicks(parameters: Parameters, seed: string, ticks: number): Float64Array {
  const population = createPopulation(parameters, seed);
  const twin = new ReferenceModel(parameters, seed, startState(parameters, seed));
  expect(differences(readPopulation(population), twin.state, 0), `start of seed ${seed}`).toEqual([]);
  population.events.listening = 1;
  for (let t = 0; t < ticks; t++) {
    twin.step();
    step(population);
    const happened = eventTexts(takeEvents(population));
    expect(happened, `events of tick ${population.tick} of seed ${seed}`).toEqual(eventTexts(twin.events));
    twin.events = [];
    const state = readPopulation(population);
    expect(differences(state, twin.state, 0), `tick ${population.tick} of seed ${seed}`).toEqual([]);
    twin.state = state;
  }
  return population.events.counts;
}

const cases: [name: string, differs: Partial<Parameters>][] = [
  ["additive trust", { trustFunction: "additive" }],
  ["a random network", { network: "random" }],
  ["a small world", { network: "small_world" }],
  ["one circle", { circleSize: 50 }],
  ["circles of one", { circleSize: 1, tiesWithin: 0, tiesAcross: 6 }],
  ["two agents", { agents: 2, circleSize: 2, tiesWithin: 1, tiesAcross: 0 }],
  ["one domain", { domains: 1 }],
  ["64 domains, so that most experts are unknown", { domains: 64, needRate: 1 }],
  ["two domains and a need each tick", { domains: 2, needRate: 1 }],
  ["a budget of 40", { budget: 40 }],
  ["no budget", { budget: 0 }],
  ["a budget that is mostly a chance", { budget: 0.4, budgetBase: 0.2 }],
  ["sociality by degree", { sociality: "degree" }],
  ["poor encounters", { richnessLean: 0.05, richnessRich: 0.05 }],
  ["rich from little trust", { leanBelow: 0.3, richFrom: 0.31 }],
  ["rich encounters only", { richnessLean: 1, richnessRich: 1 }],
  ["trust without part in the choice", { trustInChoice: 0 }],
  ["trust to the sixth", { trustInChoice: 6 }],
  ["always three", { threeRate: 1 }],
  ["fresh for a year", { freshFor: 52, initiativeMean: 1, meetingRate: 1 }],
  ["a short memory", { memory: 1 }],
  ["a memory that never fades", { memory: Number.POSITIVE_INFINITY }],
  ["circles of equal size", { circleSpread: 0 }],
  ["circles that differ a lot", { circleSpread: 0.9, circleSize: 8 }],
  ["half of all leave in a year", { turnover: 0.5, moves: 0 }],
  ["all move", { turnover: 0, moves: 1 }],
  ["expertise that pays ten", { expertPayoff: 10, needRate: 1 }],
  ["follow-up never", { followUpInterval: Number.POSITIVE_INFINITY }],
  ["follow-up after each tick", { followUpInterval: 1, initiativeMean: 1 }],
  ["promises all at once and soon", { favorRate: 1, longestDue: 1, checkEvidence: 0 }],
  ["promises due within a year", { favorRate: 1, longestDue: 52 }],
  ["blow-off 0.8", { blowOff: 0.8, favorRate: 0.6 }],
  ["negativity 6", { negativityFactor: 6, learnReliability: 0.5, favorRate: 0.6 }],
  ["everyone thanks", { gratitudeMean: 1, traitSpread: 0, thanksStep: 0.3, favorRate: 0.6 }],
  ["gossip each time", { gossipRate: 1, hearsay: 1, gossipNegativity: 4, halfEvidence: 20 }],
  ["always bystanders", { bystanderShare: 1, learnRespect: 0.5 }],
  ["strict trust checks by all", { trustingMean: 0, traitSpread: 0, checkBelow: 0.6, checkEvidence: 20, favorRate: 1 }],
  ["ten asked in a trust check", { trustingMean: 0, checkContacts: 10, meetingRate: 1 }],
  ["introductions each time", { introductionRate: 1, trustingMean: 0.2 }],
  ["meetings each tick", { meetingRate: 1, outsidePull: 20 }],
  ["meetings inside only", { meetingRate: 1, outsidePull: 0 }],
  ["no one is avoided", { avoidBelow: 0 }],
  ["nearly all are avoided", { avoidBelow: 0.6 }],
  ["active only when strong", { activeFrom: 0.3, strongFrom: 0.3 }],
  ["active always", { activeFrom: 0 }],
  ["news of one tick", { newsLife: 1, newsRate: 0.5 }],
  ["news of 520 ticks", { newsLife: 520, newsRate: 0.1 }],
  ["news in half of the ticks", { newsRate: 0.01 }],
  ["forgotten below 0.1", { forgetBelow: 0.1, newStrength: 0.09 }],
  ["fast fading", { fadingRate: 0.25, fadingProtection: 0 }],
  ["fading 0", { fadingRate: 0 }],
  ["ties begin at full strength", { firstStrength: 1, newStrength: 1, fadingProtection: 0.95 }],
  ["ties begin at no strength", { firstStrength: 0, newStrength: 0 }],
  ["all alike", { traitSpread: 0, expertiseSpread: 0, noise: 0 }],
  ["all at the ends", { traitSpread: 2, expertiseSpread: 2, statusExpertise: 0, statusSpread: 2 }],
  ["status that shows all", { statusExpertise: 1 }],
  ["nobody an expert", { expertiseMean: 0, expertiseSpread: 0 }],
  [
    "fast learning",
    {
      learnCredibility: 0.5,
      learnReliability: 0.5,
      learnIntimacy: 0.5,
      learnSelfOrientation: 0.5,
      learnRespect: 0.5,
      learnAttention: 0.5,
      noise: 0.5,
    },
  ],
  [
    "no learning",
    { learnCredibility: 0, learnReliability: 0, learnIntimacy: 0, learnSelfOrientation: 0, learnRespect: 0, learnAttention: 0 },
  ],
  [
    "other constants",
    {
      boastSelfOrientation: 1,
      curiosityBase: 0,
      disclosureBase: 1.5,
      disclosureTrust: 0.1,
      promiseEvidence: 7,
      reliedPayoff: 3,
      reliedLoss: 0.5,
      keptPromiseGain: 1,
      thanksSelfOrientation: 1,
    },
  ],
  ["other first beliefs", { priorCredibility: 1, priorIntimacy: 1, priorSelfOrientation: 0, priorTrusting: 1, meetingRate: 1 }],
];

/** The default world, but with a quarter of its agents, so that the slow program takes seconds. */
const quarter: Parameters = { ...defaultParameters, agents: 200 };

describe("each tick of the engine is the tick of the description", () => {
  test("by default", () => {
    expectSameTicks(defaultParameters, "1", 1);
  });

  test.each(["2", "büro 3"])("in a quarter of the default world, seed %s", (seed) => {
    expectSameTicks(quarter, seed, 12);
  });

  test.each(scenarioNames)("in the scenario %s", (name) => {
    const { parameters, problems } = checkParameters(scenarios[name].parameters);
    expect(problems).toEqual([]);
    expectSameTicks({ ...parameters, agents: Math.min(parameters.agents, quarter.agents) }, scenarios[name].seed, 5);
  });

  test("a small population comes to every kind of event in these runs", () => {
    const counts = expectSameTicks({ ...small, fadingRate: 0.15 }, "4", 200);
    for (const count of counts) expect(count).toBeGreaterThan(10);
  });

  test.each(cases)("%s", (_, differs) => {
    expectSameTicks({ ...small, ...differs }, "5", 40);
  });

  test.each(Object.keys(switches))("without %s", (key) => {
    expectSameTicks({ ...small, [key]: false }, "6", 40);
  });

  test("with any parameters", () => {
    fc.assert(
      fc.property(anyParameters, fc.string(), (parameters, seed) => {
        expectSameTicks(parameters, seed, 12);
      }),
      anyCases(522),
    );
  });

  test("without any mechanism that can be off", () => {
    expectSameTicks({ ...small, ...Object.fromEntries(Object.keys(switches).map((key) => [key, false])) }, "7", 20);
  });
});

describe("running free, engine and description stay together", () => {
  test.each([
    ["a seed of letters", { ...few, turnover: 0.3, moves: 0.3 }, "büro 𝄞 3", 60],
    ["an old world with other settings", { ...few, news_life: 3, budget: 2.5, memory: "never", gossip: false }, "", 1040],
  ])("to the state hash: %s", (_, parameters, seed, ticks) => {
    const run = makeRun({ parameters, seed });
    const twin = new ReferenceModel(run.parameters, seed, startState(run.parameters, seed));
    advanceTo(run, ticks);
    for (let t = 0; t < ticks; t++) twin.step();
    expect(referenceHash(twin)).toBe(stateHash(run));
  });

  test.each([
    ["a quarter of the default world", quarter, 15],
    ["small", small, 200],
  ])("to the last bit: %s", (_, parameters, ticks) => {
    const population = createPopulation(parameters, "8");
    const twin = new ReferenceModel(parameters, "8", startState(parameters, "8"));
    for (let t = 0; t < ticks; t++) {
      twin.step();
      step(population);
    }
    expect(differences(readPopulation(population), twin.state, 0)).toEqual([]);
  });
});
