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
import { fetchAhead, findRows, gather } from "./gather-encounters.ts";

/**
 * Phase 4. The encounters of the tick, one after the other in an order given by seed, tick and pair. They are gathered block by
 * block, so that what a block needs is found and fetched together; the outcome does not hang on the blocks.
 */
export function commit(population: Population): void {
  const { encounters, tickKey, block, fetched } = population.workspace;
  orderPairs(encounters, tickKey, purposes.order);
  for (let from = 0; from < encounters.count; ) {
    from = gather(encounters, from, block);
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
    encounter(population, block.lower[at], block.upper[at], block.lowerRow[at], block.upperRow[at]);
  }
}

/** The five ways as far as an encounter itself shows them, to each side by what it knew before. */
const ways: readonly Behavior[] = [showRespect, shareExpertise, disclose, payAttention];

/** What follows, each for both sides, on the state as it then is. */
const dealings: readonly Behavior[] = [askFavor, gossip, introduce, passNews];

// Called from lists, each behavior is compiled by itself, with the small functions it uses built in. (Called by name, the first
// ones are built into the caller until its limit is reached, and the small functions of the last ones are real calls.)
type Behavior = (population: Population, side: Side) => void;

/** One encounter; its richness and requests are in the sides. */
function encounter(population: Population, lower: number, upper: number, lowerRow: number, upperRow: number): void {
  const [one, other] = population.workspace.sides;
  open(population, lower, upper, lowerRow, upperRow);
  for (let k = 0; k < ways.length; k++) {
    ways[k](population, one);
    ways[k](population, other);
  }
  learnt(population, one.who[OWN_ROW]);
  learnt(population, other.who[OWN_ROW]);
  for (let k = 0; k < dealings.length; k++) {
    dealings[k](population, one);
    dealings[k](population, other);
  }
}

/** Fills the two sides and moves the strength of the tie toward mutual trust, as it was before the encounter. */
function open(population: Population, lower: number, upper: number, lowerRow: number, upperRow: number): void {
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

/** A row has seen one more encounter, and its beliefs have moved. */
function learnt(population: Population, row: number): void {
  const { ties, values } = population;
  ties.evidence[row]++;
  refreshTrust(ties, row, values[P.trustFunction]);
}
