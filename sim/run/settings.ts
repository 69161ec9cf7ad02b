import { checkParameters, type PlainValue, plainParameters } from "../parameters/check-parameters.ts";
import type { Parameters } from "../parameters/definitions.ts";
import { fillEffectiveValues, P } from "../parameters/effective-values.ts";
import { TRAITS, traitNames } from "../population/agent-store.ts";
import { drawTraits, traitParameters } from "../population/draw-agents.ts";
import type { Population } from "../population/population.ts";
import { refreshTrust } from "../trust/trust-equation.ts";

/** A setting that ends: while it is in force it stands over what would be without it. The later one stands over the earlier. */
export type PassingSetting =
  | { readonly until: number; readonly set: Readonly<Record<string, PlainValue>> }
  | { readonly until: number; readonly traits: Readonly<Record<string, number>>; readonly agents: readonly number[] };

/** What is set in a run: parameters without the settings that will end, and those settings in the order in which they began. */
export interface Settings {
  parameters: Parameters;
  passing: PassingSetting[];
}

/** Sets parameters for good. */
export function setParameters(population: Population, settings: Settings, given: Readonly<Record<string, PlainValue>>): void {
  settings.parameters = withSet(settings.parameters, given);
  applyParameters(population, settings);
}

/** Sets traits of agents for good; they no longer follow the mean. */
export function setTraits(
  population: Population,
  settings: Settings,
  given: Readonly<Record<string, number>>,
  chosen: readonly number[],
): void {
  const { agents } = population;
  for (const [name, value] of Object.entries(given)) {
    const trait = (traitNames as readonly string[]).indexOf(name);
    for (const agent of chosen) {
      agents.ownTraits[agent * TRAITS + trait] = value;
      agents.given[agent] |= 1 << trait;
    }
  }
  applyTraits(population, settings);
}

/** A setting begins that will end. */
export function beginPassing(population: Population, settings: Settings, setting: PassingSetting): void {
  settings.passing.push(setting);
  if ("set" in setting) applyParameters(population, settings);
  else applyTraits(population, settings);
}

/** Ends the settings whose last tick was before `tick`. */
export function endPassing(population: Population, settings: Settings, tick: number): void {
  const ended = settings.passing.filter(({ until }) => until < tick);
  if (ended.length === 0) return;
  settings.passing = settings.passing.filter(({ until }) => until >= tick);
  if (ended.some((setting) => "set" in setting)) applyParameters(population, settings);
  if (ended.some((setting) => "traits" in setting)) applyTraits(population, settings);
}

function withSet(parameters: Parameters, given: Readonly<Record<string, PlainValue>>): Parameters {
  const table = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value]));
  return checkParameters(table, parameters, "set").parameters;
}

/** Lets the parameters act as they are set now, with all that hangs on them. */
export function applyParameters(population: Population, settings: Settings): void {
  const { values, agents, ties } = population;
  const before = values.slice();
  let parameters = settings.parameters;
  for (const setting of settings.passing) if ("set" in setting) parameters = withSet(parameters, setting.set);
  population.parameters = parameters;
  fillEffectiveValues(parameters, values);
  const changed = (...places: number[]) => places.some((place) => values[place] !== before[place]);
  // Every agent is looked at in the next phase of forgetting, and scheduled anew.
  if (changed(P.forgetBelow, P.fadingRate)) ties.nextForgetting.fill(0, 0, agents.count);
  if (changed(P.trustFunction)) refreshAllTrust(population);
  if (changed(...traitParameters.map((key) => P[key]))) applyTraits(population, settings);
}

/** Lets the traits act as they are set now. */
export function applyTraits(population: Population, settings: Settings): void {
  const { agents, values, runKey } = population;
  drawTraits(agents, 0, agents.count, values, runKey);
  for (const setting of settings.passing) {
    if (!("traits" in setting)) continue;
    for (const [name, value] of Object.entries(setting.traits)) {
      const trait = (traitNames as readonly string[]).indexOf(name);
      for (const agent of setting.agents) agents.traits[agent * TRAITS + trait] = value;
    }
  }
}

export function refreshAllTrust(population: Population): void {
  const { agents, ties, values } = population;
  const { start, length } = ties.blocks;
  for (let agent = 0; agent < agents.count; agent++)
    for (let row = start[agent]; row < start[agent] + length[agent]; row++) refreshTrust(ties, row, values[P.trustFunction]);
}

/** Settings as plain data, for a checkpoint. */
export function plainSettings({ parameters, passing }: Settings): unknown {
  return { parameters: plainParameters(parameters), passing };
}
