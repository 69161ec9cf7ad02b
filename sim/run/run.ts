import { throwIfAny } from "../errors.ts";
import type { Parameters } from "../parameters/definitions.ts";
import { countCircles } from "../population/circle-index.ts";
import type { ImportedTies, People } from "../population/people.ts";
import type { Population } from "../population/population.ts";
import { createPopulation } from "../start/create-population.ts";
import { step } from "../step/step.ts";
import { applyInterventions, type Stage } from "./apply-interventions.ts";
import { checkInterventions } from "./check-interventions.ts";
import type { Intervention } from "./interventions.ts";
import type { Settings } from "./settings.ts";

/** All it takes to begin a run. */
export interface RunSetup {
  /** checked */
  readonly parameters: Parameters;
  /** any text */
  readonly seed: string;
  /** what files say of the agents; `parameters.agents` is their number */
  readonly people?: People;
  /** their ties, instead of a starting network */
  readonly imported?: ImportedTies;
  /** checked, in the order in which they act */
  readonly interventions?: readonly Intervention[];
}

/** One parameter set and one seed, from tick 0 on. */
export interface Run extends Stage {
  readonly seed: string;
  /** parameters at the start */
  readonly parameters: Parameters;
  readonly population: Population;
  readonly settings: Settings;
  readonly names: string[];
  readonly circleNames: readonly string[];
  /** in the order in which they act: what was done by hand is added here, so that it replays */
  readonly interventions: Intervention[];
  /** how many of them have acted */
  applied: number;
}

export function createRun(setup: RunSetup): Run {
  const { parameters, seed, people, imported } = setup;
  return {
    seed,
    parameters,
    population: createPopulation(parameters, seed, people, imported),
    settings: { parameters, passing: [] },
    names: [...(people?.names ?? [])],
    circleNames: people?.circleNames ?? [],
    interventions: [...(setup.interventions ?? [])],
    applied: 0,
  };
}

/** Moves a run on by one tick: what is due from outside first, then the step. */
export function advance(run: Run): void {
  const { interventions, population, settings } = run;
  const tick = population.tick + 1;
  let until = run.applied;
  while (until < interventions.length && interventions[until].tick <= tick) until++;
  if (until > run.applied || settings.passing.length > 0) applyInterventions(run, tick, interventions.slice(run.applied, until));
  run.applied = until;
  step(population);
}

/**
 * Something done to a run while it goes: it acts at the beginning of the next tick and stands among the interventions from
 * then on, so that the run can be repeated.
 *
 * @param given without its tick
 * @throws InputError where it is no intervention
 */
export function intervene(run: Run, given: Readonly<Record<string, unknown>>): void {
  const { parameters, population, names, circleNames } = run;
  const known = {
    parameters: { ...parameters, agents: population.agents.count },
    names,
    circleNames,
    circles: countCircles(population.circles),
    // Whoever is still to come keeps its name, so that the run can be repeated.
    taken: run.interventions.slice(run.applied).flatMap((one) => ("add" in one ? (one.names ?? []) : [])),
  };
  const tick = population.tick + 1;
  const { interventions, problems } = checkInterventions([Object.assign({ tick }, given, { tick })], known, "intervention");
  throwIfAny(problems);
  let at = run.applied;
  while (at < run.interventions.length && run.interventions[at].tick <= tick) at++;
  const [next] = interventions;
  const last = at > run.applied ? run.interventions[at - 1] : undefined;
  // A slider that is dragged sets a parameter many times between two ticks: that is one intervention, and the last value holds.
  if (last !== undefined && isSetForGood(last) && isSetForGood(next))
    run.interventions[at - 1] = { ...last, set: { ...last.set, ...next.set } };
  else run.interventions.splice(at, 0, next);
}

function isSetForGood(intervention: Intervention): intervention is Extract<Intervention, { set: unknown }> {
  return "set" in intervention && intervention.until === undefined && intervention.label === undefined;
}
