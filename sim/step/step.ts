import type { Population } from "../population/population.ts";
import { tickKey } from "../random/keyed-draws.ts";
import { phases } from "./phases.ts";

/** Advances the population by one tick, a week. Reads and changes nothing but the population. */
export function step(population: Population): void {
  population.tick++;
  tickKey(population.runKey, population.tick, population.workspace.tickKey);
  for (const phase of phases) phase(population);
}
