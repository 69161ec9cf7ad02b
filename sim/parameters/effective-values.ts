import { definitions, type ParameterKey, type Parameters, parameterKeys } from "./definitions.ts";
import { neutralWhenOff, type SwitchKey } from "./switches.ts";

/** The position of each parameter in the array of effective values. */
export const P = Object.fromEntries(parameterKeys.map((key, at) => [key, at])) as { readonly [K in ParameterKey]: number };

/** The least distance between the trust that makes encounters across circles lean and the trust that makes them rich. */
const NARROWEST = 0.001;

/**
 * Writes the parameters as the step reads them: one double for each, at the positions that `P` names. A choice becomes its position
 * in the list of choices, a switch becomes 0 or 1, a text becomes 0, and parameters of a mechanism that is off get their neutral values. In a
 * typed array, a value that changes between two ticks doesn't invalidate optimized code.
 *
 * @param into length `parameterKeys.length`, overwritten
 */
export function fillEffectiveValues(parameters: Parameters, into: Float64Array): void {
  for (const key of parameterKeys) {
    const definition = definitions[key];
    const value = parameters[key];
    if (definition.kind === "choice") into[P[key]] = (definition.choices as readonly unknown[]).indexOf(value);
    else into[P[key]] = definition.kind === "text" ? 0 : Number(value);
  }
  for (const [key, neutral] of Object.entries(neutralWhenOff)) {
    if (parameters[key as SwitchKey]) continue;
    for (const [silenced, value] of Object.entries(neutral)) into[P[silenced as ParameterKey]] = value;
  }
  // At the start, crossing bounds are refused. During a run the two change one at a time; this keeps their order.
  into[P.strongFrom] = Math.max(into[P.strongFrom], into[P.activeFrom]);
  into[P.richnessRich] = Math.max(into[P.richnessRich], into[P.richnessLean]);
  into[P.richFrom] = Math.max(into[P.richFrom], into[P.leanBelow] + NARROWEST);
}
