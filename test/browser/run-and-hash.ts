import { checkParameters, type PlainValue } from "../../sim/parameters/check-parameters.ts";
import { advance, createRun } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";

/** A run to be repeated elsewhere: it crosses from thread to thread and from Node to the page. */
export interface Order {
  /** by their names */
  parameters: Record<string, PlainValue>;
  seed: string;
  /** when to hash, ascending */
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
