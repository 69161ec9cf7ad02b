import type { definitions, ParameterKey } from "../sim/index.ts";

type Definitions = typeof definitions;

/** A value as a program gives it: a switch may also be the words that people type. */
type Setting<D> = D extends { kind: "switch" }
  ? boolean | "on" | "off"
  : D extends { kind: "choice"; choices: readonly (infer C)[] }
    ? C
    : D extends { kind: "text" }
      ? string
      : D extends { never: true }
        ? number | "never"
        : number;

/** A value as a run gives it back. */
type Value<D> = D extends { kind: "switch" } ? boolean : Setting<D>;

/** The name of a parameter, as `weakties parameters` lists it. */
export type ParameterName = Definitions[ParameterKey]["name"];

/** Parameters to set, by name. */
export type ParameterSettings = { readonly [K in ParameterKey as Definitions[K]["name"]]?: Setting<Definitions[K]> };

/** Every parameter, by name. */
export type ParameterValues = { readonly [K in ParameterKey as Definitions[K]["name"]]: Value<Definitions[K]> };
