import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DEPTH, DOER, OTHER, OTHER_ROW, OWN_TRUST, type Population, RICHNESS, type Side } from "../population/population.ts";
import { BELIEFS, INTIMACY } from "../population/tie-store.ts";
import { ahead } from "../random/purposes.ts";
import { deepRate } from "../trust/depth.ts";
import { clip } from "../trust/trust-equation.ts";
import { moveBelief } from "../trust/update-belief.ts";

/**
 * Returns how much an agent reveals to a contact: o·(1 − β)·(a_o + a_oτ·τ), where o is its openness, β its boasting and τ its trust share
 * in the contact.
 *
 * @returns 0 to 1
 */
export function disclosed({ agents, values }: Population, doer: number, trust: number): number {
  const own = doer * TRAITS;
  const toThisOne = values[P.disclosureBase] + values[P.disclosureTrust] * trust;
  return clip(agents.traits[own + TRAIT.openness] * (1 - agents.traits[own + TRAIT.boasting]) * toThisOne);
}

/**
 * Way 4. The doer discloses something of itself: more if it is open and trusts the other, less if it boasts. The other's belief
 * in intimacy moves toward what was disclosed. It moves faster in a rich or deep encounter and if the other is curious.
 */
export function disclose(population: Population, side: Side): void {
  const { agents, ties, values } = population;
  if (values[P.disclosure] === 0) return;
  const { who, before, drawn } = side;
  const curiosityBase = values[P.curiosityBase];
  const takenIn = curiosityBase + (1 - curiosityBase) * agents.traits[who[OTHER] * TRAITS + TRAIT.curiosity];
  const noise = values[P.noise] * (2 * drawn[ahead.discloseNoise] - 1);
  const rate = deepRate(values[P.learnIntimacy] * before[RICHNESS] * takenIn, who[DEPTH]);
  moveBelief(ties.beliefs, who[OTHER_ROW] * BELIEFS + INTIMACY, rate, disclosed(population, who[DOER], before[OWN_TRUST]) + noise);
}
