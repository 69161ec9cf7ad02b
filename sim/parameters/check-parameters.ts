import { didYouMean, shown } from "../errors.ts";
import {
  defaultParameters,
  definitions,
  keyOfName,
  type ParameterKey,
  type Parameters,
  parameterKeys,
  parameterNames,
} from "./definitions.ts";

/** A value as JSON, YAML or a flag can give it. */
export type PlainValue = string | number | boolean | null | undefined | object;

/**
 * Reads one value for a parameter: the value in the model's form, or a text that says the rule and what came.
 * Text is taken as a person types it: `0.5`, `never`, `on`, `off`.
 */
export function readParameter(key: ParameterKey, given: PlainValue): { value: number | string | boolean } | { problem: string } {
  const definition = definitions[key];
  const { name } = definition;
  if (definition.kind === "choice") {
    const choices: readonly string[] = definition.choices;
    const value = typeof given === "string" ? given.trim() : given;
    if (typeof value === "string" && choices.includes(value)) return { value };
    const hint = typeof value === "string" ? didYouMean(value, choices) : "";
    return { problem: `${name} must be one of ${choices.join(", ")}, got ${shown(given)}${hint}` };
  }
  if (definition.kind === "switch") {
    if (given === true || given === "on" || given === "true" || given === 1 || given === "1") return { value: true };
    if (given === false || given === "off" || given === "false" || given === 0 || given === "0") return { value: false };
    return { problem: `${name} must be on or off, got ${shown(given)}` };
  }
  const { min, max, unit } = definition;
  const never = "never" in definition;
  const rule = `${name} must be ${"whole" in definition ? "a whole number, " : ""}${min} to ${max}${never ? " or never" : ""} (${unit})`;
  if (never && (given === "never" || given === Number.POSITIVE_INFINITY)) return { value: Number.POSITIVE_INFINITY };
  const value = typeof given === "string" ? numberOf(given) : given;
  // Written so that NaN fails too.
  if (typeof value !== "number" || !(value >= min && value <= max)) return { problem: `${rule}, got ${shown(given)}` };
  if ("whole" in definition && !Number.isInteger(value)) return { problem: `${rule}, got ${shown(given)}` };
  return { value: value === 0 ? 0 : value }; // no −0, which would hash apart
}

/** A decimal number as a person types it; undefined for anything else, so that "", "0x10" and "1e" are no numbers. */
export function numberOf(text: string): number | undefined {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}

/**
 * Parameters from a table of names (snake_case) and values, on top of `base`.
 *
 * @param place where the table stands, for the messages: `--set`, `config.yaml`
 * @returns the parameters and every problem; the parameters are sound only where there is no problem
 */
export function checkParameters(
  given: Readonly<Record<string, PlainValue>>,
  base: Parameters = defaultParameters,
  place = "parameters",
): { parameters: Parameters; problems: string[] } {
  const values: Record<string, unknown> = { ...base };
  const problems: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const key = keyOfName(name);
    if (key === undefined) {
      problems.push(
        `${place}: unknown parameter ${shown(name)}${didYouMean(name, parameterNames)}; \`weakties parameters\` lists them`,
      );
      continue;
    }
    const read = readParameter(key, value);
    if ("problem" in read) problems.push(`${place}: ${read.problem}`);
    else values[key] = read.value;
  }
  const parameters = values as unknown as Parameters;
  if (problems.length === 0) problems.push(...whatDoesNotFit(parameters, place, "circle_size" in given));
  // A population smaller than the default circle is one circle, unless the circle was asked for.
  if (parameters.circleSize > parameters.agents) values.circleSize = parameters.agents;
  return { parameters, problems };
}

/** Rules that tie two parameters to each other. */
function whatDoesNotFit(p: Parameters, place: string, circleSizeGiven: boolean): string[] {
  const problems: string[] = [];
  if (p.circleSize > p.agents && circleSizeGiven)
    problems.push(`${place}: circle_size must be at most agents (${p.agents}), got ${p.circleSize}`);
  const circle = Math.min(p.circleSize, p.agents);
  if (p.activeFrom > p.strongFrom)
    problems.push(`${place}: active_from must be at most strong_from (${p.strongFrom}), got ${p.activeFrom}`);
  if (p.network === "circles") {
    if (p.tiesWithin > circle - 1 && circle > 1)
      problems.push(
        `${place}: ties_within must be at most ${circle - 1} in circles of ${circle} (more ties than fit), got ${p.tiesWithin}`,
      );
    const others = p.agents - circle;
    if (p.tiesAcross > others && others > 0)
      problems.push(
        `${place}: ties_across must be at most ${others}, the agents outside a circle (more ties than fit), got ${p.tiesAcross}`,
      );
  } else {
    const wanted = p.network === "random" ? p.tiesWithin + p.tiesAcross : p.tiesWithin;
    const names = p.network === "random" ? "ties_within + ties_across" : "ties_within";
    if (wanted > p.agents - 1)
      problems.push(
        `${place}: ${names} must be at most ${p.agents - 1} among ${p.agents} agents (more ties than fit), got ${wanted}`,
      );
  }
  return problems;
}

/** Parameters as a table of names and plain values, in the order of the definitions: what `run.json` holds. */
export function plainParameters(parameters: Parameters): Record<string, number | string | boolean> {
  return Object.fromEntries(
    parameterKeys.map((key) => {
      const value = parameters[key];
      return [definitions[key].name, value === Number.POSITIVE_INFINITY ? "never" : value];
    }),
  );
}
