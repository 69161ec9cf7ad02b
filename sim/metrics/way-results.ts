import { disclosed } from "../behaviors/be-real.ts";
import { treatment } from "../behaviors/treat-equally.ts";
import { P } from "../parameters/effective-values.ts";
import { PROMISE_BROKEN, PROMISE_KEPT, PROMISE_MADE, REFUSED } from "../population/event-log.ts";
import type { Population } from "../population/population.ts";
import { BELIEFS, CREDIBILITY } from "../population/tie-store.ts";
import type { MeasureWindow } from "./window.ts";

/** What came of each of the five ways, by its trait; each 0 to 1, NaN if it is not defined. */
export interface WayResults {
  /** the mean belief in credibility, over both directions of known ties */
  readonly sharing: number;
  /** how agents treat their contacts (rule 4), on average over both directions of known ties */
  readonly status_bias: number;
  /** the measure `promises_kept_share` */
  readonly follow_through: number;
  /** how much agents reveal to their contacts (rule 6), on average over both directions of known ties; 0 without disclosure */
  readonly openness: number;
  /** 1 minus the measure `refused_share` */
  readonly generosity: number;
}

/**
 * Measures what came of the five ways. Changes nothing in the population.
 *
 * @param counts events of the last year, by kind
 */
export function measureWays(population: Population, { counts }: Pick<MeasureWindow, "counts">): WayResults {
  const { agents, ties, values } = population;
  const { ids, start, length } = ties.blocks;
  let directions = 0;
  let credibility = 0;
  let respect = 0;
  let revealed = 0;
  for (let agent = 0; agent < agents.count; agent++)
    for (let row = start[agent]; row < start[agent] + length[agent]; row++) {
      directions++;
      credibility += ties.beliefs[row * BELIEFS + CREDIBILITY];
      respect += treatment(population, agent, ids[row]);
      revealed += disclosed(population, agent, ties.trust[row]);
    }
  return {
    sharing: credibility / directions,
    status_bias: respect / directions,
    follow_through: counts[PROMISE_KEPT] / (counts[PROMISE_KEPT] + counts[PROMISE_BROKEN]),
    openness: (values[P.disclosure] * revealed) / directions,
    generosity: counts[PROMISE_MADE] / (counts[PROMISE_MADE] + counts[REFUSED]),
  };
}
