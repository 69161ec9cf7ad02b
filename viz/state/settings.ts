import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { Definition } from "../../sim/parameters/definition-types.ts";
import { definitions, keyOfName, parameterKeys } from "../../sim/parameters/definitions.ts";
import { type ScenarioName, scenarios } from "../../sim/parameters/scenarios.ts";
import { wayOfParameter, wayOfTrait } from "../../sim/parameters/ways.ts";

/** Parameters by name, with values as a configuration file writes them. */
export type Table = Readonly<Record<string, PlainValue>>;

export type Interventions = readonly Readonly<Record<string, unknown>>[];

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

/** What was set by hand: live parameters, and traits of everyone where these no longer follow their means. */
export interface ByHand {
  readonly parameters: Table;
  readonly traits: Readonly<Record<string, number>>;
}

export const nothingByHand: ByHand = { parameters: {}, traits: {} };

/**
 * The values in force at a tick: the values at the start, then every `set` that has acted. A trait that has been set for everyone is
 * the value of its way's parameter, which has no effect any more.
 *
 * @param atStart every parameter by name
 * @param tick ticks done; a `set` at the next tick already counts, so that a slider stays where the reader put it
 */
export function valuesInForce(atStart: Table, interventions: Interventions, tick: number): Table {
  const values: Record<string, PlainValue> = { ...atStart };
  const ofAll: Record<string, PlainValue> = {};
  for (const intervention of interventions) {
    if ((intervention.tick as number) > tick + 1) continue;
    const { until } = intervention;
    if (typeof until === "number" && until < tick + 1) continue;
    if ("set" in intervention) Object.assign(values, intervention.set);
    for (const [trait, value] of Object.entries(traitsOfAll(intervention))) {
      const way = wayOfTrait(trait);
      if (way !== undefined) ofAll[way.parameter] = value;
    }
  }
  return { ...values, ...ofAll };
}

/** The traits that an intervention sets for everyone; none if it sets something else. */
function traitsOfAll(intervention: Interventions[number]): Readonly<Record<string, number>> {
  return intervention.agents === "all" && "set_traits" in intervention
    ? (intervention.set_traits as Readonly<Record<string, number>>)
    : {};
}

/** The trait that a parameter no longer moves, because it has been set for everyone by the next tick; undefined if it does. */
export function traitSetForAll(name: string, interventions: Interventions, tick: number): string | undefined {
  const trait = wayOfParameter(name)?.trait;
  const isSet = (one: Interventions[number]) =>
    (one.tick as number) <= tick + 1 && one.until === undefined && trait !== undefined && trait in traitsOfAll(one);
  return interventions.some(isSet) ? trait : undefined;
}

/**
 * What has been set by hand in a run: its lasting settings that neither the scenario nor a recorded run had planned.
 *
 * @param planned interventions that the run started with
 */
export function settingsByHand(interventions: Interventions, planned: Interventions): ByHand {
  const known = planned.map(inOrder);
  const parameters: Record<string, PlainValue> = {};
  const traits: Record<string, number> = {};
  for (const intervention of interventions) {
    const at = known.indexOf(inOrder(intervention));
    if (at >= 0) known.splice(at, 1);
    else if (intervention.until === undefined) {
      Object.assign(parameters, intervention.set);
      Object.assign(traits, traitsOfAll(intervention));
    }
  }
  return { parameters, traits };
}

/** An intervention as text that does not depend on the order of its keys. */
function inOrder(intervention: Interventions[number]): string {
  return JSON.stringify(Object.entries(intervention).sort(([one], [other]) => (one < other ? -1 : 1)));
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
