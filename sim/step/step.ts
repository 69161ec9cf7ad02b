import { runCompiledPhases } from "../compiled/compiled-step.ts";
import type { Population } from "../population/population.ts";
import { tickKey } from "../random/keyed-draws.ts";
import { firstPhases, mainPhases } from "./phases.ts";

const mainNames = Object.keys(mainPhases);

/** Advances the population by one tick, a week. Reads and changes nothing but the population. */
export function step(population: Population): void {
  population.tick++;
  tickKey(population.runKey, population.tick, population.workspace.tickKey);
  for (const phase of firstPhases) phase(population);
  if (runCompiledPhases(population, mainNames)) return;
  for (const name of mainNames) mainPhases[name](population);
}
