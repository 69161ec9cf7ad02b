import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DEPTH, DOER, OTHER_ROW, type Population, RICHNESS, type Side } from "../population/population.ts";
import { BELIEFS, SELF_ORIENTATION } from "../population/tie-store.ts";
import { ahead } from "../random/purposes.ts";
import { deepRate } from "../trust/depth.ts";
import { clip } from "../trust/trust-equation.ts";
import { moveBelief } from "../trust/update-belief.ts";

/**
 * Way 5, in small things. A doer who pays attention to the other seems less self-oriented, and one who boasts seems more so: the
 * other's belief in self-orientation moves toward 1 − g + 0.3·β, where g is the doer's generosity and β its boasting.
 */
export function payAttention(population: Population, side: Side): void {
  const { agents, ties, values } = population;
  const { who, before, drawn } = side;
  const doer = who[DOER] * TRAITS;
  const seen = clip(
    1 - agents.traits[doer + TRAIT.generosity] + values[P.boastSelfOrientation] * agents.traits[doer + TRAIT.boasting],
  );
  const noise = values[P.noise] * (2 * drawn[ahead.attentionNoise] - 1);
  const rate = deepRate(values[P.learnAttention] * before[RICHNESS], who[DEPTH]);
  moveBelief(ties.beliefs, who[OTHER_ROW] * BELIEFS + SELF_ORIENTATION, rate, seen + noise);
}

/**
 * Returns how willing an agent is to give: g + (1 − g)·tie. The share g, its generosity, doesn't depend on the tie, so a fully
 * generous agent gives to anyone.
 *
 * @param tie what the tie is worth to the agent, 0 to 1
 */
export function willingness(population: Population, agent: number, tie: number): number {
  const generosity = population.agents.traits[agent * TRAITS + TRAIT.generosity];
  return generosity + (1 - generosity) * tie;
}
