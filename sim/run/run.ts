import { throwIfAny } from "../errors.ts";
import type { Parameters } from "../parameters/definitions.ts";
import { countCircles } from "../population/circle-index.ts";
import type { ImportedTies, People } from "../population/people.ts";
import type { Population } from "../population/population.ts";
import { createPopulation } from "../start/create-population.ts";
import { step } from "../step/step.ts";
import { applyInterventions, endTurns, type Stage } from "./apply-interventions.ts";
import { checkInterventions } from "./check-interventions.ts";
import { countBurnIn } from "./count-burn-in.ts";
import type { Intervention, TurningIntervention } from "./interventions.ts";
import type { Settings } from "./settings.ts";

/** Everything needed to create a run. */
export interface RunSetup {
  /** checked */
  readonly parameters: Parameters;
  /** any text */
  readonly seed: string;
  /** what files say about the agents; `parameters.agents` must be their number */
  readonly people?: People;
  /** ties from files, instead of a generated starting network */
  readonly imported?: ImportedTies;
  /** checked, in the order in which they act */
  readonly interventions?: readonly Intervention[];
  /**
   * length of the burn-in in ticks; 0 if left out. If the ties come from another run, this is the burn-in that it had, and the world
   * doesn't settle again.
   */
  readonly settled?: number;
}

/** A run: one set of parameters and one seed, from tick 0 on, or from the first tick of its burn-in. */
export interface Run extends Stage {
  readonly seed: string;
  /** ticks of the burn-in. The population counts them; tables and interventions don't (`tickOf`). */
  readonly settled: number;
  /** parameters at the start */
  readonly parameters: Parameters;
  readonly population: Population;
  readonly settings: Settings;
  readonly names: string[];
  readonly circleNames: readonly string[];
  /** in the order in which they act; changes made by hand are added, so that the run can be repeated */
  readonly interventions: Intervention[];
  /** how many interventions have acted */
  applied: number;
  /** interventions that have turned nothing, because their event never was */
  readonly missing: TurningIntervention[];
}

export function createRun(setup: RunSetup): Run {
  const { parameters, seed, settled = 0 } = setup;
  const { people, imported } = countBurnIn(setup, settled);
  return {
    seed,
    settled,
    parameters,
    population: createPopulation(parameters, seed, people, imported),
    settings: { parameters, passing: [] },
    names: [...(people?.names ?? [])],
    circleNames: people?.circleNames ?? [],
    interventions: [...(setup.interventions ?? [])],
    applied: 0,
    missing: [],
  };
}

/** The tick of a run as tables and interventions count it: 0 at the end of the burn-in, and negative before. */
export function tickOf({ population, settled }: Pick<Run, "population" | "settled">): number {
  return population.tick - settled;
}

/**
 * Advances a run by one tick: first applies the interventions that are due, then takes the step.
 *
 * @param phases as in `step`
 */
export function advance(run: Run, phases?: readonly ((population: Population) => void)[]): void {
  const { interventions, population, settings } = run;
  const tick = tickOf(run) + 1;
  let until = run.applied;
  while (until < interventions.length && interventions[until].tick <= tick) until++;
  const due = interventions.slice(run.applied, until);
  if (due.length > 0 || settings.passing.length > 0) applyInterventions(run, tick, due);
  run.applied = until;
  step(population, phases);
  if (population.workspace.turns.length > 0) run.missing.push(...endTurns(population, due));
}

/**
 * Changes a run from outside. The change acts at the start of the next tick and is added to the run's interventions, so that the
 * run can be repeated.
 *
 * @param given an intervention without a tick
 * @throws InputError if it isn't a valid intervention
 */
export function intervene(run: Run, given: Readonly<Record<string, unknown>>): void {
  const { parameters, population, names, circleNames } = run;
  const known = {
    parameters: { ...parameters, agents: population.agents.count },
    names,
    circleNames,
    circles: countCircles(population.circles),
    // Agents that planned interventions will add keep their names, so that the run can be repeated.
    taken: run.interventions.slice(run.applied).flatMap((one) => ("add" in one ? (one.names ?? []) : [])),
  };
  const tick = tickOf(run) + 1;
  const { interventions, problems } = checkInterventions([Object.assign({ tick }, given, { tick })], known, "intervention");
  throwIfAny(problems);
  let at = run.applied;
  while (at < run.interventions.length && run.interventions[at].tick <= tick) at++;
  const [next] = interventions;
  const last = at > run.applied ? run.interventions[at - 1] : undefined;
  // Dragging a slider sets a parameter many times between two ticks. Merge these into one intervention with the last values.
  if (last !== undefined && isSetForGood(last) && isSetForGood(next))
    run.interventions[at - 1] = { ...last, set: { ...last.set, ...next.set } };
  else run.interventions.splice(at, 0, next);
}

function isSetForGood(intervention: Intervention): intervention is Extract<Intervention, { set: unknown }> {
  return "set" in intervention && intervention.until === undefined && intervention.label === undefined;
}
