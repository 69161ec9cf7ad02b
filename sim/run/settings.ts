import { type PlainValue, plainParameters, withPlainValues } from "../parameters/check-parameters.ts";
import type { Parameters } from "../parameters/definitions.ts";
import { fillEffectiveValues, P } from "../parameters/effective-values.ts";
import { TRAITS, traitNames } from "../parameters/trait-names.ts";
import type { AgentStore } from "../population/agent-store.ts";
import type { Population } from "../population/population.ts";
import { drawTraits, traitParameters } from "../start/draw-agents.ts";
import { refreshTrust } from "../trust/trust-equation.ts";

/** A temporary setting. While it is in force, it overrides earlier settings. Values have a form that JSON can hold. */
export type PassingSetting =
  | { readonly until: number; readonly set: Readonly<Record<string, PlainValue>> }
  | { readonly until: number; readonly traits: Readonly<Record<string, number>>; readonly agents: readonly number[] };

/** The settings of a run: parameters without temporary settings, and the temporary settings in the order in which they began. */
export interface Settings {
  parameters: Parameters;
  passing: PassingSetting[];
}

/** Sets parameters permanently. This also replaces temporary settings of the same parameters. */
export function setParameters(population: Population, settings: Settings, given: Readonly<Record<string, PlainValue>>): void {
  settings.parameters = withPlainValues(settings.parameters, given);
  const names = Object.keys(given);
  settings.passing = settings.passing.flatMap((setting): PassingSetting[] => {
    if (!("set" in setting)) return [setting];
    const set = without(setting.set, names);
    return Object.keys(set).length > 0 ? [{ until: setting.until, set }] : [];
  });
  applyParameters(population, settings);
}

/** Sets traits of agents permanently, also in temporary settings. These traits no longer follow their means. */
export function setTraits(
  population: Population,
  settings: Settings,
  given: Readonly<Record<string, number>>,
  chosen: readonly number[],
): void {
  const { agents } = population;
  for (const [name, value] of Object.entries(given)) {
    const trait = traitNumber(name);
    for (const agent of chosen) {
      agents.ownTraits[agent * TRAITS + trait] = value;
      agents.given[agent] |= 1 << trait;
    }
  }
  settings.passing = settings.passing.flatMap((setting) => ("traits" in setting ? leaveOut(setting, given, chosen) : [setting]));
  applyTraits(population, settings);
}

/** Splits a temporary setting of traits into what stays in force for the chosen agents and what stays for the others. */
function leaveOut(
  { until, traits, agents }: Extract<PassingSetting, { traits: unknown }>,
  given: Readonly<Record<string, number>>,
  chosen: readonly number[],
): PassingSetting[] {
  const leaving = new Set(chosen);
  const rest = agents.filter((agent) => !leaving.has(agent));
  const names = Object.keys(given);
  const untouched = without(traits, names);
  const touched = without(traits, Object.keys(untouched));
  return [
    { until, traits: untouched, agents },
    { until, traits: touched, agents: rest },
  ].filter((setting) => setting.agents.length > 0 && Object.keys(setting.traits).length > 0);
}

function without<T>(values: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** Begins a temporary setting. */
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

/** Returns the parameters in force now, including temporary settings. */
export function parametersNow({ parameters, passing }: Settings): Parameters {
  let now = parameters;
  for (const setting of passing) if ("set" in setting) now = withPlainValues(now, setting.set);
  return now;
}

/** Puts the parameters into force, and updates everything that depends on those that changed. */
function applyParameters(population: Population, settings: Settings): void {
  const { values, agents, ties } = population;
  const before = values.slice();
  population.parameters = parametersNow(settings);
  fillEffectiveValues(population.parameters, values);
  const changed = (...places: number[]) => places.some((place) => values[place] !== before[place]);
  // The next phase of forgetting looks at every agent and schedules it again.
  if (changed(P.forgetBelow)) ties.nextForgetting.fill(0, 0, agents.count);
  if (changed(P.trustFunction)) refreshAllTrust(population);
  if (changed(...traitParameters.map((key) => P[key]))) applyTraits(population, settings);
}

/** Puts the traits into force, including temporary settings. */
function applyTraits(population: Population, settings: Settings): void {
  const { agents, values, runKey } = population;
  drawTraits(agents, 0, agents.count, values, runKey);
  markHeldTraits(agents, settings);
  for (const setting of settings.passing) {
    if (!("traits" in setting)) continue;
    for (const [name, value] of Object.entries(setting.traits))
      for (const agent of setting.agents) agents.traits[agent * TRAITS + traitNumber(name)] = value;
  }
}

/** Marks the traits that temporary settings decide, so that newcomers keep to them as well. */
export function markHeldTraits({ held }: AgentStore, { passing }: Settings): void {
  held.fill(0);
  for (const setting of passing) {
    if (!("traits" in setting)) continue;
    for (const name of Object.keys(setting.traits)) for (const agent of setting.agents) held[agent] |= 1 << traitNumber(name);
  }
}

function traitNumber(name: string): number {
  return (traitNames as readonly string[]).indexOf(name);
}

/** Updates the trust share of every row. */
export function refreshAllTrust(population: Population): void {
  const { agents, ties, values } = population;
  const { start, length } = ties.blocks;
  for (let agent = 0; agent < agents.count; agent++)
    for (let row = start[agent]; row < start[agent] + length[agent]; row++) refreshTrust(ties, row, values[P.trustFunction]);
}

/** Returns the settings as plain data, for a checkpoint. */
export function plainSettings({ parameters, passing }: Settings): {
  parameters: Record<string, PlainValue>;
  passing: PassingSetting[];
} {
  return { parameters: plainParameters(parameters), passing };
}
