import { P } from "../parameters/effective-values.ts";
import { GOSSIP, noteEvent, noteTrustOfTo } from "../population/event-log.ts";
import { DOER, OTHER, OTHER_ROW, type Population, type Side } from "../population/population.ts";
import { BELIEFS, CREDIBILITY, RELIABILITY, SELF_ORIENTATION, tieRow } from "../population/tie-store.ts";
import { ahead, purposes } from "../random/purposes.ts";
import { evidenceNow } from "../trust/evidence.ts";
import { refreshTrust } from "../trust/trust-equation.ts";
import { moveBelief } from "../trust/update-belief.ts";
import { PICK_DRAWS, pickActive } from "./pick-contact.ts";

/**
 * Word gets around. The doer draws two of its active ties and tells the other about the one it feels more strongly about. If the
 * other knows that person, its beliefs move toward the doer's. They move further if it trusts the doer, if it has little
 * evidence itself, and if the gossip is negative. Gossip doesn't change intimacy, and hearsay isn't evidence.
 */
export function gossip(population: Population, side: Side): void {
  const { ties, values, tick } = population;
  const { who, key, drawn } = side;
  if (!(drawn[ahead.gossips] < values[P.gossipRate])) return;
  const doer = who[DOER];
  const other = who[OTHER];
  const { ids } = ties.blocks;
  const one = pickActive(population, doer, key, purposes.gossipWhom, other, -1);
  if (one < 0) return;
  const two = pickActive(population, doer, key, purposes.gossipWhom + PICK_DRAWS, other, ids[one]);
  const topic = two >= 0 && distanceFromNeutral(ties.trust[two]) > distanceFromNeutral(ties.trust[one]) ? two : one;
  const person = ids[topic];
  noteEvent(population.events, GOSSIP, doer, other, person, ties.trust[topic]);
  const row = tieRow(ties, other, person);
  if (row < 0) return;
  const halfEvidence = values[P.halfEvidence];
  const evidence = evidenceNow(ties, values, row, tick);
  let weight = (values[P.hearsay] * ties.trust[who[OTHER_ROW]] * halfEvidence) / (halfEvidence + evidence);
  if (ties.trust[topic] < 0.5) weight *= values[P.gossipNegativity];
  if (weight > 1) weight = 1;
  const before = ties.trust[row];
  adoptBeliefs(ties.beliefs, row, topic, weight);
  refreshTrust(ties, row, values[P.trustFunction]);
  noteTrustOfTo(population.events, before, ties.trust[row]);
}

/** Returns how far a trust share is from neutral (½), in either direction: 0 to ½. */
function distanceFromNeutral(trust: number): number {
  return Math.abs(trust - 0.5);
}

/**
 * Moves the beliefs in one row toward those in another row about the same person, except intimacy.
 *
 * @param row the listener's row, changed here; the caller then updates its trust share
 * @param from the speaker's row
 * @param weight how far the beliefs move, 0 to 1
 */
export function adoptBeliefs(beliefs: Float64Array, row: number, from: number, weight: number): void {
  const at = row * BELIEFS;
  const theirs = from * BELIEFS;
  moveBelief(beliefs, at + CREDIBILITY, weight, beliefs[theirs + CREDIBILITY]);
  moveBelief(beliefs, at + RELIABILITY, weight, beliefs[theirs + RELIABILITY]);
  moveBelief(beliefs, at + SELF_ORIENTATION, weight, beliefs[theirs + SELF_ORIENTATION]);
}
