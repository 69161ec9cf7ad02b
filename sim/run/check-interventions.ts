import { plainValue, readParameter } from "../parameters/check-parameters.ts";
import { circlesOf } from "../parameters/circle-sizes.ts";
import { keyOfName, type Parameters } from "../parameters/definitions.ts";
import { isTable, withoutMinusZero } from "../plain-data.ts";
import { InterventionChecker, type Scope, tickOf } from "./intervention-checker.ts";
import type { Intervention } from "./interventions.ts";

/** What is known about a run when its interventions are checked. */
export interface Known {
  /** parameters; `agents` is the number of agents created so far */
  readonly parameters: Parameters;
  /** names of the agents, by index; an empty text for an agent without a name */
  readonly names: readonly string[];
  /** names of the circles at the start; empty if they have none */
  readonly circleNames: readonly string[];
  /** false while the people are unknown: any text may then be the name of an agent or a circle; true if left out */
  readonly hasNames?: boolean;
  /** number of circles now, if it doesn't follow from the rest */
  readonly circles?: number;
  /** names reserved for agents that will be added later */
  readonly taken?: readonly string[];
  /** the tick that the run has reached: interventions must come later */
  readonly after?: number;
}

/** Comparisons with known names for all unknown names of a list together. */
const MOST_COMPARISONS = 200_000;

/**
 * Checks interventions and sorts them into the order in which they act: by tick, then as listed.
 *
 * @param place the place of the list, for messages
 * @returns the valid interventions in normal form, and every problem
 */
export function checkInterventions(
  given: readonly unknown[],
  known: Known,
  place = "interventions",
): { interventions: Intervention[]; problems: string[] } {
  const problems: string[][] = [];
  const interventions: Intervention[] = [];
  const scope = scopeOf(known);
  const inOrder = given.map((one, at) => ({ one, at })).sort((a, b) => tickOf(a.one) - tickOf(b.one) || a.at - b.at);
  for (const { one, at } of inOrder) {
    const checker = new InterventionChecker(`${place}[${at}]`, scope);
    checker.check(one);
    problems[at] = checker.problems;
    if (checker.problems.length === 0) interventions.push(asKept(one as Intervention));
    if (isTable(one)) lookAhead(scope, one);
  }
  return { interventions, problems: problems.flat() };
}

function scopeOf({ parameters, names, circleNames, circles, hasNames = true, taken = [], after = 0 }: Known): Scope {
  const { agents, circleSize, network } = parameters;
  const made = network === "random" ? 1 : circlesOf(agents, circleSize);
  return {
    circleSize,
    circleNames: new Set(circleNames),
    hasNames,
    circles: circles ?? (circleNames.length > 0 ? circleNames.length : made),
    agents,
    names: new Map(names.map((name, agent) => [name, agent] as const).filter(([name]) => name !== "")),
    taken: new Set(taken),
    after,
    comparisons: MOST_COMPARISONS,
  };
}

/** Adds the agents and circles that an intervention creates to the scope, as far as it is valid, so that one fault causes no others. */
function lookAhead(scope: Scope, { add, names, circle, to_circle }: Record<string, unknown>): void {
  for (const number of [circle, to_circle])
    if (typeof number === "number" && Number.isInteger(number)) scope.circles = Math.max(scope.circles, number + 1);
  if (!(typeof add === "number" && Number.isInteger(add) && add > 0)) return;
  if (Array.isArray(names)) for (const [k, name] of names.entries()) scope.names.set(String(name), scope.agents + k);
  scope.agents += add;
  if (circle === undefined && scope.circles > 1)
    scope.circles = Math.max(scope.circles, Math.floor((scope.agents - 1) / scope.circleSize) + 1);
}

/** Returns a valid intervention with its values in the one form that run records, checkpoints and hashes use. */
function asKept(given: Intervention): Intervention {
  if ("set" in given) {
    const set: Record<string, number | string | boolean> = {};
    for (const [name, value] of Object.entries(given.set)) {
      const key = keyOfName(name);
      const read = key === undefined ? undefined : readParameter(key, value);
      if (read !== undefined && "value" in read) set[name] = plainValue(read.value);
    }
    return { ...given, set };
  }
  if ("set_traits" in given) return { ...given, set_traits: withoutMinusZero(given.set_traits) };
  if ("add" in given && given.traits !== undefined) return { ...given, traits: withoutMinusZero(given.traits) };
  if ("add_ties" in given && given.strength !== undefined) return { ...given, strength: given.strength + 0 };
  return { ...given };
}
