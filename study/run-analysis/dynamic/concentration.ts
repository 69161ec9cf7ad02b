/**
 * The share of an agent's contact that its k most met contacts take, mean over agents who met anyone.
 *
 * @param byAgent units by agent and contact, the most met first
 * @returns 0 to 1; NaN if nobody met
 * @see Saramäki et al. 2014, PNAS 111(3), 942–947
 */
export function topShare(byAgent: readonly Float64Array[], k: number): number {
  let sum = 0;
  let counted = 0;
  for (const units of byAgent) {
    if (units.length === 0) continue;
    let top = 0;
    let all = 0;
    for (let rank = 0; rank < units.length; rank++) {
      if (rank === k) top = all;
      all += units[rank] ?? 0;
    }
    sum += (units.length <= k ? all : top) / all;
    counted++;
  }
  return sum / counted; // 0 / 0 is NaN
}
