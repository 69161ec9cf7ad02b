import type { Parameters } from "../../sim/parameters/definitions.ts";
import type { Population } from "../../sim/population/population.ts";
import { tieRow } from "../../sim/population/tie-store.ts";
import { step } from "../../sim/step/step.ts";
import { readPopulation } from "./read-population.ts";
import type { Person } from "./reference-state.ts";
import { type BenchTie, bench, viewOf } from "./rule-bench.ts";

/** Ticks of a test that counts. */
export const TICKS = 3000;

/** So much evidence that some thousand encounters change nothing. */
export const MUCH = 1e9;

/** Only 0 has time: one unit a tick. All encounters have richness 1. Strengths and beliefs stay as they are. */
export const onePlan: Partial<Parameters> = {
  budget: 1,
  budgetBase: 0,
  richnessRich: 1,
  richnessLean: 1,
  followUp: false,
};

/** Treated without any respect, nobody is a partner; only needs and notes lead to them. */
export const disdain = { statusBias: 1 };
export const nobody = { z: 0 };

/** Everyone with 0 first, who has full initiative unless `ofZero` says otherwise. */
export function withZero(others: readonly Partial<Person>[], ofZero: Partial<Person> = {}): Partial<Person>[] {
  return [{ initiative: 1, ...ofZero }, ...others];
}

/** How often 0 meets each of the others in many ticks. */
export function countMeetings(
  others: readonly Partial<Person>[],
  ties: readonly BenchTie[],
  parameters: Partial<Parameters> = {},
  ofZero: Partial<Person> = {},
): number[] {
  const population = bench(withZero(others, ofZero), ties, { ...onePlan, ...parameters });
  for (let t = 0; t < TICKS; t++) step(population);
  return readMeetings(population, others.length);
}

/** How often each of the others has met 0: their evidence, which only encounters raise. */
export function readMeetings(population: Population, others: number): number[] {
  const state = readPopulation(population);
  return Array.from({ length: others }, (_, k) => viewOf(state, k + 1, 0).e);
}

/** How often 0 meets each of the others in the next tick, over populations that differ in their tick. */
export function countInOneTick(
  others: readonly Partial<Person>[],
  ties: readonly BenchTie[],
  parameters: Partial<Parameters>,
  ofZero: Partial<Person> = {},
  prepare: (population: Population) => void = () => {},
): number[] {
  const counts = others.map(() => 0);
  for (let tick = 60; tick < 60 + 600; tick++) {
    const population = bench(withZero(others, ofZero), ties, { ...onePlan, ...parameters });
    population.tick = tick;
    prepare(population);
    step(population);
    for (const [k, e] of readMeetings(population, others.length).entries()) counts[k] += e;
  }
  return counts;
}

/** Sets how long the tie of 0 to another will have been silent in the next tick. */
export function silence({ ties, tick }: Population, other: number, silent: number): void {
  ties.lastEncounter[tieRow(ties, 0, other)] = tick + 1 - silent;
  ties.lastEncounter[tieRow(ties, other, 0)] = tick + 1 - silent;
}
