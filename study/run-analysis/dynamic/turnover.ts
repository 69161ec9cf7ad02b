import type { Neighbors } from "../network.ts";

/**
 * How much the contacts of agents change from one wave to the next: 1 minus the contacts at both waves divided by the contacts at
 * either. Mean over agents who stayed and had contacts at either wave.
 *
 * @param before the contacts by ties of a kind at the wave before
 * @param now those at this wave
 * @returns 0 to 1; NaN without contacts
 * @see Saramäki et al. 2014, PNAS 111(3), 942–947
 */
export function turnover(before: Neighbors, now: Neighbors, stayed: (agent: number) => boolean): number {
  const agents = before.start.length - 1;
  /** by agent: 1 + the agent of whom it was last seen as an earlier contact */
  const marks = new Uint32Array(now.start.length);
  let sum = 0;
  let counted = 0;
  for (let agent = 0; agent < agents; agent++) {
    if (!stayed(agent)) continue;
    const [first, end] = [before.start[agent] ?? 0, before.start[agent + 1] ?? 0];
    for (let at = first; at < end; at++) marks[before.others[at] ?? 0] = agent + 1;
    const [firstNow, endNow] = [now.start[agent] ?? 0, now.start[agent + 1] ?? 0];
    let both = 0;
    for (let at = firstNow; at < endNow; at++) both += +(marks[now.others[at] ?? 0] === agent + 1);
    const either = end - first + endNow - firstNow - both;
    if (either === 0) continue;
    sum += 1 - both / either;
    counted++;
  }
  return sum / counted; // 0 / 0 is NaN
}
