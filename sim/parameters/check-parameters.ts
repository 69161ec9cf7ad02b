import { didYouMean, formatNumber, formatValue } from "../errors.ts";
import {
  defaultParameters,
  definitions,
  keyOfName,
  type ParameterKey,
  type Parameters,
  parameterKeys,
  parameterNames,
} from "./definitions.ts";
import { fitTogether } from "./fit-together.ts";
import { numberOf } from "./read-number.ts";
import { type TextKey, textReaders } from "./text-values.ts";

export { numberOf } from "./read-number.ts";

/** A value as JSON, YAML or a flag can give it. */
export type PlainValue = string | number | boolean | null | undefined | object;

/**
 * Reads one value for a parameter. Returns the value in the model's form, or a problem: the rule and the value that came.
 * Text counts as a person types it: `0.5`, `never`, `on`, `off`.
 */
export function readParameter(key: ParameterKey, given: PlainValue): { value: number | string | boolean } | { problem: string } {
  const definition = definitions[key];
  const { name } = definition;
  const value = typeof given === "string" ? given.trim() : given;
  if (definition.kind === "choice") {
    const choices: readonly string[] = definition.choices;
    if (typeof value === "string" && choices.includes(value)) return { value };
    const hint = typeof value === "string" ? didYouMean(value, choices) : "";
    return { problem: `${name} must be one of ${choices.join(", ")}, got ${formatValue(given)}${hint}` };
  }
  if (definition.kind === "switch") {
    if (value === true || value === "on" || value === "true" || value === 1 || value === "1") return { value: true };
    if (value === false || value === "off" || value === "false" || value === 0 || value === "0") return { value: false };
    return { problem: `${name} must be on or off, got ${formatValue(given)}` };
  }
  if (definition.kind === "text") {
    const read = textReaders[key as TextKey](typeof value === "number" ? String(value) : typeof value === "string" ? value : "");
    return "value" in read ? read : { problem: `${name} ${read.rule}, got ${formatValue(given)}` };
  }
  const { min, max, unit } = definition;
  const never = "never" in definition;
  if (never && (value === "never" || value === Number.POSITIVE_INFINITY)) return { value: Number.POSITIVE_INFINITY };
  const number = typeof value === "string" ? numberOf(value) : value;
  const fits =
    typeof number === "number" && number >= min && number <= max && (!("whole" in definition) || Number.isInteger(number));
  if (fits) return { value: number + 0 }; // no −0, which would hash apart
  const kind = "whole" in definition ? "a whole number" : "a number";
  return {
    problem: `${name} must be ${kind} from ${formatNumber(min)} to ${formatNumber(max)}${never ? " or never" : ""} (${unit}), got ${formatValue(given)}`,
  };
}

/**
 * Parameters from a table of names (snake_case) and values, on top of `base`. Given values must fit together. A default that
 * does not fit the given values is changed, and a note reports it.
 *
 * @param place the place of the table, for messages: `--set`, `config.yaml`
 * @param ties `imported` if a file gives the ties: the parameters of starting networks are then unused and need not fit
 * @returns the parameters, all problems, and a note on each changed default; the parameters are valid only if there are no
 *   problems
 */
export function checkParameters(
  given: Readonly<Record<string, PlainValue>>,
  base: Parameters = defaultParameters,
  place = "parameters",
  ties: "made" | "imported" = "made",
): { parameters: Parameters; problems: string[]; notes: string[] } {
  const values: Record<string, unknown> = { ...base };
  const problems: string[] = [];
  const asked = new Set(parameterKeys.filter((key) => base[key] !== defaultParameters[key]));
  const unsound = new Set<ParameterKey>();
  for (const [name, value] of Object.entries(given)) {
    const key = keyOfName(name);
    if (key === undefined) {
      problems.push(
        `unknown parameter ${formatValue(name)}${didYouMean(name, parameterNames)}; \`weakties parameters\` lists them`,
      );
      continue;
    }
    const read = readParameter(key, value);
    if ("problem" in read) {
      problems.push(read.problem);
      unsound.add(key);
    } else values[key] = read.value;
    asked.add(key);
  }
  // A circle larger than the population is the whole population; that is a problem only if the user asked for it.
  if (!Object.hasOwn(given, definitions.circleSize.name)) asked.delete("circleSize");
  const parameters = values as unknown as Parameters;
  const fitted = fitTogether(parameters, asked, unsound, ties);
  const withPlace = (text: string) => `${place}: ${text}`;
  return { parameters, problems: [...problems, ...fitted.problems].map(withPlace), notes: fitted.notes.map(withPlace) };
}

/** Parameters on top of `base`, from plain values that have been checked: the result of `plainParameters`, or part of it. */
export function withPlainValues(base: Parameters, plain: Readonly<Record<string, PlainValue>>): Parameters {
  const values: Record<string, unknown> = { ...base };
  for (const [name, given] of Object.entries(plain)) {
    const key = keyOfName(name);
    const read = key === undefined ? { problem: `unknown parameter ${formatValue(name)}` } : readParameter(key, given);
    if (key === undefined || "problem" in read) throw new RangeError("problem" in read ? read.problem : name);
    values[key] = read.value;
  }
  return values as unknown as Parameters;
}

/** Parameters as a table of names and plain values, in the order of the definitions, as in `run.json`. */
export function plainParameters(parameters: Parameters): Record<string, number | string | boolean> {
  return Object.fromEntries(parameterKeys.map((key) => [definitions[key].name, plainValue(parameters[key])]));
}

/** A value as JSON can hold it. */
export function plainValue(value: number | string | boolean): number | string | boolean {
  return value === Number.POSITIVE_INFINITY ? "never" : value;
}
