import { checkParameters, defaultParameters, keyOfName, type Parameters, type PlainValue, readParameter } from "../../sim/index.ts";

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
 */
export function mergeParameters(layers: readonly Layer[], files?: FilesSay): { parameters: Parameters; problems: string[] } {
  const problems: string[] = [];
  const merged: Record<string, PlainValue> = {};
  for (const { place, values } of layers) {
    for (const [name, value] of Object.entries(values)) {
      const key = keyOfName(name);
      if (key !== undefined && "value" in readParameter(key, value)) merged[name] = value;
      else problems.push(...checkParameters({ [name]: value }, defaultParameters, place).problems);
    }
  }
  if (files !== undefined) {
    merged.agents = files.agents;
    // A circle size that suited another number of agents is cut, unless it was asked for beside the files.
    if (!("circle_size" in (layers.at(-1)?.values ?? {})) && Number(merged.circle_size) > files.agents) delete merged.circle_size;
    if (files.ties) Object.assign(merged, { ties_within: 0, ties_across: 0 });
  }
  const checked = checkParameters(merged);
  return { parameters: checked.parameters, problems: problems.length > 0 ? problems : checked.problems };
}
