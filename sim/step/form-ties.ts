import { adoptBeliefs } from "../behaviors/gossip.ts";
import { passesTrustCheck } from "../behaviors/trust-check.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { notePair } from "../population/contact-log.ts";
import { NOBODY, noteBothTrusts, noteEvent, noteStrength, TIE_FORMED } from "../population/event-log.ts";
import { orderPairs } from "../population/pair-list.ts";
import type { Population } from "../population/population.ts";
import { addTie, tieRow } from "../population/tie-store.ts";
import { eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { setFirstBeliefs } from "../trust/first-beliefs.ts";
import { bringForgettingForward } from "../trust/tie-strength.ts";
import { refreshTrust } from "../trust/trust-equation.ts";
import { type Behavior, carryOutFirst, usualFirstDealings, usualWays } from "./commit.ts";

/**
 * Phase 6. Begins a tie between two agents who met as strangers or were introduced, if both trust checks pass. The order of the
 * proposals depends on seed, tick and pair only. Only the first proposal of a pair counts: a meeting comes before an
 * introduction, and an introducer with a lower index before one with a higher. Each check reads the current state, so it sees
 * ties that were formed just before. A new tie has its first encounter at once: the meeting itself.
 */
export function formTies(population: Population): void {
  orderProposals(population);
  formTiesPart(population, 0, population.workspace.proposals.count);
}

/** Puts the proposals of the tick into their order. */
export function orderProposals({ workspace }: Population): void {
  orderPairs(workspace.proposals, workspace.tickKey, purposes.tieOrder);
}

/**
 * Takes a part of the ordered proposals. See `formTiesPartWith`.
 *
 * @public compiled rules call it by name
 */
export function formTiesPart(population: Population, start: number, end: number): void {
  formTiesPartWith(population, start, end, usualWays, usualFirstDealings);
}

/**
 * Takes a part of the ordered proposals, with the given behaviors of a first encounter.
 *
 * @param start, end positions in the order, between two pairs
 */
export function formTiesPartWith(
  population: Population,
  start: number,
  end: number,
  ways: readonly Behavior[],
  dealings: readonly Behavior[],
): void {
  const { lower, upper, lowerNote, order } = population.workspace.proposals;
  for (let k = start; k < end; k++) {
    const entry = order[k];
    const one = lower[entry];
    const other = upper[entry];
    if (k > 0 && lower[order[k - 1]] === one && upper[order[k - 1]] === other) continue;
    if (!agreesToTie(population, one, other) || !agreesToTie(population, other, one)) continue;
    formTie(population, one, other, lowerNote[entry], ways, dealings);
  }
}

function agreesToTie(population: Population, agent: number, person: number): boolean {
  const { tickKey, event } = population.workspace;
  eventKey(tickKey, agent, person, event, 0);
  return passesTrustCheck(population, agent, person, event, purposes.tieChecks, purposes.tieChecksWhom);
}

/** Adds a tie between two agents who don't know each other, the lower one first. `introducer` is an agent, or negative if the two met by chance. */
function formTie(
  population: Population,
  one: number,
  other: number,
  introducer: number,
  ways: readonly Behavior[],
  dealings: readonly Behavior[],
): void {
  const { ties, values, tick } = population;
  const strength = values[P.newStrength];
  addTie(ties, one, other, strength, tick);
  meetFirst(population, one, other, introducer);
  meetFirst(population, other, one, introducer);
  bringForgettingForward(ties, values, one, strength, tick);
  notePair(population.workspace.contacts.begun, one, other, 0);
  noteEvent(population.events, TIE_FORMED, one, other, introducer < 0 ? NOBODY : introducer, Number.NaN);
  const oneRow = tieRow(ties, one, other);
  const otherRow = tieRow(ties, other, one);
  noteBothTrusts(population.events, Number.NaN, ties.trust[oneRow], Number.NaN, ties.trust[otherRow]);
  noteStrength(population.events, Number.NaN, strength);
  if (values[P.firstEncounters] === 0) return;
  carryOutFirst(population, one, other, oneRow, otherRow, ways, dealings);
}

/** Sets the agent's first beliefs about a person, then moves them toward the introducer's beliefs, if there is an introducer. */
function meetFirst(population: Population, agent: number, person: number, introducer: number): void {
  const { agents, ties, values } = population;
  const row = tieRow(ties, agent, person);
  setFirstBeliefs(ties, values, row, agents.traits[agent * TRAITS + TRAIT.trusting]);
  if (introducer < 0) return;
  const toIntroducer = tieRow(ties, agent, introducer);
  const view = tieRow(ties, introducer, person);
  if (toIntroducer < 0 || view < 0) return;
  adoptBeliefs(ties.beliefs, row, view, values[P.hearsay] * ties.trust[toIntroducer]);
  refreshTrust(ties, row, values[P.trustFunction]);
}
