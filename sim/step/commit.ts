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
  STRENGTH,
} from "../population/population.ts";
import { tieRow } from "../population/tie-store.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { aheadPurposes, purposes } from "../random/purposes.ts";
import { setStrength, strengthNow } from "../trust/tie-strength.ts";
import { mutualTrust, refreshTrust } from "../trust/trust-equation.ts";

/** Entries committed by one call of the inner function, which so is optimized early and entered often. */
const BLOCK = 256;

/**
 * Phase 4. The encounters of the tick, one after the other in an order given by seed, tick and pair. A pair that was planned
 * more than once meets once, at the largest richness, and what either asks for is asked.
 */
export function commit(population: Population): void {
  const { encounters, tickKey } = population.workspace;
  orderPairs(encounters, tickKey, purposes.order);
  for (let from = 0; from < encounters.count; ) from = commitBlock(population, from);
}

/** Commits entries from `from` on, about BLOCK of them; returns the first one left. */
function commitBlock(population: Population, from: number): number {
  const { encounters, sides } = population.workspace;
  const { lower, upper, richness, lowerNote, upperNote, order, count } = encounters;
  const until = Math.min(from + BLOCK, count);
  let k = from;
  while (k < until) {
    const entry = order[k];
    const one = lower[entry];
    const other = upper[entry];
    const { before, who } = sides[0];
    const otherWho = sides[1].who;
    before[RICHNESS] = richness[entry];
    who[REQUEST] = lowerNote[entry];
    otherWho[REQUEST] = upperNote[entry];
    for (k++; k < count && lower[order[k]] === one && upper[order[k]] === other; k++) {
      const again = order[k];
      if (richness[again] > before[RICHNESS]) before[RICHNESS] = richness[again];
      if (lowerNote[again] > who[REQUEST]) who[REQUEST] = lowerNote[again];
      if (upperNote[again] > otherWho[REQUEST]) otherWho[REQUEST] = upperNote[again];
    }
    encounter(population, one, other);
  }
  return k;
}

/** The five ways as far as an encounter itself shows them, to each side by what it knew before. */
const ways: readonly Behavior[] = [showRespect, shareExpertise, disclose, payAttention];

/** What follows, each for both sides, on the state as it then is. */
const dealings: readonly Behavior[] = [askFavor, gossip, introduce, passNews];

// Called from lists, each behavior is compiled by itself, with the small functions it uses built in. (Called by name, the first
// ones are built into the caller until its limit is reached, and the small functions of the last ones are real calls.)
type Behavior = (population: Population, side: Side) => void;

/** One encounter; its richness and requests are in the sides. */
function encounter(population: Population, lower: number, upper: number): void {
  const [one, other] = population.workspace.sides;
  open(population, lower, upper);
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
function open(population: Population, lower: number, upper: number): void {
  const { ties, values, workspace, tick } = population;
  const [one, other] = workspace.sides;
  const lowerRow = tieRow(ties, lower, upper);
  const upperRow = tieRow(ties, upper, lower);
  const richness = one.before[RICHNESS];
  const strength = strengthNow(ties, values, lowerRow, tick);
  fillSide(population, one, lower, upper, lowerRow, upperRow);
  fillSide(population, other, upper, lower, upperRow, lowerRow);
  other.before[RICHNESS] = richness;
  one.before[STRENGTH] = strength;
  other.before[STRENGTH] = strength;
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
