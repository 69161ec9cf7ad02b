import type { settlePromise } from "../behaviors/keep-promises.ts";
import { P } from "../parameters/effective-values.ts";
import { clearContacts, notePair } from "../population/contact-log.ts";
import { NOBODY, noteEvent, TIE_FORMED } from "../population/event-log.ts";
import { orderPairs } from "../population/pair-list.ts";
import { DEPTH, NO_REQUEST, type Population, REQUEST } from "../population/population.ts";
import { movePromise } from "../population/promise-store.ts";
import { addTie, tieRow } from "../population/tie-store.ts";
import { purposes } from "../random/purposes.ts";
import { type Behavior, openEncounter } from "../step/commit.ts";
import { agreesToTie, meetFirst } from "../step/form-ties.ts";
import { findRows, gatherEncounters } from "../step/gather-encounters.ts";
import { bringForgettingForward } from "../trust/tie-strength.ts";
import { refreshTrust } from "../trust/trust-equation.ts";

/**
 * Three phases of `sim/step/`, with behaviors that the caller passes. Those of the step have fixed behaviors, because they are compiled.
 * The tests of evidence compare the states of both.
 */

/** What two agents do in an encounter. Each behavior runs for both sides. */
export interface Behaviors {
  readonly ways: readonly Behavior[];
  readonly dealings: readonly Behavior[];
  readonly firstDealings: readonly Behavior[];
}

/** Phase 3, as `settlePromises`. */
export function settleWatched(population: Population, settle: typeof settlePromise): void {
  const { promises, tick } = population;
  const { asker, promiser, made, due, relied, need } = promises;
  let waiting = 0;
  for (let at = 0; at < promises.count; at++) {
    if (due[at] === tick) settle(population, asker[at], promiser[at], tick - made[at], relied[at], need[at]);
    else movePromise(promises, waiting++, at);
  }
  promises.count = waiting;
}

/** Phase 5, as `commit`. */
export function commitWatched(population: Population, { ways, dealings }: Behaviors): void {
  const { encounters, tickKey, block, contacts, sides } = population.workspace;
  const [one, other] = sides;
  const deep = population.values[P.depth] === 1;
  clearContacts(contacts);
  orderPairs(encounters, tickKey, purposes.order);
  for (let from = 0; from < encounters.count; ) {
    from = gatherEncounters(encounters, from, block);
    findRows(population, block);
    for (let at = 0; at < block.count; at++) {
      one.who[REQUEST] = block.lowerRequest[at];
      other.who[REQUEST] = block.upperRequest[at];
      one.who[DEPTH] = deep ? block.units[at] : 1;
      openEncounter(population, block.lower[at], block.upper[at], block.lowerRow[at], block.upperRow[at], block.ordinary[at]);
      carryOutWatched(population, block.lowerRow[at], block.upperRow[at], ways, dealings);
    }
  }
}

/** Phase 6, as `formTies`. */
export function formTiesWatched(population: Population, behaviors: Behaviors): void {
  const { proposals, tickKey } = population.workspace;
  orderPairs(proposals, tickKey, purposes.tieOrder);
  const { lower, upper, lowerNote, order, count } = proposals;
  for (let k = 0; k < count; k++) {
    const entry = order[k];
    const one = lower[entry];
    const other = upper[entry];
    if (k > 0 && lower[order[k - 1]] === one && upper[order[k - 1]] === other) continue;
    if (agreesToTie(population, one, other) && agreesToTie(population, other, one))
      formTie(population, one, other, lowerNote[entry], behaviors);
  }
}

function formTie(population: Population, one: number, other: number, introducer: number, behaviors: Behaviors): void {
  const { ties, values, tick, workspace } = population;
  const strength = values[P.newStrength];
  addTie(ties, one, other, strength, tick);
  meetFirst(population, one, other, introducer);
  meetFirst(population, other, one, introducer);
  bringForgettingForward(ties, values, one, strength, tick);
  notePair(workspace.contacts.begun, one, other, 0);
  noteEvent(population.events, TIE_FORMED, one, other, introducer < 0 ? NOBODY : introducer, Number.NaN);
  if (values[P.firstEncounters] === 0) return;
  const [first, second] = workspace.sides;
  first.who[REQUEST] = NO_REQUEST;
  second.who[REQUEST] = NO_REQUEST;
  first.who[DEPTH] = 1;
  const row = tieRow(ties, one, other);
  const twin = tieRow(ties, other, one);
  openEncounter(population, one, other, row, twin, 1);
  carryOutWatched(population, row, twin, behaviors.ways, behaviors.firstDealings);
}

function carryOutWatched(
  population: Population,
  row: number,
  twin: number,
  ways: readonly Behavior[],
  following: readonly Behavior[],
): void {
  const { ties, values, workspace } = population;
  for (const way of ways) for (const side of workspace.sides) way(population, side);
  refreshTrust(ties, row, values[P.trustFunction]);
  refreshTrust(ties, twin, values[P.trustFunction]);
  for (const dealing of following) for (const side of workspace.sides) dealing(population, side);
}
