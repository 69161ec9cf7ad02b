import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DEPTH, DOER, OTHER_EVIDENCE, OTHER_ROW, type Population, type Side } from "../population/population.ts";
import { BELIEFS, CREDIBILITY } from "../population/tie-store.ts";
import { ahead } from "../random/purposes.ts";
import { deepRate } from "../trust/depth.ts";
import { moveBelief } from "../trust/update-belief.ts";

/**
 * Way 1. With probability `sharing`, the doer shows what it knows and boasts about the rest: the other's belief in credibility
 * moves toward x + β·(1 − x), where x is the doer's expertise and β its boasting. Claims count less the more evidence e the other
 * had before, by the factor e0 / (e0 + e).
 */
export function shareExpertise(population: Population, side: Side): void {
  const { agents, ties, values } = population;
  const { who, before, drawn } = side;
  const doer = who[DOER];
  if (values[P.expertiseSharing] === 0 || !(drawn[ahead.shares] < agents.traits[doer * TRAITS + TRAIT.sharing])) return;
  const row = who[OTHER_ROW];
  const expertise = agents.expertise[doer];
  const claimed = expertise + agents.traits[doer * TRAITS + TRAIT.boasting] * (1 - expertise);
  const noise = values[P.noise] * (2 * drawn[ahead.shareNoise] - 1);
  const halfEvidence = values[P.halfEvidence];
  const rate = (values[P.learnCredibility] * halfEvidence) / (halfEvidence + before[OTHER_EVIDENCE]);
  moveBelief(ties.beliefs, row * BELIEFS + CREDIBILITY, deepRate(rate, who[DEPTH]), claimed + noise);
}
