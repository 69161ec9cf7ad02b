import type { Population } from "../population/population.ts";
import { tickKey } from "../random/keyed-draws.ts";
import { phases } from "./phases.ts";

/** Moves the population on by one tick, a week. Nothing but the population is read or changed. */
export function step(population: Population): void {
  population.tick++;
  tickKey(population.runKey, population.tick, population.workspace.tickKey);
  for (const phase of phases) phase(population);
}
