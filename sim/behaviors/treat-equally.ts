import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DEPTH, DOER, OTHER, OTHER_ROW, type Population, type Side } from "../population/population.ts";
import { BELIEFS, RELIABILITY } from "../population/tie-store.ts";
import { ahead, purposes } from "../random/purposes.ts";
import { deepRate } from "../trust/depth.ts";
import { moveBelief } from "../trust/update-belief.ts";
import { pickActive } from "./pick-contact.ts";

/**
 * Returns how an agent treats another: 1 − b·(1 − z), where b is the doer's status bias and z the other's status. High status
 * gets full respect; how much less low status gets depends on the bias. Nothing but status matters.
 *
 * @returns v, 0 to 1
 */
export function treatment(population: Population, doer: number, other: number): number {
  const { traits, status } = population.agents;
  return 1 - population.values[P.credentials] * traits[doer * TRAITS + TRAIT.statusBias] * (1 - status[other]);
}

/**
 * Way 2. The other sees how the doer treats it or, as a bystander, how the doer treats a third person, who is one of the doer's
 * active contacts. Its belief in the doer's reliability moves toward that treatment. The third person learns nothing.
 */
export function showRespect(population: Population, side: Side): void {
  const { ties, values } = population;
  const { who, key, drawn } = side;
  const doer = who[DOER];
  const other = who[OTHER];
  let seen = other;
  if (drawn[ahead.seesOther] < values[P.bystanderShare]) {
    const row = pickActive(population, doer, key, purposes.seesWhom, other, -1);
    if (row >= 0) seen = ties.blocks.ids[row];
  }
  const noise = values[P.noise] * (2 * drawn[ahead.respectNoise] - 1);
  const at = who[OTHER_ROW] * BELIEFS + RELIABILITY;
  moveBelief(ties.beliefs, at, deepRate(values[P.learnRespect], who[DEPTH]), treatment(population, doer, seen) + noise);
}
