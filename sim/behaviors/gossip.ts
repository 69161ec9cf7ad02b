import { P } from "../parameters/effective-values.ts";
import { GOSSIP, noteEvent } from "../population/event-log.ts";
import { DOER, OTHER, OTHER_ROW, type Population, type Side } from "../population/population.ts";
import { BELIEFS, CREDIBILITY, RELIABILITY, SELF_ORIENTATION, tieRow } from "../population/tie-store.ts";
import { ahead, purposes } from "../random/purposes.ts";
import { refreshTrust } from "../trust/trust-equation.ts";
import { moveBelief } from "../trust/update-belief.ts";
import { PICK_DRAWS, pickActive } from "./pick-contact.ts";

/**
 * Word gets round. The doer tells the other about one of two of its active ties: the one about whom it feels more. If the
 * other knows that person, it moves its beliefs toward the doer's, the more it trusts the doer and the less it has seen
 * itself; a bad word weighs more. Intimacy cannot be passed on, and hearsay is no evidence.
 */
export function gossip(population: Population, side: Side): void {
  const { ties, values } = population;
  const { who, key, drawn } = side;
  if (!(drawn[ahead.gossips] < values[P.gossipRate])) return;
  const doer = who[DOER];
  const other = who[OTHER];
  const { ids } = ties.blocks;
  const one = pickActive(population, doer, key, purposes.gossipWhom, other, -1);
  if (one < 0) return;
  const two = pickActive(population, doer, key, purposes.gossipWhom + PICK_DRAWS, other, ids[one]);
  const told = two >= 0 && feeling(ties.trust[two]) > feeling(ties.trust[one]) ? two : one;
  const person = ids[told];
  noteEvent(population.events, GOSSIP, doer, other, person, ties.trust[told]);
  const row = tieRow(ties, other, person);
  if (row < 0) return;
  const halfEvidence = values[P.halfEvidence];
  let weight = (values[P.hearsay] * ties.trust[who[OTHER_ROW]] * halfEvidence) / (halfEvidence + ties.evidence[row]);
  if (ties.trust[told] < 0.5) weight *= values[P.gossipNegativity];
  if (weight > 1) weight = 1;
  hear(ties.beliefs, row, told, weight);
  refreshTrust(ties, row, values[P.trustFunction]);
}

/** How strongly someone is felt about, either way. */
function feeling(trust: number): number {
  return Math.abs(trust - 0.5);
}

/** Moves what one row believes of a person toward what another row believes of the same person, intimacy excepted. */
export function hear(beliefs: Float64Array, row: number, from: number, weight: number): void {
  const at = row * BELIEFS;
  const theirs = from * BELIEFS;
  moveBelief(beliefs, at + CREDIBILITY, weight, beliefs[theirs + CREDIBILITY]);
  moveBelief(beliefs, at + RELIABILITY, weight, beliefs[theirs + RELIABILITY]);
  moveBelief(beliefs, at + SELF_ORIENTATION, weight, beliefs[theirs + SELF_ORIENTATION]);
}
