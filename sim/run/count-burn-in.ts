import type { ImportedTies, People } from "../population/people.ts";

/** What a run starts from, if it comes from files. */
interface FromFiles {
  readonly people?: People | undefined;
  readonly imported?: ImportedTies | undefined;
}

/**
 * Dates the state of a settled run from the first tick of its burn-in, as a population does. Tables count ticks from its end. Draws
 * depend on the tick, so without this a run that starts from tables would not draw the numbers that the old run drew.
 *
 * @param settled ticks of the burn-in of the run that wrote the tables
 * @returns the same people and ties, with later ticks
 */
export function countBurnIn({ people, imported }: FromFiles, settled: number): FromFiles {
  if (imported?.state === undefined || settled === 0) return { people, imported };
  const { tick, strength, lastEncounter } = imported.state;
  const later = (ticks: Int32Array) => ticks.map((one) => one + settled);
  return {
    people: people?.since === undefined ? people : { ...people, since: later(people.since) },
    imported: { ...imported, state: { tick: tick + settled, strength, lastEncounter: later(lastEncounter) } },
  };
}
