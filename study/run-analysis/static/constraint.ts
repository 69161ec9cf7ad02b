import type { Ties } from "../network.ts";
import type { Triangles } from "./triangles.ts";

/**
 * Burt's constraint, mean over the agents with ties of a kind, in the network of these ties alone. A contact takes more of an agent's
 * freedom the more of its strength goes to the contact, directly or through other contacts: c_i = Σ_j (p_ij + Σ_q p_iq p_qj)², where
 * p_ij is the share of i's strength that its tie with j has. Low values mean contacts who are not connected with each other.
 *
 * @param lower by tie: its lower agent
 * @param triangles of the whole network
 * @param isOfKind by tie: 1 for ties of the kind
 * @returns above 0; above 1 is possible; NaN without ties
 * @see Burt 1992, Structural Holes, equation 2.4
 */
export function meanConstraint(ties: Ties, lower: Uint32Array, triangles: Triangles, isOfKind: Uint8Array): number {
  const { agents, count, contacts, strength } = ties;
  const total = new Float64Array(agents);
  const isIn = (tie: number) => isOfKind[tie] === 1;
  for (let tie = 0; tie < count; tie++) {
    if (!isIn(tie)) continue;
    for (const agent of [lower[tie] ?? 0, contacts[tie] ?? 0]) total[agent] = (total[agent] ?? 0) + (strength[tie] ?? 0);
  }
  // What an agent invests in a contact, by tie: of the lower agent in the upper one, and the other way round.
  const up = new Float64Array(count);
  const down = new Float64Array(count);
  for (let tie = 0; tie < count; tie++) {
    up[tie] = (strength[tie] ?? 0) / (total[lower[tie] ?? 0] ?? 0);
    down[tie] = (strength[tie] ?? 0) / (total[contacts[tie] ?? 0] ?? 0);
  }
  const [direct, back] = [up.slice(), down.slice()];
  const add = (sums: Float64Array, tie: number, amount: number) => {
    sums[tie] = (sums[tie] ?? 0) + amount;
  };
  for (let at = 0; at < 3 * triangles.count; at += 3) {
    const ab = triangles.ties[at] ?? 0;
    const ac = triangles.ties[at + 1] ?? 0;
    const bc = triangles.ties[at + 2] ?? 0;
    if (!isIn(ab) || !isIn(ac) || !isIn(bc)) continue;
    add(up, ab, (direct[ac] ?? 0) * (back[bc] ?? 0));
    add(down, ab, (direct[bc] ?? 0) * (back[ac] ?? 0));
    add(up, ac, (direct[ab] ?? 0) * (direct[bc] ?? 0));
    add(down, ac, (back[bc] ?? 0) * (back[ab] ?? 0));
    add(up, bc, (back[ab] ?? 0) * (direct[ac] ?? 0));
    add(down, bc, (back[ac] ?? 0) * (direct[ab] ?? 0));
  }
  let sum = 0;
  for (let tie = 0; tie < count; tie++) if (isIn(tie)) sum += (up[tie] ?? 0) ** 2 + (down[tie] ?? 0) ** 2;
  return sum / total.reduce((tied, one) => tied + +(one > 0), 0); // 0 / 0 is NaN
}
