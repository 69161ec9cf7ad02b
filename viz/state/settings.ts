import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { Definition } from "../../sim/parameters/definition-types.ts";
import { definitions, keyOfName, parameterKeys } from "../../sim/parameters/definitions.ts";
import { type ScenarioName, scenarios } from "../../sim/parameters/scenarios.ts";

/** Parameters by name, as a person sets them. */
export type Table = Readonly<Record<string, PlainValue>>;

type Scripted = readonly Readonly<Record<string, unknown>>[];

/** What a scenario sets, beside the defaults. */
export function scenarioStart(name: ScenarioName): { seed: string; parameters: Table; interventions: Scripted } {
  const scenario = scenarios[name];
  const interventions: Scripted = "interventions" in scenario ? scenario.interventions : [];
  return { seed: scenario.seed, parameters: scenario.parameters, interventions };
}

/** The definition of a parameter by its name. */
export function definitionOf(name: string): Definition {
  const key = keyOfName(name);
  if (key === undefined) throw new RangeError(`no parameter is called ${name}`);
  return definitions[key];
}

/** The defaults by name. */
export const defaults: Table = Object.fromEntries(
  parameterKeys.map((key) => [
    definitions[key].name,
    definitions[key].default === Number.POSITIVE_INFINITY ? "never" : definitions[key].default,
  ]),
);

/**
 * The values in force at a tick: those at the start, and what interventions have set since.
 *
 * @param atStart every parameter by name
 * @param tick ticks done; what is to act in the next tick counts already, so that a slider stays where it was put
 */
export function valuesInForce(atStart: Table, interventions: Scripted, tick: number): Table {
  const values: Record<string, PlainValue> = { ...atStart };
  for (const intervention of interventions) {
    if (!("set" in intervention) || (intervention.tick as number) > tick + 1) continue;
    const { until } = intervention;
    if (typeof until === "number" && until < tick + 1) continue;
    Object.assign(values, intervention.set);
  }
  return values;
}

/** Whether two tables of the same parameters hold the same values. */
export function isSameTable(one: Table, other: Table): boolean {
  for (const name in one) if (one[name] !== other[name]) return false;
  return true;
}
