import type { Intervention as Checked, TraitName } from "../sim/index.ts";
import type { ParameterSettings } from "./parameter-types.ts";

type TraitSettings = { readonly [T in TraitName]?: number };

/** The parts of a change whose names the model knows, in place of those of any name. */
type Typed<C> = C extends { readonly set: unknown }
  ? Omit<C, "set"> & { readonly set: ParameterSettings }
  : C extends { readonly set_traits: unknown }
    ? Omit<C, "set_traits"> & { readonly set_traits: TraitSettings }
    : C extends { readonly add: unknown }
      ? Omit<C, "traits"> & { readonly traits?: TraitSettings }
      : C;

type WithoutTick<C> = C extends unknown ? Omit<C, "tick"> : never;

/** A change made to a run from outside at the start of a tick, as in an interventions file. */
export type Intervention = Typed<Checked>;

/** A change that acts at the start of the next tick. */
export type Change = WithoutTick<Intervention>;
