import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { fillEffectiveValues } from "../../sim/parameters/effective-values.ts";
import { TRAITS, traitKeys } from "../../sim/parameters/trait-names.ts";
import { createCircleIndex } from "../../sim/population/circle-index.ts";
import type { Population } from "../../sim/population/population.ts";
import { addPromise } from "../../sim/population/promise-store.ts";
import { BELIEFS, tieRow } from "../../sim/population/tie-store.ts";
import { step } from "../../sim/step/step.ts";
import { readPopulation } from "./read-population.ts";
import type { Person, State, Traits, View } from "./reference-state.ts";
import { trustShareBy } from "./reference-trust.ts";
import { smallPopulation } from "./small-population.ts";

/**
 * Nothing happens and nobody learns or forgets; a test switches on what it needs. Rates of 0 and 1 make every draw certain. Evidence
 * counts encounters.
 */
const quiet: Parameters = {
  ...defaultParameters,
  budget: 0,
  needRate: 0,
  meetingRate: 0,
  outsidePull: 0,
  threeRate: 0,
  freshFor: 0,
  memory: Number.POSITIVE_INFINITY,
  depth: false,
  firstEncounters: false,
  turnover: 0,
  moves: 0,
  noise: 0,
  bystanderShare: 0,
  favorRate: 0,
  gossipRate: 0,
  introductionRate: 0,
  newsRate: 0,
  learnCredibility: 0,
  learnReliability: 0,
  learnIntimacy: 0,
  learnSelfOrientation: 0,
  learnRespect: 0,
  learnAttention: 0,
  encounterGain: 0,
  fadingRate: 0,
  forgetBelow: 0,
};

/** In circles of two, members who know each other meet once a tick at richness 1. */
export const pairsMeet: Partial<Parameters> = { meetingRate: 1, richnessRich: 1 };

const nobodySpecial = {
  ...(Object.fromEntries(traitKeys.map((key) => [key, 0])) as Traits),
  domain: 0,
  x: 0.5,
  z: 0.5,
  circle: 0,
  sociality: 1,
};

/** A third person in a circle alone, who meets nobody by chance. */
export const apart: Partial<Person> = { circle: 1, sociality: 0 };

/** A tie: two agents, its strength, and the beliefs of the first about the second and of the second about the first. */
export type BenchTie = readonly [one: number, other: number, w: number, ofOther?: Partial<View>, ofOne?: Partial<View>];

/** Neutral trust: T = 3, τ = ½. */
export const neutral: View = { C: 0.5, R: 0.5, I: 0.5, S: 0.5, e: 0 };

/** The highest and the lowest trust: T = 30, τ = 1, and T = 0.3, τ = 0. */
export const full: View = { C: 1, R: 1, I: 1, S: 0, e: 0 };
export const none: View = { C: 0, R: 0, I: 0, S: 1, e: 0 };

/** A population at tick 0 as given. By default agents have no traits and neutral beliefs about each other. */
export function bench(
  people: readonly Partial<Person>[],
  ties: readonly BenchTie[],
  parameters: Partial<Parameters> = {},
): Population {
  const given = ties.map(([one, other, w]) => [one, other, w] as const);
  const population = smallPopulation(people.length, given, { ...quiet, ...parameters });
  const { agents } = population;
  people.forEach((person, i) => {
    const p = { ...nobodySpecial, ...person };
    const traits = traitKeys.map((key) => p[key]);
    agents.traits.set(traits, i * TRAITS);
    agents.ownTraits.set(traits, i * TRAITS);
    agents.domain[i] = p.domain;
    agents.expertise[i] = p.x;
    agents.status[i] = p.z;
    agents.circle[i] = p.circle;
    agents.sociality[i] = p.sociality;
  });
  population.circles = createCircleIndex(agents);
  for (const [one, other, , ofOther, ofOne] of ties) {
    believe(population, one, other, ofOther ?? {});
    believe(population, other, one, ofOne ?? {});
  }
  return population;
}

/** Writes the beliefs of i about j; missing ones are neutral. */
export function believe(population: Population, i: number, j: number, view: Partial<View>): void {
  const { ties, parameters } = population;
  const { C, R, I, S, e } = { ...neutral, ...view };
  const row = tieRow(ties, i, j);
  ties.beliefs.set([C, R, I, S], row * BELIEFS);
  ties.evidence[row] = e;
  ties.trust[row] = trustShareBy(parameters.trustFunction)({ C, R, I, S, e });
}

/** A promise made in the tick before, due in the next one. */
export function promise(
  population: Population,
  asker: number,
  promiser: number,
  relied = false,
  due = population.tick + 1,
  need = false,
): void {
  addPromise(population.promises, asker, promiser, population.tick, due, +relied, +need);
}

/** Sets parameters between two ticks. */
export function setParameters(population: Population, differ: Partial<Parameters>): void {
  population.parameters = { ...population.parameters, ...differ };
  fillEffectiveValues(population.parameters, population.values);
}

/** The state after one or more further ticks. */
export function after(population: Population, ticks = 1): State {
  for (let t = 0; t < ticks; t++) step(population);
  return readPopulation(population);
}

/** The beliefs of i about j. */
export function viewOf(state: State, i: number, j: number): View {
  const view = state.people[i].ties.get(j)?.views.get(i);
  if (view === undefined) throw new Error(`${i} does not know ${j}`);
  return view;
}

export function tieOf(state: State, i: number, j: number): { w: number; t0: number } {
  const tie = state.people[i].ties.get(j);
  if (tie === undefined) throw new Error(`${i} does not know ${j}`);
  return { w: tie.w, t0: tie.t0 };
}

export function knows(state: State, i: number, j: number): boolean {
  return state.people[i].ties.has(j);
}
