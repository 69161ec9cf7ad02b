import { describe, expect, test } from "vitest";
import { defaultParameters, definitions, type Parameters } from "../../sim/parameters/definitions.ts";
import { fillEffectiveValues } from "../../sim/parameters/effective-values.ts";
import { type SwitchKey, switches } from "../../sim/parameters/switches.ts";
import { eventKinds } from "../../sim/population/event-log.ts";
import type { Population } from "../../sim/population/population.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { step } from "../../sim/step/step.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { Tie } from "../helpers/reference-state.ts";

const keys = Object.keys(switches) as SwitchKey[];
const allOff = Object.fromEntries(keys.map((key) => [key, false])) as Record<SwitchKey, false>;

/** Two circles in which everything happens often, and everybody stays. */
const busy: Parameters = {
  ...defaultParameters,
  agents: 50,
  circleSize: 20,
  tiesWithin: 7,
  tiesAcross: 1.5,
  newsRate: 0.5,
  gossipRate: 1,
  favorRate: 1,
  longestDue: 1,
  introductionRate: 1,
  needRate: 0.5,
  turnover: 0,
  moves: 0,
};

function populationAt(tick: number, parameters: Parameters): Population {
  const population = createPopulation(parameters, "switches");
  population.events.listening = 1;
  while (population.tick < tick) step(population);
  return population;
}

/** Everything that can differ between two populations, each item as one text. */
function columnsOf(population: Population): Record<string, string> {
  const state = readPopulation(population);
  const { events } = population;
  const ties = state.people.flatMap((person, i) => [...person.ties].map(([j, tie]) => ({ i, j, tie })));
  const ofTies = (read: (tie: Tie, i: number) => unknown) => ties.map(({ tie, i }) => read(tie, i)).join();
  const of = (kind: string) =>
    [...events.kind.subarray(0, events.kept).keys()].filter((at) => eventKinds[events.kind[at]] === kind);
  return {
    C: ofTies((tie, i) => tie.views.get(i)?.C),
    R: ofTies((tie, i) => tie.views.get(i)?.R),
    I: ofTies((tie, i) => tie.views.get(i)?.I),
    S: ofTies((tie, i) => tie.views.get(i)?.S),
    evidence: ofTies((tie, i) => tie.views.get(i)?.e),
    strength: ofTies((tie) => tie.w),
    "last encounters": ofTies((tie) => tie.t0),
    contacts: ties.map(({ i, j }) => `${i} ${j}`).join(),
    encounters: of("encounter")
      .map((at) => `${events.from[at]} ${events.to[at]} ${events.about[at]} ${events.value[at]}`)
      .join(),
    promises: JSON.stringify(state.promises),
    news: JSON.stringify([...state.news].map(([item, holders]) => [item, ...holders])),
    people: JSON.stringify(state.people.map(({ ties: _, ...person }) => person)),
  };
}

/** The columns that a mechanism changes after a tick, alone or with a few others. */
function differing(key: SwitchKey, tick: number, beside: Partial<Parameters>): string[] {
  const base = { ...busy, ...allOff, ...beside };
  const off = columnsOf(populationAt(tick, { ...base, [key]: false }));
  const on = columnsOf(populationAt(tick, { ...base, [key]: true }));
  return Object.keys(off).filter((column) => off[column] !== on[column]);
}

/** The changed columns after a tick of favors and a tick in which promises fall due and nobody meets. */
function afterPromises(key: SwitchKey, beside: Partial<Parameters>): string[] {
  const [off, on] = [false, true].map((is) => {
    const parameters = { ...busy, ...allOff, favors: true, followThroughMean: 0.7, ...beside, [key]: is };
    const population = populationAt(1, parameters);
    population.parameters = { ...parameters, budget: 0 };
    fillEffectiveValues(population.parameters, population.values);
    step(population);
    return columnsOf(population);
  });
  return Object.keys(off).filter((column) => off[column] !== on[column]);
}

const encounters = ["evidence", "strength", "last encounters", "encounters"];

describe("a single mechanism that is on changes only its own columns in one tick", () => {
  test.each<[SwitchKey, string[], Partial<Parameters>]>([
    ["expertiseSharing", ["C"], {}],
    ["respect", ["R"], {}],
    ["bystanders", ["R"], { respect: true, credentials: true }],
    ["credentials", encounters, {}],
    ["disclosure", ["I"], {}],
    ["attention", ["S"], {}],
    ["favors", ["S", "promises"], {}],
    ["gossip", ["C", "R", "S"], { encounterGain: 0 }],
    ["trustChecks", ["S", "promises"], { favors: true, checkEvidence: 20 }],
    ["followUp", encounters, { followUpInterval: 1 }],
    ["needs", encounters, {}],
    ["introductions", ["C", "R", "I", "S", "evidence", "strength", "last encounters", "contacts"], { newTies: true }],
    [
      "meetings",
      ["C", "R", "I", "S", "evidence", "strength", "last encounters", "contacts", "encounters"],
      { budget: 0, newTies: true },
    ],
    ["avoidance", encounters, { avoidBelow: 0.42 }],
    ["news", ["news", "people"], {}],
    ["expertNews", ["news", "people"], { news: true }],
    ["reservedSide", ["strength"], {}],
    ["evidenceFades", ["evidence"], {}],
    ["depth", ["evidence", "strength", "encounters"], {}],
    ["risingRichness", ["strength", "encounters"], {}],
    ["freshTies", encounters, { firstStrength: 0.015 }], // evidence of 52 · 0.015 = 0.78, as after less than one meeting
    ["meetingTogether", encounters, {}],
    ["firstEncounters", ["evidence", "strength", "encounters"], { meetings: true, newTies: true }],
    ["newTies", ["C", "R", "I", "S", "evidence", "strength", "last encounters", "contacts"], { meetings: true }],
    ["fading", ["strength"], {}],
    [
      "forgetting",
      ["C", "R", "I", "S", "evidence", "strength", "last encounters", "contacts"],
      { firstStrength: 0.05, forgetBelow: 0.1 },
    ],
  ])("%s: %j", (key, columns, beside) => {
    expect(differing(key, 1, beside)).toEqual(columns);
  });

  // A promise takes effect when it is due, in the second tick. Nobody meets in that tick, so nothing else changes.
  test.each<[SwitchKey, string[], Partial<Parameters>]>([
    ["blowingOff", ["C", "R", "S", "strength", "last encounters", "people"], {}],
    ["negativity", ["R"], { encounterGain: 0 }],
    ["thanks", ["I", "S", "strength"], {}],
  ])("%s: nothing in the first tick, %j when the first promises fall due", (key, columns, beside) => {
    expect(differing(key, 1, { favors: true, ...beside })).toEqual([]);
    expect(afterPromises(key, beside)).toEqual(columns);
  });
});

describe("a mechanism that is off never has an effect", () => {
  const happened = (kind: (typeof eventKinds)[number]) => (population: Population) =>
    population.events.counts[eventKinds.indexOf(kind)];
  /** How far the beliefs of one kind have moved since tick 0. */
  const moved = (belief: "C" | "R" | "I" | "S") => (population: Population) => {
    const read = (from: Population) =>
      readPopulation(from).people.flatMap((person, i) =>
        [...person.ties].map(([j, tie]) => [`${i} ${j}`, tie.views.get(i)?.[belief]]),
      );
    const then = new Map(read(createPopulation(population.parameters, "switches")) as [string, number][]);
    return (read(population) as [string, number][]).reduce((sum, [pair, now]) => sum + Math.abs(now - (then.get(pair) ?? now)), 0);
  };
  const encountersOf =
    (holds: (richness: number) => boolean) =>
    ({ events }: Population) => {
      let count = 0;
      for (let at = 0; at < events.kept; at++) count += +(events.kind[at] === 0 && holds(events.value[at]));
      return count;
    };
  /** Nobody is far, so only notes are lean. */
  const oneCircle: Partial<Parameters> = { circleSize: 50, tiesAcross: 0 };
  const off = (...silent: SwitchKey[]) => Object.fromEntries(silent.map((key) => [key, false])) as Partial<Parameters>;

  test.each<[SwitchKey, string, (population: Population) => number, Partial<Parameters>]>([
    ["gossip", "gossip", happened("gossip"), {}],
    ["favors", "promises made", happened("promise_made"), {}],
    ["favors", "refusals", happened("refused"), {}],
    ["favors", "promises kept", happened("promise_kept"), {}],
    ["thanks", "thanks", happened("thanks"), {}],
    ["introductions", "introductions", happened("introduction"), {}],
    ["meetings", "ties formed without an introduction", happened("tie_formed"), off("introductions")],
    ["trustChecks", "declined checks", happened("declined"), {}],
    ["news", "offers of news", happened("news_offered"), {}],
    ["news", "use of news", happened("news_used"), {}],
    ["forgetting", "ties forgotten", happened("tie_forgotten"), { forgetBelow: 0.1 }],
    ["followUp", "encounters by a note", encountersOf((richness) => richness === 0.22), { ...oneCircle, freshTies: false }],
    ["freshTies", "notes to new contacts", encountersOf((richness) => richness === 0.22), { ...oneCircle, followUp: false }],
    ["peopleLeave", "people replaced", happened("agent_replaced"), { turnover: 1 }],
    ["peopleMove", "swaps of circles", happened("agents_swapped"), { moves: 1 }],
    ["newTies", "ties formed", happened("tie_formed"), {}],
    [
      "blowingOff",
      "broken promises of those who follow through",
      happened("promise_broken"),
      { followThroughMean: 1, traitSpread: 0 },
    ],
    ["expertiseSharing", "moves of credibility", moved("C"), off("gossip", "favors", "forgetting")],
    ["respect", "moves of reliability", moved("R"), off("gossip", "favors", "forgetting")],
    ["disclosure", "moves of intimacy", moved("I"), off("favors", "forgetting")],
    ["attention", "moves of self-orientation", moved("S"), off("gossip", "favors", "forgetting")],
  ])("%s: no %s in 60 ticks", (key, _, count, differs) => {
    expect(count(populationAt(60, { ...busy, ...differs, [key]: false }))).toBe(0);
    expect(count(populationAt(60, { ...busy, ...differs }))).toBeGreaterThan(0);
  });

  test("needs: an agent that never asks by chance asks only if there are needs", () => {
    const asks = { ...busy, favorRate: 0, needRate: 1 };
    expect(happened("promise_made")(populationAt(5, asks))).toBeGreaterThan(0);
    expect(happened("promise_made")(populationAt(5, { ...asks, needs: false }))).toBe(0);
  });

  test("fading: without it no silent tie is forgotten, at any fading rate", () => {
    const silent = { ...busy, budget: 0, meetings: false, fadingRate: 0.25, forgetBelow: 0.1 };
    expect(happened("tie_forgotten")(populationAt(60, silent))).toBeGreaterThan(0);
    expect(happened("tie_forgotten")(populationAt(60, { ...silent, fading: false }))).toBe(0);
  });

  test("credentials: without them everyone is treated alike, so reliability only rises toward 1", () => {
    const parameters = { ...busy, noise: 0, statusBiasMean: 1, ...off("gossip", "favors", "forgetting") };
    const fallen = (differs: Partial<Parameters>) => {
      const then = readPopulation(createPopulation(parameters, "switches"));
      const now = readPopulation(populationAt(20, { ...parameters, ...differs }));
      return now.people.flatMap((person, i) =>
        [...person.ties].filter(([j, tie]) => (tie.views.get(i)?.R ?? 0) < (then.people[i].ties.get(j)?.views.get(i)?.R ?? 0)),
      );
    };
    expect(fallen({}).length).toBeGreaterThan(0);
    expect(fallen({ credentials: false })).toEqual([]);
  });

  test("avoidance: without it agents meet contacts that they would otherwise avoid", () => {
    const parameters = { ...busy, avoidBelow: 1, ...off("meetings", "introductions") };
    const count = encountersOf(() => true);
    expect(count(populationAt(1, parameters))).toBe(0);
    expect(count(populationAt(1, { ...parameters, avoidance: false }))).toBeGreaterThan(0);
  });
});

test("every mechanism is on by default, and its source says that it is a control", () => {
  for (const key of keys) expect([definitions[key].default, definitions[key].source]).toEqual([true, "a control"]);
});
