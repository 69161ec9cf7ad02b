import {
  definitions,
  formatValue,
  keyOfName,
  numberOf,
  type PlainValue,
  parameterNames,
  plainValue,
  readParameter,
  type TraitName,
  traitNames,
} from "../../sim/index.ts";
import { FOCAL } from "../../study/experiment.ts";
import { traitHint } from "../trait-hint.ts";

/** The names of all possible factors: parameters, switches among them, and traits of the focal agents. */
const factorNames: readonly string[] = [...parameterNames, ...traitNames.map((trait) => FOCAL + trait)];

/** The trait of the focal agents that a factor varies, or undefined. */
export function traitOfFactor(name: string): TraitName | undefined {
  return traitNames.find((trait) => name === FOCAL + trait);
}

/** Why a name is not that of a factor, or undefined if it is. */
export function factorNameProblem(name: string): string | undefined {
  if (factorNames.includes(name)) return undefined;
  const hint = traitHint(name, factorNames, (trait) => [FOCAL + trait, `${trait}_mean`]);
  return `unknown factor ${formatValue(name)}${hint}; vary a parameter or switch (list them with \`weakties parameters\`), or ${FOCAL} and a trait`;
}

/** The numbers that a factor takes, and so may have a range of. `whole` is true if they must be whole. Undefined if it takes none. */
export function numbersOf(name: string): { readonly whole: boolean; readonly min: number; readonly max: number } | undefined {
  if (traitOfFactor(name) !== undefined) return { whole: false, min: 0, max: 1 };
  const key = keyOfName(name);
  const definition = key && definitions[key];
  return definition?.kind === "number" ? { whole: "whole" in definition, min: definition.min, max: definition.max } : undefined;
}

/**
 * A value of a factor in the form in which experiments keep it: a number, true or false, one of the choices, or `never`.
 *
 * @param name of a known factor
 */
export function readLevel(name: string, given: PlainValue): { value: number | string | boolean } | { problem: string } {
  const key = keyOfName(name);
  if (key === undefined) return readTrait(name, given);
  const read = readParameter(key, given);
  return "problem" in read ? read : { value: plainValue(read.value) };
}

/** Reads the value of a trait, 0 to 1. */
export function readTrait(name: string, given: PlainValue): { value: number } | { problem: string } {
  const number = typeof given === "string" ? numberOf(given) : given;
  if (typeof number === "number" && number >= 0 && number <= 1) return { value: number + 0 }; // no −0
  return { problem: `${name} must be a number from 0 to 1 (share), got ${formatValue(given)}` };
}
