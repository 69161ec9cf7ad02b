import { burnInHash } from "../sim/index.ts";
import type { Combination } from "./combination.ts";
import type { Experiment } from "./experiment.ts";
import { measuredTicks } from "./recorder.ts";

/**
 * A hash of the burn-in of a combination: combinations with the same hash share the settled world of each seed.
 *
 * @param files SHA-256 of the agents and network files
 * @returns undefined if the experiment has no burn-in
 */
export function burnInOf(experiment: Experiment, { parameters }: Combination, files: readonly string[]): string | undefined {
  const { settled } = experiment;
  return settled === undefined ? undefined : burnInHash(parameters, settled, measuredTicks(experiment), files);
}
