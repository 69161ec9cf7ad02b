import { itemAt } from "../../item-at.ts";
import { neighborsOf, type Ties } from "../network.ts";

/**
 * How much the contacts of agents change from one wave to the next: 1 minus the contacts at both waves divided by the contacts at
 * either. Mean over agents who stayed and had contacts at either wave.
 *
 * @param before the ties of a kind at the wave before
 * @param now those of this wave
 * @returns 0 to 1; NaN without contacts
 * @see Saramäki et al. 2014, PNAS 111(3), 942–947
 */
export function turnover(before: Ties, now: Ties, stayed: (agent: number) => boolean): number {
  const [earlier, later] = [neighborsOf(before), neighborsOf(now)];
  let sum = 0;
  let counted = 0;
  for (let agent = 0; agent < before.agents; agent++) {
    if (!stayed(agent)) continue;
    const old = new Set(earlier.others.subarray(itemAt(earlier.start, agent), itemAt(earlier.start, agent + 1)));
    const current = later.others.subarray(itemAt(later.start, agent), itemAt(later.start, agent + 1));
    const both = current.reduce((count, contact) => count + +old.has(contact), 0);
    const either = old.size + current.length - both;
    if (either === 0) continue;
    sum += 1 - both / either;
    counted++;
  }
  return sum / counted; // 0 / 0 is NaN
}
