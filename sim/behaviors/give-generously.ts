import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DOER, OTHER_ROW, type Population, RICHNESS, type Side } from "../population/population.ts";
import { BELIEFS, SELF_ORIENTATION } from "../population/tie-store.ts";
import { ahead } from "../random/purposes.ts";
import { clip } from "../trust/trust-equation.ts";
import { moveBelief } from "../trust/update-belief.ts";

/**
 * Way 5, in small things. Whose attention is with the other seems less self-oriented, and who boasts more: the other moves
 * self-orientation toward 1 − g + 0.3·β.
 */
export function payAttention(population: Population, side: Side): void {
  const { agents, ties, values } = population;
  const { who, before, drawn } = side;
  const doer = who[DOER] * TRAITS;
  const seen = clip(
    1 - agents.traits[doer + TRAIT.generosity] + values[P.boastSelfOrientation] * agents.traits[doer + TRAIT.boasting],
  );
  const noise = values[P.noise] * (2 * drawn[ahead.attentionNoise] - 1);
  const rate = values[P.learnAttention] * before[RICHNESS];
  moveBelief(ties.beliefs, who[OTHER_ROW] * BELIEFS + SELF_ORIENTATION, rate, seen + noise);
}

/**
 * How far an agent gives without looking at the tie, the rest with the tie: g + (1 − g)·tie. A giver's answer does not depend
 * on who asks.
 *
 * @param tie what the tie is worth to the agent, 0 to 1
 */
export function willingness(population: Population, agent: number, tie: number): number {
  const generosity = population.agents.traits[agent * TRAITS + TRAIT.generosity];
  return generosity + (1 - generosity) * tie;
}
