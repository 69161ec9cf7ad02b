import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { Definition } from "../../sim/parameters/definition-types.ts";
import { definitions, keyOfName, parameterKeys } from "../../sim/parameters/definitions.ts";
import { type ScenarioName, scenarios } from "../../sim/parameters/scenarios.ts";

/** Parameters by name, with values as a configuration file writes them. */
export type Table = Readonly<Record<string, PlainValue>>;

type Interventions = readonly Readonly<Record<string, unknown>>[];

/** The seed, parameters and interventions of a scenario; parameters that it leaves out have their defaults. */
export function scenarioStart(name: ScenarioName): { seed: string; parameters: Table; interventions: Interventions } {
  const scenario = scenarios[name];
  const interventions: Interventions = "interventions" in scenario ? scenario.interventions : [];
  return { seed: scenario.seed, parameters: scenario.parameters, interventions };
}

/**
 * The definition of a parameter.
 *
 * @throws RangeError if no parameter has this name
 */
export function definitionOf(name: string): Definition {
  const key = keyOfName(name);
  if (key === undefined) throw new RangeError(`no parameter is named ${name}`);
  return definitions[key];
}

/** A parameter's default as a configuration file writes it: an infinite time is `never`. */
export function plainDefault(definition: Definition): PlainValue {
  return definition.default === Number.POSITIVE_INFINITY ? "never" : definition.default;
}

/** All defaults by name. */
export const defaults: Table = Object.fromEntries(
  parameterKeys.map((key) => [definitions[key].name, plainDefault(definitions[key])]),
);

/**
 * The values in force at a tick: the values at the start, then every `set` that has acted.
 *
 * @param atStart every parameter by name
 * @param tick ticks done; a `set` at the next tick already counts, so that a slider stays where the reader put it
 */
export function valuesInForce(atStart: Table, interventions: Interventions, tick: number): Table {
  const values: Record<string, PlainValue> = { ...atStart };
  for (const intervention of interventions) {
    if (!("set" in intervention) || (intervention.tick as number) > tick + 1) continue;
    const { until } = intervention;
    if (typeof until === "number" && until < tick + 1) continue;
    Object.assign(values, intervention.set);
  }
  return values;
}

/** The values among those chosen that only a restart applies, and that differ from the current run's start. */
export function waitingForRestart(chosen: Table, atStart: Table): Table {
  return Object.fromEntries(Object.entries(chosen).filter(([name, value]) => !definitionOf(name).live && value !== atStart[name]));
}

/** Whether two tables of the same parameters hold the same values. */
export function isSameTable(one: Table, other: Table): boolean {
  for (const name in one) if (one[name] !== other[name]) return false;
  return true;
}
