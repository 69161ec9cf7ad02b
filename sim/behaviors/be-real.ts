import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DEPTH, DOER, OTHER, OTHER_ROW, OWN_TRUST, type Population, RICHNESS, type Side } from "../population/population.ts";
import { BELIEFS, INTIMACY } from "../population/tie-store.ts";
import { ahead } from "../random/purposes.ts";
import { deepRate } from "../trust/depth.ts";
import { clip } from "../trust/trust-equation.ts";
import { moveBelief } from "../trust/update-belief.ts";

/**
 * Way 4. The doer discloses something of itself: more if it is open and trusts the other, less if it boasts. The other's belief
 * in intimacy moves toward what was disclosed. It moves faster in a rich or deep encounter and if the other is curious.
 */
export function disclose(population: Population, side: Side): void {
  const { agents, ties, values } = population;
  if (values[P.disclosure] === 0) return;
  const { who, before, drawn } = side;
  const doer = who[DOER] * TRAITS;
  const { traits } = agents;
  const toThisOne = values[P.disclosureBase] + values[P.disclosureTrust] * before[OWN_TRUST];
  const disclosed = clip(traits[doer + TRAIT.openness] * (1 - traits[doer + TRAIT.boasting]) * toThisOne);
  const curiosityBase = values[P.curiosityBase];
  const takenIn = curiosityBase + (1 - curiosityBase) * traits[who[OTHER] * TRAITS + TRAIT.curiosity];
  const noise = values[P.noise] * (2 * drawn[ahead.discloseNoise] - 1);
  const rate = deepRate(values[P.learnIntimacy] * before[RICHNESS] * takenIn, who[DEPTH]);
  moveBelief(ties.beliefs, who[OTHER_ROW] * BELIEFS + INTIMACY, rate, disclosed + noise);
}
