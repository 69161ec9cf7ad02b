import { checkParameters, type PlainValue, readParameter } from "./check-parameters.ts";
import { defaultParameters, keyOfName, type Parameters } from "./definitions.ts";

/** Values of parameters by name, from one place. */
export interface Layer {
  /** for the messages */
  readonly place: string;
  readonly values: Readonly<Record<string, PlainValue>>;
}

/** What files say of a run's people, as far as parameters hang on it. */
export interface FilesSay {
  readonly agents: number;
  /** whether a file brings the ties, in the place of a starting network */
  readonly ties: boolean;
}

/**
 * Parameters from several places: of each parameter the value of the last place that gives it. Each value is checked where it
 * stands, and what has to fit together only in the end.
 *
 * @returns the parameters, every problem, and what a person should know of defaults that gave way
 */
export function mergeParameters(
  layers: readonly Layer[],
  files?: FilesSay,
): { parameters: Parameters; problems: string[]; notes: string[] } {
  const problems: string[] = [];
  const merged: Record<string, PlainValue> = {};
  const height: Record<string, number> = {};
  for (const [at, { place, values }] of layers.entries()) {
    for (const [name, value] of Object.entries(values)) {
      const key = keyOfName(name);
      if (key !== undefined && "value" in readParameter(key, value)) {
        merged[name] = value;
        height[name] = at;
      } else problems.push(...checkParameters({ [name]: value }, defaultParameters, place).problems);
    }
  }
  if (files !== undefined) {
    merged.agents = files.agents;
    height.agents = layers.length;
  }
  // A circle size that suited the number of agents of a place before gives way, as the default does.
  if (height.circle_size < height.agents && Number(merged.circle_size) > Number(merged.agents)) delete merged.circle_size;
  const checked = checkParameters(merged, defaultParameters, "parameters", files?.ties ? "imported" : "made");
  return { ...checked, problems: [...problems, ...checked.problems] };
}
