import type { Ties } from "../network.ts";
import type { Triangles } from "./triangles.ts";

/**
 * Burt's constraint, mean over the agents with ties of a kind, in the network of these ties alone. A contact takes more of an agent's
 * freedom the more of its strength goes to the contact, directly or through other contacts: c_i = Σ_j (p_ij + Σ_q p_iq p_qj)², where
 * p_ij is the share of i's strength that its tie with j has. Low values mean contacts who are not connected with each other.
 *
 * @param lower by tie: its lower agent
 * @param own the numbers of the ties of the kind
 * @param triangles those whose three ties are of the kind
 * @returns above 0; above 1 is possible; NaN without ties
 * @see Burt 1992, Structural Holes, equation 2.4
 */
export function meanConstraint(ties: Ties, lower: Uint32Array, own: Uint32Array, triangles: Triangles): number {
  const { agents, count, contacts, strength } = ties;
  const total = new Float64Array(agents);
  for (let at = 0; at < own.length; at++) {
    const tie = own[at] ?? 0;
    const one = lower[tie] ?? 0;
    const other = contacts[tie] ?? 0;
    total[one] = (total[one] ?? 0) + (strength[tie] ?? 0);
    total[other] = (total[other] ?? 0) + (strength[tie] ?? 0);
  }
  // What an agent invests in a contact, by tie: of the lower agent in the upper one, and the other way round.
  const up = new Float64Array(count);
  const down = new Float64Array(count);
  for (let at = 0; at < own.length; at++) {
    const tie = own[at] ?? 0;
    up[tie] = (strength[tie] ?? 0) / (total[lower[tie] ?? 0] ?? 0);
    down[tie] = (strength[tie] ?? 0) / (total[contacts[tie] ?? 0] ?? 0);
  }
  addIndirect(triangles, up, down);
  let sum = 0;
  for (let at = 0; at < own.length; at++) {
    const tie = own[at] ?? 0;
    sum += (up[tie] ?? 0) ** 2 + (down[tie] ?? 0) ** 2;
  }
  let tied = 0;
  for (let agent = 0; agent < agents; agent++) tied += +((total[agent] ?? 0) > 0);
  return sum / tied; // 0 / 0 is NaN
}

/** Adds what an agent invests in a contact through others. */
function addIndirect(triangles: Triangles, up: Float64Array, down: Float64Array): void {
  const direct = up.slice();
  const back = down.slice();
  for (let at = 0; at < 3 * triangles.count; at += 3) {
    const ab = triangles.ties[at] ?? 0;
    const ac = triangles.ties[at + 1] ?? 0;
    const bc = triangles.ties[at + 2] ?? 0;
    up[ab] = (up[ab] ?? 0) + (direct[ac] ?? 0) * (back[bc] ?? 0);
    down[ab] = (down[ab] ?? 0) + (direct[bc] ?? 0) * (back[ac] ?? 0);
    up[ac] = (up[ac] ?? 0) + (direct[ab] ?? 0) * (direct[bc] ?? 0);
    down[ac] = (down[ac] ?? 0) + (back[bc] ?? 0) * (back[ab] ?? 0);
    up[bc] = (up[bc] ?? 0) + (back[ab] ?? 0) * (direct[ac] ?? 0);
    down[bc] = (down[bc] ?? 0) + (back[ac] ?? 0) * (direct[ab] ?? 0);
  }
}
