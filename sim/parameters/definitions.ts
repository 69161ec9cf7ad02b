import type { Definition } from "./definition-types.ts";
import { dealings } from "./groups/dealings.ts";
import { learning } from "./groups/learning.ts";
import { start } from "./groups/start.ts";
import { ties } from "./groups/ties.ts";
import { traits } from "./groups/traits.ts";
import { turnover } from "./groups/turnover.ts";
import { switches } from "./switches.ts";

/**
 * The one definition of every parameter. From it come the types below, the checks, the page's controls, the command line's
 * `--set`, the JSON Schema and the table in docs/model.md.
 */
export const definitions = {
  ...start,
  ...traits,
  ...learning,
  ...ties,
  ...turnover,
  ...dealings,
  ...switches,
} as const satisfies Record<string, Definition>;

export type ParameterKey = keyof typeof definitions;

type ValueOf<D extends Definition> = D extends { kind: "number" }
  ? number
  : D extends { kind: "choice"; choices: readonly (infer C)[] }
    ? C
    : D extends { kind: "text" }
      ? string
      : boolean;

/** One value for every parameter, checked; numbers that are `never` are Infinity. */
export type Parameters = { readonly [K in ParameterKey]: ValueOf<(typeof definitions)[K]> };

export const parameterKeys = Object.keys(definitions) as ParameterKey[];

/** The parameter that a user calls `name`, or undefined. */
export function keyOfName(name: string): ParameterKey | undefined {
  return keysByName.get(name);
}

const keysByName = new Map(parameterKeys.map((key) => [definitions[key].name as string, key]));

export const parameterNames: readonly string[] = [...keysByName.keys()];

export const defaultParameters = Object.fromEntries(
  parameterKeys.map((key) => [key, definitions[key].default]),
) as unknown as Parameters;
