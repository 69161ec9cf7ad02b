import { type Definition, definitions } from "../sim/index.ts";
import type { ParameterName } from "./parameter-types.ts";

/** What a parameter means, its default, its range or choices, its unit and its source. */
export type ParameterDescription = Definition & { readonly name: ParameterName };

/** Every parameter, in the order of `weakties parameters`. */
export const parameters: readonly ParameterDescription[] = Object.values(definitions);
