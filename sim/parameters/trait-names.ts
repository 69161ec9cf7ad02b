/**
 * The traits, in the order of an agent's record. Every other list of traits follows from this one, except the purposes of
 * their draws (random/purposes.ts): their order is part of what a seed means.
 */
// biome-ignore format: a table
export const traitNames = [
  "sharing", "boasting", "status_bias", "follow_through", "openness", "generosity", "initiative", "gratitude", "curiosity", "trusting",
] as const;

/** A trait as files and the page name it. */
export type TraitName = (typeof traitNames)[number];

type CamelCase<Name extends string> = Name extends `${infer First}_${infer Rest}` ? `${First}${Capitalize<CamelCase<Rest>>}` : Name;

/** A trait as the code names it. */
export type TraitKey = CamelCase<TraitName>;

/** The same traits in the same order, as the code names them. */
export const traitKeys = traitNames.map((name) =>
  name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
) as readonly string[] as readonly TraitKey[];

/** Length of an agent's record of traits. */
export const TRAITS = traitNames.length;

/** Where each trait stands in an agent's record. */
export const TRAIT = Object.fromEntries(traitKeys.map((key, at) => [key, at])) as { readonly [K in TraitKey]: number };
