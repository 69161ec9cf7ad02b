import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { BOTH } from "../../sim/population/people.ts";
import type { Population } from "../../sim/population/population.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { startTie } from "../../sim/start/start-tie.ts";

/** A starting tie: two agents in either order, and the strength. */
export type GivenTie = readonly [one: number, other: number, strength: number];

/**
 * A population at tick 0 with exactly the ties given, by hand. Agents are drawn as usual, all in one circle unless `circleSize`
 * says otherwise; first beliefs are those of any start. A test can write other values into the columns.
 *
 * @param agents how many
 * @param ties no pair twice
 * @param parameters what differs from the defaults; not checked
 */
export function smallPopulation(agents: number, ties: readonly GivenTie[], parameters: Partial<Parameters> = {}): Population {
  const population = createPopulation(
    {
      ...defaultParameters,
      network: "circles",
      circleSize: agents,
      circleSpread: 0,
      ...parameters,
      agents,
      tiesWithin: 0,
      tiesAcross: 0,
    },
    "small",
  );
  for (const [one, other, strength] of ties) startTie(population, Math.min(one, other), Math.max(one, other), strength, BOTH);
  return population;
}

/** The pairs of a list as ties of one strength, by default one that is active and weak under the default thresholds. */
export function tiesOf(pairs: Iterable<readonly [number, number]>, strength = 0.2): GivenTie[] {
  return Array.from(pairs, ([one, other]) => [one, other, strength] as const);
}
