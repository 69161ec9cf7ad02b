import { P } from "../parameters/effective-values.ts";
import type { ImportedContacts, ImportedRatings, ImportedTies } from "../population/people.ts";
import type { Population } from "../population/population.ts";
import { removeTie, tieRow } from "../population/tie-store.ts";
import { deepRate } from "../trust/depth.ts";
import { isRated, setRatedBeliefs } from "../trust/rated-beliefs.ts";
import { ordinaryRichness } from "../trust/richness.ts";
import { fadedStrength, setStrength } from "../trust/tie-strength.ts";
import { mutualTrust } from "../trust/trust-equation.ts";
import { restoreEvidence, restoreTie } from "./imported-state.ts";
import { reserveTies, setStartEvidence, startTie } from "./start-tie.ts";

/** The ties of real people at tick 0, with the beliefs and the strength that their files give. */
export function startImportedTies(population: Population, imported: ImportedTies): void {
  const { values } = population;
  const { lower, upper, weightRank, named, ratings, contacts, state } = imported;
  reserveTies(population, lower, upper);
  for (let tie = 0; tie < lower.length; tie++) {
    const rank = weightRank[tie];
    const strength = Number.isNaN(rank)
      ? values[P.firstStrength]
      : Math.min(1, values[P.importedStrengthLow] + values[P.importedStrengthSpan] * rank);
    startTie(population, lower[tie], upper[tie], strength, named[tie]);
    if (ratings !== undefined) rateTie(population, lower[tie], upper[tie], ratings, tie);
    if (state !== undefined) restoreTie(population, lower[tie], upper[tie], state, tie);
    if (contacts !== undefined) replayContacts(population, lower[tie], upper[tie], contacts, tie);
    settleEvidence(population, lower[tie], upper[tie], imported, 2 * tie);
    settleEvidence(population, upper[tie], lower[tie], imported, 2 * tie + 1);
  }
}

/** Evidence follows the strength of a tie, unless a rating comes with evidence. In the tables of a run, that is as of their tick. */
function settleEvidence(population: Population, agent: number, contact: number, imported: ImportedTies, direction: number): void {
  const row = tieRow(population.ties, agent, contact);
  if (row < 0) return;
  if (imported.ratings === undefined || !isRated(imported.ratings, direction)) setStartEvidence(population, row);
  else if (imported.state !== undefined) restoreEvidence(population, row, imported.state.tick);
}

function rateTie({ ties, values }: Population, lower: number, upper: number, ratings: ImportedRatings, tie: number): void {
  setRatedBeliefs(ties, values, tieRow(ties, lower, upper), ratings, 2 * tie);
  setRatedBeliefs(ties, values, tieRow(ties, upper, lower), ratings, 2 * tie + 1);
}

/**
 * Strength and last encounter of a tie from its contacts before the run, by the rules of the model: the first contact begins a new
 * tie, each later tick with a contact is one encounter of ordinary richness and one unit of time, and silence fades the tie. The mutual trust is that of
 * the beliefs at tick 0. A tie that was forgotten begins again with the next contact, or does not exist at tick 0 if none followed.
 */
function replayContacts(
  { ties, values, agents }: Population,
  lower: number,
  upper: number,
  { first, ticks }: ImportedContacts,
  tie: number,
): void {
  const end = first[tie + 1];
  if (first[tie] === end) return;
  const fadingRate = values[P.fadingRate];
  const protection = values[P.fadingProtection];
  const forgetBelow = values[P.forgetBelow];
  const oneRow = tieRow(ties, lower, upper);
  const otherRow = tieRow(ties, upper, lower);
  const mutual = mutualTrust(ties.trust[oneRow], ties.trust[otherRow], values[P.reservedSide]);
  const richness = ordinaryRichness(values, agents.circle[lower] === agents.circle[upper], mutual);
  const rate = deepRate(values[P.encounterGain] * richness, 1);
  let last = ticks[first[tie]];
  let strength = values[P.newStrength];
  /** Whether forgetting, the last phase of a tick, has removed the tie by the end of `tick`. */
  const isForgotten = (tick: number): boolean => fadedStrength(strength, tick - last, fadingRate, protection) < forgetBelow;
  for (let at = first[tie] + 1; at < end; at++) {
    const tick = ticks[at];
    if (tick === last) continue; // two agents have at most one encounter in a tick
    if (isForgotten(tick - 1)) strength = values[P.newStrength];
    else {
      const now = fadedStrength(strength, tick - last, fadingRate, protection);
      strength = now + rate * (mutual - now);
    }
    last = tick;
  }
  if (isForgotten(0)) removeTie(ties, lower, upper);
  else setStrength(ties, values, lower, oneRow, otherRow, strength, last);
}
