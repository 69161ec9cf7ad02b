import { checkParameters, type Parameters } from "../sim/index.ts";
import { ENCOUNTER } from "../sim/population/event-log.ts";
import type { Population } from "../sim/population/population.ts";
import { createPopulation } from "../sim/start/create-population.ts";

/** The default parameters with another population size. */
export function sized(agents: number): Parameters {
  return checkParameters({ agents }).parameters;
}

export function world(agents: number, seed = "bench"): Population {
  return createPopulation(sized(agents), seed);
}

/** Encounters since the start. */
export function encountersOf(population: Population): number {
  return population.events.counts[ENCOUNTER];
}
