import { checkParameters, type PlainValue } from "../../sim/parameters/check-parameters.ts";
import { advance, createRun } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";

/** A run to repeat in another thread or on a page, as data that can be sent there. */
export interface Order {
  /** by name */
  parameters: Record<string, PlainValue>;
  seed: string;
  /** ticks at which to take the state hash, ascending */
  ticks: number[];
}

/** The state hash at each of the ticks. */
export function runAndHash({ parameters, seed, ticks }: Order): string[] {
  const checked = checkParameters(parameters);
  if (checked.problems.length > 0) throw new Error(checked.problems.join("\n"));
  const run = createRun({ parameters: checked.parameters, seed });
  return ticks.map((tick) => {
    while (run.population.tick < tick) advance(run);
    return stateHash(run);
  });
}
