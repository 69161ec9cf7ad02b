import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { LOWER_NAMES, UPPER_NAMES } from "../population/people.ts";
import type { Population } from "../population/population.ts";
import { addTie, reserveAllContacts, tieRow } from "../population/tie-store.ts";
import { setFirstBeliefs } from "../trust/first-beliefs.ts";
import { bringForgettingForward } from "../trust/tie-strength.ts";

/** Blocks of the right size from the start, so that none is left behind as ties come in. */
export function reserveTies({ ties, agents }: Population, lower: Uint32Array, upper: Uint32Array): void {
  const contacts = new Uint32Array(agents.count);
  for (const agent of lower) contacts[agent]++;
  for (const agent of upper) contacts[agent]++;
  reserveAllContacts(ties, contacts);
}

/** The memory that evidence at the start comes from if evidence doesn't fade: a year. */
const YEAR = 52;

/**
 * Adds a tie between people who met before the run. If only one of them names the other, that one starts with the first beliefs of a
 * wholly trusting agent.
 */
export function startTie(population: Population, lower: number, upper: number, strength: number, named: number): void {
  const { ties, values, agents, tick } = population;
  addTie(ties, lower, upper, strength, tick);
  const lowerTrusting = named === LOWER_NAMES ? 1 : agents.traits[lower * TRAITS + TRAIT.trusting];
  const upperTrusting = named === UPPER_NAMES ? 1 : agents.traits[upper * TRAITS + TRAIT.trusting];
  setFirstBeliefs(ties, values, tieRow(ties, lower, upper), lowerTrusting);
  setFirstBeliefs(ties, values, tieRow(ties, upper, lower), upperTrusting);
  setStartEvidence(population, tieRow(ties, lower, upper));
  setStartEvidence(population, tieRow(ties, upper, lower));
  bringForgettingForward(ties, values, lower, strength, tick);
}

/**
 * Gives a row the evidence that goes with the strength of its tie: memory × strength. That is the evidence of a pair that meets
 * regularly, for `strength` units of time in a tick.
 */
export function setStartEvidence({ ties, values }: Population, row: number): void {
  const memory = values[P.memory];
  ties.evidence[row] = (memory === Number.POSITIVE_INFINITY ? YEAR : memory) * ties.strength[row];
}
