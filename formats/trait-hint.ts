import { didYouMean, type TraitName, traitNames } from "../sim/index.ts";

/**
 * The known name nearest to the one given. A trait's bare name counts as near, because people write it for the name of its mean
 * or of the focal agents' trait.
 *
 * @param namesOf the known names that a person may mean by the bare name of a trait
 */
export function traitHint(given: string, known: readonly string[], namesOf: (trait: TraitName) => readonly string[]): string {
  const hint = didYouMean(given, [...traitNames, ...known]);
  const trait = traitNames.find((name) => hint.includes(`"${name}"`));
  if (trait === undefined) return hint;
  return ` (did you mean ${namesOf(trait)
    .map((name) => `"${name}"`)
    .join(" or ")}?)`;
}
