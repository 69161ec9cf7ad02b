import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { LOWER_NAMES, UPPER_NAMES } from "../population/people.ts";
import type { Population } from "../population/population.ts";
import { addTie, reserveContacts, tieRow } from "../population/tie-store.ts";
import { setFirstBeliefs } from "../trust/first-beliefs.ts";
import { bringForgettingForward } from "../trust/tie-strength.ts";

/** Blocks of the right size from the start, so that none is left behind as ties come in. */
export function reserveTies({ ties, agents }: Population, lower: Uint32Array, upper: Uint32Array): void {
  const contacts = new Uint32Array(agents.count);
  for (const agent of lower) contacts[agent]++;
  for (const agent of upper) contacts[agent]++;
  for (let agent = 0; agent < agents.count; agent++) reserveContacts(ties, agent, contacts[agent]);
}

/**
 * A tie that is there before anyone has met in the run. Whoever names the other, and is not named, starts with the first
 * beliefs of a wholly trusting agent.
 */
export function startTie(population: Population, lower: number, upper: number, strength: number, named: number): void {
  const { ties, values, agents, tick } = population;
  addTie(ties, lower, upper, strength, tick);
  const lowerTrusting = named === LOWER_NAMES ? 1 : agents.traits[lower * TRAITS + TRAIT.trusting];
  const upperTrusting = named === UPPER_NAMES ? 1 : agents.traits[upper * TRAITS + TRAIT.trusting];
  setFirstBeliefs(ties, values, tieRow(ties, lower, upper), lowerTrusting);
  setFirstBeliefs(ties, values, tieRow(ties, upper, lower), upperTrusting);
  bringForgettingForward(ties, values, lower, strength, tick);
}
