import { TRAITS } from "../parameters/trait-names.ts";
import { BLOCK, type EncounterBlock } from "../population/encounter-block.ts";
import type { PairList } from "../population/pair-list.ts";
import type { Population } from "../population/population.ts";
import { BELIEFS, tieRow } from "../population/tie-store.ts";

/**
 * Fills a block with encounters from the planned entries, starting at `from`. If several entries plan the same pair, the pair
 * has one encounter: their units add up, it is ordinary if any of them is, and every request is kept.
 *
 * @param planned in order, so that the entries of a pair are next to each other
 * @param end the position where the last entry ends
 * @returns the position of the first entry that is not in the block
 */
export function gatherEncounters(planned: PairList, from: number, end: number, block: EncounterBlock): number {
  const { lower, upper, knownRow, units, ordinary, lowerNote, upperNote, order } = planned;
  let k = from;
  let at = -1;
  for (; k < end; k++) {
    const entry = order[k];
    if (at >= 0 && block.lower[at] === lower[entry] && block.upper[at] === upper[entry]) {
      block.units[at] += units[entry];
      block.ordinary[at] |= ordinary[entry];
      if (lowerNote[entry] > block.lowerRequest[at]) block.lowerRequest[at] = lowerNote[entry];
      if (upperNote[entry] > block.upperRequest[at]) block.upperRequest[at] = upperNote[entry];
      continue;
    }
    if (++at === BLOCK) break;
    block.lower[at] = lower[entry];
    block.upper[at] = upper[entry];
    block.knownRow[at] = knownRow[entry];
    block.units[at] = units[entry];
    block.ordinary[at] = ordinary[entry];
    block.lowerRequest[at] = lowerNote[entry];
    block.upperRequest[at] = upperNote[entry];
  }
  block.count = Math.min(at + 1, BLOCK);
  return k;
}

/**
 * Finds the rows of all encounters in the block. Nothing has moved a row since they were planned, so one of the two is known. The
 * processor can overlap searches that directly follow each other.
 */
export function findRows({ ties }: Population, block: EncounterBlock): void {
  const { count, lower, upper, knownRow, lowerRow, upperRow } = block;
  for (let at = 0; at < count; at++) {
    // Choose without branching on whose row is known: the processor couldn't predict that branch.
    const known = knownRow[at] >>> 1;
    const ofUpper = knownRow[at] & 1;
    const ofLower = 1 - ofUpper;
    const found = tieRow(ties, ofUpper * lower[at] + ofLower * upper[at], ofUpper * upper[at] + ofLower * lower[at]);
    lowerRow[at] = ofUpper * found + ofLower * known;
    upperRow[at] = ofLower * found + ofUpper * known;
  }
}

/**
 * Reads the columns that the encounters of the block are about to need, to bring them into the cache. In a large population the
 * first read of a row or an agent waits for memory. Independent reads wait at the same time; inside an encounter they would
 * wait one after another.
 *
 * @returns a meaningless number; using it keeps the compiler from dropping the reads
 */
export function fetchAhead({ agents, ties, news }: Population, block: EncounterBlock): number {
  const { count, lower, upper, lowerRow, upperRow } = block;
  const { beliefs, evidence, trust, strength, lastEncounter } = ties;
  const { traits, expertise, status, circle } = agents;
  const { held } = news;
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const one = lower[at];
    const other = upper[at];
    const row = lowerRow[at];
    const back = upperRow[at];
    sum += beliefs[row * BELIEFS] + evidence[row] + trust[row] + strength[row] + lastEncounter[row];
    sum += beliefs[back * BELIEFS] + evidence[back] + trust[back] + strength[back] + lastEncounter[back];
    sum += traits[one * TRAITS] + traits[one * TRAITS + 8] + expertise[one] + status[one] + circle[one] + held.ids[held.start[one]];
    sum +=
      traits[other * TRAITS] +
      traits[other * TRAITS + 8] +
      expertise[other] +
      status[other] +
      circle[other] +
      held.ids[held.start[other]];
  }
  return sum;
}
