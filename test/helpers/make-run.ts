import { throwIfAny } from "../../sim/errors.ts";
import { checkParameters, type PlainValue } from "../../sim/parameters/check-parameters.ts";
import { defaultParameters } from "../../sim/parameters/definitions.ts";
import type { ImportedTies, People } from "../../sim/population/people.ts";
import { checkInterventions } from "../../sim/run/check-interventions.ts";
import { advance, createRun, type Run, tickOf } from "../../sim/run/run.ts";

/** Options that differ from the defaults. */
export interface Wanted {
  /** by name */
  readonly parameters?: Readonly<Record<string, PlainValue>>;
  readonly seed?: string;
  readonly people?: People;
  readonly imported?: ImportedTies;
  /** as in a file */
  readonly interventions?: readonly unknown[];
  /** ticks of the burn-in */
  readonly settled?: number;
}

/** Two and a half small circles in which every kind of event happens within some ticks, except that everyone stays. */
export const few = {
  agents: 50,
  circle_size: 20,
  circle_spread: 0,
  ties_within: 7,
  ties_across: 1.5,
  news_rate: 0.05,
  fading_rate: 0.15,
  turnover: 0,
  moves: 0,
} as const;

/** A run at tick 0, from input checked like a user's. */
export function makeRun(wanted: Wanted = {}): Run {
  const { parameters: given = few, seed = "run", people, imported, interventions = [], settled = 0 } = wanted;
  const agents = people === undefined ? {} : { agents: people.names.length };
  const { parameters, problems } = checkParameters({ ...given, ...agents }, defaultParameters, "test", imported && "imported");
  throwIfAny(problems);
  const known = { parameters, names: people?.names ?? [], circleNames: people?.circleNames ?? [] };
  const checked = checkInterventions(interventions, known, "test");
  throwIfAny(checked.problems);
  return createRun({
    parameters,
    seed,
    interventions: checked.interventions,
    settled,
    ...(people && { people }),
    ...(imported && { imported }),
  });
}

/** Advances the run to `tick`, counted from the end of its burn-in, and returns it. */
export function advanceTo(run: Run, tick: number): Run {
  while (tickOf(run) < tick) advance(run);
  return run;
}
