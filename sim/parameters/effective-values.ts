import { definitions, type ParameterKey, type Parameters, parameterKeys } from "./definitions.ts";
import { neutralWhenOff, type SwitchKey } from "./switches.ts";

/** Where each parameter stands in a row of effective values. */
export const P = Object.fromEntries(parameterKeys.map((key, at) => [key, at])) as { readonly [K in ParameterKey]: number };

/**
 * Parameters as the step reads them: one double each, at the places that `P` names. A choice is its rank in the list of
 * choices, a switch 0 or 1, and what belongs to a mechanism that is off has its neutral value. A typed array, so that a value
 * that changes between two ticks changes no optimized code.
 *
 * @param into length `parameterKeys.length`, overwritten
 */
export function fillEffectiveValues(parameters: Parameters, into: Float64Array): void {
  for (const key of parameterKeys) {
    const definition = definitions[key];
    const value = parameters[key];
    into[P[key]] = definition.kind === "choice" ? (definition.choices as readonly unknown[]).indexOf(value) : Number(value);
  }
  for (const [key, neutral] of Object.entries(neutralWhenOff)) {
    if (parameters[key as SwitchKey]) continue;
    for (const [silenced, value] of Object.entries(neutral)) into[P[silenced as ParameterKey]] = value;
  }
  // A start at which they cross is refused; during a run the two cuts move one at a time, and no strong tie is inactive.
  into[P.strongFrom] = Math.max(into[P.strongFrom], into[P.activeFrom]);
}
