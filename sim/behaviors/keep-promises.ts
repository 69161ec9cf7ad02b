import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { NOBODY, noteEvent, noteStrength, noteTrustOfTo, PROMISE_BROKEN, PROMISE_KEPT, THANKS } from "../population/event-log.ts";
import type { Population } from "../population/population.ts";
import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION, tieRow } from "../population/tie-store.ts";
import { AS_DRAWN, PROMISE, turnedOutcome } from "../population/turns.ts";
import { COUNTS, draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { bringEvidenceUp } from "../trust/evidence.ts";
import { ordinaryRichness } from "../trust/richness.ts";
import { setStrength, strengthNow } from "../trust/tie-strength.ts";
import { clip, mutualTrust, refreshTrust } from "../trust/trust-equation.ts";
import { moveBelief } from "../trust/update-belief.ts";

/**
 * Way 3. Keeps or breaks a promise that is due. The probability of keeping it is the promiser's follow-through, reduced if the
 * tie is weak, because a weak tie is easier to blow off. Status has no effect here: only treat-equally.ts treats contacts
 * differently.
 *
 * @param age ticks since the promise was made; gives two promises of a pair that are due together different draws
 * @param relied 1 if the asker relies on the promise, else 0
 * @param needed 1 if the asker needed the promiser's expertise, else 0
 */
export function settlePromise(
  population: Population,
  asker: number,
  promiser: number,
  age: number,
  relied: number,
  needed: number,
): void {
  const { agents, ties, values, tick, workspace } = population;
  const askerRow = tieRow(ties, asker, promiser);
  const promiserRow = tieRow(ties, promiser, asker);
  eventKey(workspace.tickKey, promiser, asker, workspace.event, 0);
  const strength = strengthNow(ties, values, askerRow, tick);
  const follows = agents.traits[promiser * TRAITS + TRAIT.followThrough] * (1 - values[P.blowOff] * (1 - strength));
  const trust = ties.trust[askerRow];
  const { turns } = workspace;
  const turned = turns.length === 0 ? AS_DRAWN : turnedOutcome(turns, PROMISE, asker, promiser, tick - age);
  if (turned === AS_DRAWN ? dueDraw(population, purposes.keeps, age) < follows : turned === 1) {
    keepPromise(population, asker, promiser, askerRow, promiserRow, age);
    agents.payoff[asker] += relied * values[P.reliedPayoff];
    // Helping out with what one knows pays in standing (Blau 1955).
    agents.payoff[promiser] += needed * values[P.expertPayoff] * agents.expertise[promiser];
    agents.promisesKept[promiser]++;
    noteEvent(population.events, PROMISE_KEPT, promiser, asker, NOBODY, relied);
    noteTrustOfTo(population.events, trust, ties.trust[askerRow]);
    noteStrength(population.events, strength, ties.strength[askerRow]);
    const grateful = agents.traits[asker * TRAITS + TRAIT.gratitude];
    if (values[P.thanks] === 1 && dueDraw(population, purposes.thanks, age) < grateful)
      giveThanks(population, asker, promiser, askerRow, promiserRow);
  } else {
    breakPromise(population, askerRow);
    agents.payoff[asker] -= relied * values[P.reliedLoss];
    agents.promisesBroken[promiser]++;
    noteEvent(population.events, PROMISE_BROKEN, promiser, asker, NOBODY, relied);
    noteTrustOfTo(population.events, trust, ties.trust[askerRow]);
  }
}

/**
 * Applies a kept promise. It strengthens the tie by a fraction of an ordinary encounter. The asker finds the promiser more reliable
 * and less self-oriented, learns how expert it is, and has more evidence about it.
 */
function keepPromise(
  population: Population,
  asker: number,
  promiser: number,
  askerRow: number,
  promiserRow: number,
  age: number,
): void {
  const { agents, ties, values, tick } = population;
  const strength = strengthNow(ties, values, askerRow, tick);
  const mutual = mutualTrust(ties.trust[askerRow], ties.trust[promiserRow], values[P.reservedSide]);
  const richness = ordinaryRichness(values, agents.circle[asker] === agents.circle[promiser], mutual);
  const gained = strength + values[P.keptPromiseGain] * values[P.encounterGain] * richness * (mutual - strength);
  bringEvidenceUp(ties, values, askerRow, promiserRow, tick, 0);
  setStrength(ties, values, Math.min(asker, promiser), askerRow, promiserRow, gained, tick);
  const at = askerRow * BELIEFS;
  const noise = values[P.noise] * (2 * dueDraw(population, purposes.deliveryNoise, age) - 1);
  moveBelief(ties.beliefs, at + RELIABILITY, values[P.learnReliability], 1);
  moveBelief(ties.beliefs, at + SELF_ORIENTATION, values[P.learnSelfOrientation], 0);
  moveBelief(ties.beliefs, at + CREDIBILITY, values[P.learnCredibility], agents.expertise[promiser] + noise);
  refreshTrust(ties, askerRow, values[P.trustFunction]);
  ties.evidence[askerRow] += values[P.promiseEvidence];
}

/**
 * Applies a broken promise: reliability falls further than a kept promise raises it. Strength and the last encounter don't change, so
 * what is added to the stored evidence is enlarged: the evidence now rises by `promise_evidence`.
 */
function breakPromise(population: Population, askerRow: number): void {
  const { ties, values, tick } = population;
  const at = askerRow * BELIEFS;
  moveBelief(ties.beliefs, at + RELIABILITY, Math.min(1, values[P.negativityFactor] * values[P.learnReliability]), 0);
  moveBelief(ties.beliefs, at + SELF_ORIENTATION, values[P.learnSelfOrientation], 1);
  refreshTrust(ties, askerRow, values[P.trustFunction]);
  ties.evidence[askerRow] += values[P.promiseEvidence] * (1 + (tick - ties.lastEncounter[askerRow]) / values[P.memory]);
}

/**
 * Applies thanks. The promiser's belief in intimacy rises, its belief in self-orientation falls, and the tie gets stronger in
 * proportion to the mutual trust after that.
 */
function giveThanks(population: Population, asker: number, promiser: number, askerRow: number, promiserRow: number): void {
  const { ties, values, tick } = population;
  const at = promiserRow * BELIEFS;
  const trust = ties.trust[promiserRow];
  moveBelief(ties.beliefs, at + INTIMACY, values[P.learnIntimacy], 1);
  moveBelief(ties.beliefs, at + SELF_ORIENTATION, values[P.thanksSelfOrientation] * values[P.learnSelfOrientation], 0);
  refreshTrust(ties, promiserRow, values[P.trustFunction]);
  const mutual = mutualTrust(ties.trust[askerRow], ties.trust[promiserRow], values[P.reservedSide]);
  const strength = ties.strength[askerRow]; // set in this tick, when the promise was kept
  const lifted = clip(strength + values[P.thanksStep] * (1 - strength) * mutual);
  setStrength(ties, values, Math.min(asker, promiser), askerRow, promiserRow, lifted, tick);
  noteEvent(population.events, THANKS, asker, promiser, NOBODY, Number.NaN);
  noteTrustOfTo(population.events, trust, ties.trust[promiserRow]);
  noteStrength(population.events, strength, lifted);
}

/** Makes a draw for the promise now due. `workspace.event` holds the key of (promiser, asker) in this tick. */
function dueDraw(population: Population, purpose: number, age: number): number {
  const { event } = population.workspace;
  return draw(event[0], event[1], purpose + (age % COUNTS));
}
