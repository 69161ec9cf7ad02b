import { askFavor } from "../behaviors/ask-favor.ts";
import { disclose } from "../behaviors/be-real.ts";
import { payAttention } from "../behaviors/give-generously.ts";
import { gossip } from "../behaviors/gossip.ts";
import { introduce } from "../behaviors/introduce.ts";
import { passNews } from "../behaviors/pass-news.ts";
import { shareExpertise } from "../behaviors/share-expertise.ts";
import { showRespect } from "../behaviors/treat-equally.ts";
import { P } from "../parameters/effective-values.ts";
import { clearContacts, notePair } from "../population/contact-log.ts";
import { ENCOUNTER, noteBothTrusts, noteEvent, noteStrength } from "../population/event-log.ts";
import { orderPairs } from "../population/pair-list.ts";
import {
  DEPTH,
  DOER,
  NO_REQUEST,
  OTHER,
  OTHER_EVIDENCE,
  OTHER_ROW,
  OWN_ROW,
  OWN_TRUST,
  type Population,
  REQUEST,
  RICHNESS,
  type Side,
} from "../population/population.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { aheadPurposes, purposes } from "../random/purposes.ts";
import { deepRate } from "../trust/depth.ts";
import { evidenceShare } from "../trust/evidence.ts";
import { ordinaryRichness } from "../trust/richness.ts";
import { setStrength, strengthNow } from "../trust/tie-strength.ts";
import { mutualTrust, refreshTrust } from "../trust/trust-equation.ts";
import { fetchAhead, findRows, gatherEncounters } from "./gather-encounters.ts";

/**
 * Phase 5. Carries out the encounters of the tick one by one, in an order that depends on seed, tick and pair only. Works block
 * by block, so that rows are found and memory is fetched for a whole block at once. The blocks don't affect results.
 */
export function commit(population: Population): void {
  orderEncounters(population);
  commitPart(population, 0, population.workspace.encounters.count);
}

/** Puts the encounters of the tick into their order. */
export function orderEncounters(population: Population): void {
  const { encounters, tickKey, contacts } = population.workspace;
  clearContacts(contacts);
  orderPairs(encounters, tickKey, purposes.order);
}

/**
 * Carries out a part of the ordered encounters. See `commitPartWith`.
 *
 * @public compiled rules call it by name
 */
export function commitPart(population: Population, start: number, end: number): void {
  commitPartWith(population, start, end, usualWays, usualDealings);
}

/**
 * Carries out a part of the ordered encounters with the given behaviors: the usual ones, or some that also look at what these do.
 *
 * @param start, end positions in the order, between two pairs
 */
export function commitPartWith(
  population: Population,
  start: number,
  end: number,
  ways: readonly Behavior[],
  dealings: readonly Behavior[],
): void {
  const { encounters, block, fetched } = population.workspace;
  for (let from = start; from < end; ) {
    from = gatherEncounters(encounters, from, end, block);
    findRows(population, block);
    fetched[0] = fetchAhead(population, block);
    commitBlock(population, ways, dealings);
  }
}

function commitBlock(population: Population, ways: readonly Behavior[], dealings: readonly Behavior[]): void {
  const { block, sides } = population.workspace;
  const [one, other] = sides;
  const deep = population.values[P.depth] === 1;
  for (let at = 0; at < block.count; at++) {
    one.who[REQUEST] = block.lowerRequest[at];
    other.who[REQUEST] = block.upperRequest[at];
    one.who[DEPTH] = deep ? block.units[at] : 1;
    openEncounter(population, block.lower[at], block.upper[at], block.lowerRow[at], block.upperRow[at], block.ordinary[at]);
    carryOut(population, ways, dealings);
  }
}

/**
 * Carries out the first encounter of a tie that has just begun: one unit of ordinary richness, without requests. Nobody is introduced,
 * because an introduction would come too late for this tick.
 */
export function carryOutFirst(
  population: Population,
  lower: number,
  upper: number,
  lowerRow: number,
  upperRow: number,
  ways: readonly Behavior[],
  dealings: readonly Behavior[],
): void {
  const [one, other] = population.workspace.sides;
  one.who[REQUEST] = NO_REQUEST;
  other.who[REQUEST] = NO_REQUEST;
  one.who[DEPTH] = 1;
  openEncounter(population, lower, upper, lowerRow, upperRow, 1);
  carryOut(population, ways, dealings);
}

/** What an encounter itself shows of the five ways. Each side reads the state as it was before the encounter. */
export const usualWays: readonly Behavior[] = [showRespect, shareExpertise, disclose, payAttention];

/** What follows in the same encounter. Each runs for both sides and reads the state as it is then. */
const usualDealings: readonly Behavior[] = [askFavor, gossip, introduce, passNews];

/** The same in the first encounter of a tie. */
export const usualFirstDealings: readonly Behavior[] = [askFavor, gossip, passNews];

// Called from a list, each behavior is compiled separately, with its small functions inlined. Called by name, the first
// behaviors would be inlined into the caller up to its size limit, and the small functions of the last would stay real calls.
export type Behavior = (population: Population, side: Side) => void;

/** Carries out an encounter that has been opened: the ways, then the dealings. */
function carryOut(population: Population, ways: readonly Behavior[], following: readonly Behavior[]): void {
  const { ties, values, events, workspace } = population;
  const [one, other] = workspace.sides;
  for (let k = 0; k < ways.length; k++) {
    ways[k](population, one);
    ways[k](population, other);
  }
  refreshTrust(ties, one.who[OWN_ROW], values[P.trustFunction]);
  refreshTrust(ties, other.who[OWN_ROW], values[P.trustFunction]);
  // The ways store no event, so the last one is this encounter.
  if (events.listening === 1)
    noteBothTrusts(
      events,
      one.before[OWN_TRUST],
      ties.trust[one.who[OWN_ROW]],
      other.before[OWN_TRUST],
      ties.trust[other.who[OWN_ROW]],
    );
  for (let k = 0; k < following.length; k++) {
    following[k](population, one);
    following[k](population, other);
  }
}

/**
 * Fills both sides, whose requests and depth are set. Counts the encounter as evidence, one piece for each unit of time, and moves
 * the strength of the tie toward the mutual trust before the encounter.
 *
 * @param ordinary 1 for ordinary richness, 0 for that of a message
 */
function openEncounter(
  population: Population,
  lower: number,
  upper: number,
  lowerRow: number,
  upperRow: number,
  ordinary: number,
): void {
  const { agents, ties, values, workspace, tick } = population;
  const [one, other] = workspace.sides;
  const depth = one.who[DEPTH];
  other.who[DEPTH] = depth;
  const mutual = mutualTrust(ties.trust[lowerRow], ties.trust[upperRow], values[P.reservedSide]);
  const together = agents.circle[lower] === agents.circle[upper];
  const richness = ordinary === 1 ? ordinaryRichness(values, together, mutual) : values[P.richnessLean];
  one.before[RICHNESS] = richness;
  other.before[RICHNESS] = richness;
  fillSide(population, one, lower, upper, lowerRow, upperRow);
  fillSide(population, other, upper, lower, upperRow, lowerRow);
  const left = evidenceShare(tick - ties.lastEncounter[lowerRow], values[P.memory]);
  one.before[OTHER_EVIDENCE] = ties.evidence[upperRow] * left;
  other.before[OTHER_EVIDENCE] = ties.evidence[lowerRow] * left;
  ties.evidence[upperRow] = one.before[OTHER_EVIDENCE] + depth;
  ties.evidence[lowerRow] = other.before[OTHER_EVIDENCE] + depth;
  const strength = strengthNow(ties, values, lowerRow, tick);
  const moved = strength + deepRate(values[P.encounterGain] * richness, depth) * (mutual - strength);
  setStrength(ties, values, lower, lowerRow, upperRow, moved, tick);
  notePair(workspace.contacts.met, lower, upper, depth);
  noteEvent(population.events, ENCOUNTER, lower, upper, depth, richness);
  if (population.events.listening === 1) noteStrength(population.events, strength, moved);
}

function fillSide(population: Population, side: Side, doer: number, other: number, ownRow: number, otherRow: number): void {
  const { who, before, key, drawn } = side;
  const { ties, workspace } = population;
  who[DOER] = doer;
  who[OTHER] = other;
  who[OWN_ROW] = ownRow;
  who[OTHER_ROW] = otherRow;
  before[OWN_TRUST] = ties.trust[ownRow];
  eventKey(workspace.tickKey, doer, other, key, 0);
  for (let k = 0; k < aheadPurposes.length; k++) drawn[k] = draw(key[0], key[1], aheadPurposes[k]);
}
