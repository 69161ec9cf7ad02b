import { P } from "../parameters/effective-values.ts";
import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION, type TieStore } from "../population/tie-store.ts";
import { clip, refreshTrust } from "./trust-equation.ts";

/**
 * Sets what an agent believes of someone it has just met: C = R = 0.4 + 0.2·(u − ½), I = 0.6·C, S = 0.5 − 0.2·(u − ½), without
 * evidence. The numbers are the defaults of parameters. Also updates the trust share.
 *
 * @param row the agent's row, overwritten
 * @param trusting u, the agent's trait `trusting`, 0 to 1
 */
export function setFirstBeliefs(ties: TieStore, values: Float64Array, row: number, trusting: number): void {
  const lean = values[P.priorTrusting] * (trusting - 0.5);
  const credibility = clip(values[P.priorCredibility] + lean);
  const at = row * BELIEFS;
  ties.beliefs[at + CREDIBILITY] = credibility;
  ties.beliefs[at + RELIABILITY] = credibility;
  ties.beliefs[at + INTIMACY] = clip(values[P.priorIntimacy] * credibility);
  ties.beliefs[at + SELF_ORIENTATION] = clip(values[P.priorSelfOrientation] - lean);
  ties.evidence[row] = 0;
  refreshTrust(ties, row, values[P.trustFunction]);
}
