import { runCompiledPhases } from "../compiled/compiled-step.ts";
import type { Population } from "../population/population.ts";
import { tickKey } from "../random/keyed-draws.ts";
import { firstPhases, mainPhases } from "./phases.ts";

const mainNames = Object.keys(mainPhases);

/**
 * Advances the population by one tick, a week. Reads and changes nothing but the population.
 *
 * @param others other phases than the usual ones, only to look at what they do; they are never compiled
 */
export function step(population: Population, others?: readonly ((population: Population) => void)[]): void {
  population.tick++;
  tickKey(population.runKey, population.tick, population.workspace.tickKey);
  for (const phase of others ?? firstPhases) phase(population);
  if (others !== undefined || runCompiledPhases(population, mainNames)) return;
  for (const name of mainNames) mainPhases[name](population);
}
