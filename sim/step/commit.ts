import { askFavor } from "../behaviors/ask-favor.ts";
import { disclose } from "../behaviors/be-real.ts";
import { payAttention } from "../behaviors/give-generously.ts";
import { gossip } from "../behaviors/gossip.ts";
import { introduce } from "../behaviors/introduce.ts";
import { passNews } from "../behaviors/pass-news.ts";
import { shareExpertise } from "../behaviors/share-expertise.ts";
import { showRespect } from "../behaviors/treat-equally.ts";
import { P } from "../parameters/effective-values.ts";
import { ENCOUNTER, NOBODY, noteEvent } from "../population/event-log.ts";
import { orderPairs } from "../population/pair-list.ts";
import {
  DOER,
  OTHER,
  OTHER_ROW,
  OTHER_TRUST,
  OWN_ROW,
  OWN_TRUST,
  type Population,
  REQUEST,
  RICHNESS,
  type Side,
} from "../population/population.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { aheadPurposes, purposes } from "../random/purposes.ts";
import { setStrength, strengthNow } from "../trust/tie-strength.ts";
import { mutualTrust, refreshTrust } from "../trust/trust-equation.ts";
import { fetchAhead, findRows, gatherEncounters } from "./gather-encounters.ts";

/**
 * Phase 4. Carries out the encounters of the tick one by one, in an order that depends on seed, tick and pair only. Works block
 * by block, so that rows are found and memory is fetched for a whole block at once. The blocks don't affect results.
 */
export function commit(population: Population): void {
  const { encounters, tickKey, block, fetched } = population.workspace;
  orderPairs(encounters, tickKey, purposes.order);
  for (let from = 0; from < encounters.count; ) {
    from = gatherEncounters(encounters, from, block);
    findRows(population, block);
    fetched[0] = fetchAhead(population, block);
    commitBlock(population);
  }
}

function commitBlock(population: Population): void {
  const { block, sides } = population.workspace;
  const [one, other] = sides;
  for (let at = 0; at < block.count; at++) {
    one.before[RICHNESS] = block.richness[at];
    one.who[REQUEST] = block.lowerRequest[at];
    other.who[REQUEST] = block.upperRequest[at];
    carryOutEncounter(population, block.lower[at], block.upper[at], block.lowerRow[at], block.upperRow[at]);
  }
}

/** What an encounter itself shows of the five ways. Each side reads the state as it was before the encounter. */
const ways: readonly Behavior[] = [showRespect, shareExpertise, disclose, payAttention];

/** What follows in the same encounter. Each runs for both sides and reads the state as it is then. */
const dealings: readonly Behavior[] = [askFavor, gossip, introduce, passNews];

// Called from a list, each behavior is compiled separately, with its small functions inlined. Called by name, the first
// behaviors would be inlined into the caller up to its size limit, and the small functions of the last would stay real calls.
type Behavior = (population: Population, side: Side) => void;

/** Carries out one encounter. Its richness and requests are already in the sides. */
function carryOutEncounter(population: Population, lower: number, upper: number, lowerRow: number, upperRow: number): void {
  const [one, other] = population.workspace.sides;
  openEncounter(population, lower, upper, lowerRow, upperRow);
  for (let k = 0; k < ways.length; k++) {
    ways[k](population, one);
    ways[k](population, other);
  }
  countEvidence(population, one.who[OWN_ROW]);
  countEvidence(population, other.who[OWN_ROW]);
  for (let k = 0; k < dealings.length; k++) {
    dealings[k](population, one);
    dealings[k](population, other);
  }
}

/** Fills both sides, and moves the strength of the tie toward the mutual trust before the encounter. */
function openEncounter(population: Population, lower: number, upper: number, lowerRow: number, upperRow: number): void {
  const { ties, values, workspace, tick } = population;
  const [one, other] = workspace.sides;
  const richness = one.before[RICHNESS];
  const strength = strengthNow(ties, values, lowerRow, tick);
  fillSide(population, one, lower, upper, lowerRow, upperRow);
  fillSide(population, other, upper, lower, upperRow, lowerRow);
  other.before[RICHNESS] = richness;
  const mutual = mutualTrust(ties.trust[lowerRow], ties.trust[upperRow]);
  const moved = strength + values[P.encounterGain] * richness * (mutual - strength);
  setStrength(ties, values, lower, lowerRow, upperRow, moved, tick);
  noteEvent(population.events, ENCOUNTER, lower, upper, NOBODY, richness);
}

function fillSide(population: Population, side: Side, doer: number, other: number, ownRow: number, otherRow: number): void {
  const { who, before, key, drawn } = side;
  const { trust } = population.ties;
  who[DOER] = doer;
  who[OTHER] = other;
  who[OWN_ROW] = ownRow;
  who[OTHER_ROW] = otherRow;
  before[OWN_TRUST] = trust[ownRow];
  before[OTHER_TRUST] = trust[otherRow];
  eventKey(population.workspace.tickKey, doer, other, key, 0);
  for (let k = 0; k < aheadPurposes.length; k++) drawn[k] = draw(key[0], key[1], aheadPurposes[k]);
}

/** Counts the encounter as one more piece of evidence, and updates the trust share after the beliefs have moved. */
function countEvidence(population: Population, row: number): void {
  const { ties, values } = population;
  ties.evidence[row]++;
  refreshTrust(ties, row, values[P.trustFunction]);
}
