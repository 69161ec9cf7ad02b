import { checkParameters, type PlainValue, readParameter } from "./check-parameters.ts";
import { defaultParameters, keyOfName, type Parameters } from "./definitions.ts";

/** Values of parameters from one place, by name. */
export interface Layer {
  /** the name of the place, for messages */
  readonly place: string;
  readonly values: Readonly<Record<string, PlainValue>>;
}

/** What files say about a run's people, as far as parameters depend on it. */
export interface FilesSay {
  readonly agents: number;
  /** true if a file gives the ties, instead of a generated starting network */
  readonly ties: boolean;
}

/**
 * Merges parameters from several places. For each parameter, the last place that gives it wins. Every value is checked on its own;
 * whether values fit together is checked for the merged result.
 *
 * @returns the parameters, every problem, and a note on each changed default
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
  // If a later place gives fewer agents than an earlier circle size, that circle size is dropped, as a default would be.
  if (height.circle_size < height.agents && Number(merged.circle_size) > Number(merged.agents)) delete merged.circle_size;
  const checked = checkParameters(merged, defaultParameters, "parameters", files?.ties ? "imported" : "made");
  return { ...checked, problems: [...problems, ...checked.problems] };
}
