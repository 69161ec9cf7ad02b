import { P } from "../parameters/effective-values.ts";
import type { ImportedRatings } from "../population/people.ts";
import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION, type TieStore } from "../population/tie-store.ts";
import { refreshTrust } from "./trust-equation.ts";

/**
 * Replaces first beliefs by a rating. A trust share τ becomes C = R = I = τ and S = 1 − τ: every component says what the whole says,
 * and both trust functions give τ back. Beliefs that are given replace those of the row; the others stay.
 *
 * @param row the rater's row, whose first beliefs are set
 * @param direction place of the rating
 */
export function setRatedBeliefs(
  ties: TieStore,
  values: Float64Array,
  row: number,
  { trust, beliefs, evidence }: ImportedRatings,
  direction: number,
): void {
  const at = row * BELIEFS;
  const share = trust[direction];
  if (!Number.isNaN(share)) {
    ties.beliefs[at + CREDIBILITY] = share;
    ties.beliefs[at + RELIABILITY] = share;
    ties.beliefs[at + INTIMACY] = share;
    ties.beliefs[at + SELF_ORIENTATION] = 1 - share;
  }
  for (let belief = 0; belief < BELIEFS; belief++) {
    const given = beliefs[direction * BELIEFS + belief];
    if (Number.isNaN(given)) continue;
    ties.beliefs[at + belief] = given;
  }
  if (!isRated({ trust, beliefs }, direction)) return;
  ties.evidence[row] = Number.isNaN(evidence[direction]) ? values[P.importedEvidence] : evidence[direction];
  refreshTrust(ties, row, values[P.trustFunction]);
}

/** Says whether a rating gives anything that an agent believes of the other. */
export function isRated({ trust, beliefs }: Pick<ImportedRatings, "trust" | "beliefs">, direction: number): boolean {
  if (!Number.isNaN(trust[direction])) return true;
  for (let belief = 0; belief < BELIEFS; belief++) if (!Number.isNaN(beliefs[direction * BELIEFS + belief])) return true;
  return false;
}
