import type { Outcome } from "../experiment.ts";
import { type Expression, groupsIn, measuresIn } from "./expression.ts";
import type { Group } from "./listing.ts";
import { parseCondition, parseNumber } from "./parse-expression.ts";

/** The measures of the network that an outcome reads. */
export function measuresOfOutcome(outcome: Outcome): string[] {
  const own = "of" in outcome && outcome.of === "network" ? [outcome.measure] : [];
  return [...own, ...expressionsOf(outcome).flatMap(measuresIn)];
}

/** The groups of agents in the expressions of an outcome. */
export function groupsOfOutcome(outcome: Outcome): Group[] {
  return expressionsOf(outcome).flatMap(groupsIn);
}

function expressionsOf(outcome: Outcome): Expression[] {
  const { when } = outcome;
  return [
    ...("value" in outcome ? [parseNumber(outcome.value).expression] : []),
    ...("first" in when ? [parseCondition(when.first).expression] : []),
  ];
}
