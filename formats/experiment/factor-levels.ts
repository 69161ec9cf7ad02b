import {
  definitions,
  didYouMean,
  keyOfName,
  numberOf,
  type PlainValue,
  parameterNames,
  plainValue,
  readParameter,
  shown,
  type TraitName,
  traitNames,
} from "../../sim/index.ts";

/** What a trait's name begins with, where it is that of the focal agents. */
export const FOCAL = "focal.";

/** The names that a factor can have: those of parameters, switches among them, and traits of the focal agents. */
const factorNames: readonly string[] = [...parameterNames, ...traitNames.map((trait) => FOCAL + trait)];

/** The trait of the focal agents that a factor is, or undefined. */
export function traitOfFactor(name: string): TraitName | undefined {
  return traitNames.find((trait) => name === FOCAL + trait);
}

/** What is wrong with the name of a factor, or undefined. */
export function factorNameProblem(name: string): string | undefined {
  if (factorNames.includes(name)) return undefined;
  const isTrait = (traitNames as readonly string[]).includes(name);
  const hint = isTrait ? ` (did you mean "${FOCAL}${name}" or "${name}_mean"?)` : didYouMean(name, factorNames);
  return `unknown factor ${shown(name)}${hint}: a parameter or switch (\`weakties parameters\` lists them), or ${FOCAL} and a trait`;
}

/** Whether a factor takes numbers, so that it can have a range; `whole` where only whole ones. */
export function numbersOf(name: string): { readonly whole: boolean } | undefined {
  if (traitOfFactor(name) !== undefined) return { whole: false };
  const key = keyOfName(name);
  const definition = key && definitions[key];
  return definition?.kind === "number" ? { whole: "whole" in definition } : undefined;
}

/**
 * A value of a factor in the form in which experiments keep it: a number, true or false, one of the choices, or `never`.
 *
 * @param name of a factor that there is
 */
export function readLevel(name: string, given: PlainValue): { value: number | string | boolean } | { problem: string } {
  const key = keyOfName(name);
  if (key === undefined) return readTrait(name, given);
  const read = readParameter(key, given);
  return "problem" in read ? read : { value: plainValue(read.value) };
}

/** A trait is 0 to 1. */
export function readTrait(name: string, given: PlainValue): { value: number } | { problem: string } {
  const number = typeof given === "string" ? numberOf(given) : given;
  if (typeof number === "number" && number >= 0 && number <= 1) return { value: number + 0 }; // no −0
  return { problem: `${name} must be 0 to 1 (share), got ${shown(given)}` };
}
