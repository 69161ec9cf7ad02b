import { walkWeights } from "../behaviors/introduce.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { addPair } from "../population/pair-list.ts";
import { makeRoom, NEEDS_EXPERT, NEEDS_FAVOR, NO_REQUEST, type Population } from "../population/population.ts";
import { BELIEFS, CREDIBILITY, tieRow } from "../population/tie-store.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { findFresh, findSilent, lookAhead } from "./look-ahead.ts";
import { planMeetings } from "./plan-meetings.ts";
import { placeByWeight } from "./running-sums.ts";

/** How many agents one call of the inner function plans. V8 optimizes a function early if it is entered often. */
const BLOCK = 256;

/** No expert is needed. */
const NONE = -1;

/** Kinds of plans: an encounter of ordinary richness, or a message. */
// biome-ignore format: a table
const ORDINARY = 1, LEAN = 0;

/**
 * Phase 4. Lets every agent plan its encounters of the tick. All agents read the same state, because planning changes nothing
 * but the two lists of pairs. An agent's units of time go to a needed expert, a fresh contact, a follow-up and partners, in this
 * order. Chance meetings cost nothing.
 */
export function plan(population: Population): void {
  const { present } = population.circles;
  population.workspace.encounters.count = 0;
  population.workspace.proposals.count = 0;
  lookAhead(population);
  for (let from = 0; from < present.length; from += BLOCK) planBlock(population, from, Math.min(from + BLOCK, present.length));
}

function planBlock(population: Population, from: number, to: number): void {
  const { circles, workspace } = population;
  const { event, tickKey } = workspace;
  for (let k = from; k < to; k++) {
    const agent = circles.present[k];
    eventKey(tickKey, agent, agent, event, 0);
    planEncounters(population, agent);
    planMeetings(population, agent);
  }
}

/** Plans the encounters on which the agent spends its units of time. `workspace.event` holds the key of (agent, agent). */
function planEncounters(population: Population, agent: number): void {
  const { agents, ties, workspace } = population;
  const { event, outlook } = workspace;
  const initiative = agents.traits[agent * TRAITS + TRAIT.initiative];
  let left = unitsOf(population, agent, initiative);
  const first = ties.blocks.start[agent];
  if (ties.blocks.length[agent] === 0 || left === 0) return;

  let request = NO_REQUEST;
  const domain = neededDomain(population, agent);
  if (domain !== NONE) {
    const expert = pickExpert(population, agent, domain);
    if (expert >= 0) {
      planUnits(population, agent, first + expert, 1, ORDINARY, NEEDS_FAVOR);
      left--;
    } else request = NEEDS_EXPERT + domain;
  }

  const fresh = outlook.freshCount[agent];
  if (left > 0 && fresh > 0) {
    const row = findFresh(population, agent, Math.floor(draw(event[0], event[1], purposes.freshWhom) * fresh));
    if (draw(event[0], event[1], purposes.freshTakes) < initiative * ties.trust[row]) {
      planUnits(population, agent, row, 1, LEAN, NO_REQUEST);
      left--;
    }
  }

  const silent = outlook.silentCount[agent];
  if (left > 0 && silent > 0 && draw(event[0], event[1], purposes.followUp) < initiative) {
    const row = findSilent(population, agent, Math.floor(draw(event[0], event[1], purposes.followUpWhom) * silent));
    planUnits(population, agent, row, 1, LEAN, NO_REQUEST);
    left--;
  }

  planPartners(population, agent, left, request);
}

/** Returns the units of time that an agent has in this tick: A·(a_n + n)·κ, and for its fraction, one more with that probability. */
function unitsOf({ agents, values, workspace }: Population, agent: number, initiative: number): number {
  const { event } = workspace;
  const units = values[P.budget] * (values[P.budgetBase] + initiative) * agents.sociality[agent];
  const whole = Math.floor(units);
  return whole + +(draw(event[0], event[1], purposes.placed) < units - whole);
}

/** Draws the domain in which the agent needs an expert in this tick, uniformly from the other domains. NONE if it needs none. */
function neededDomain(population: Population, agent: number): number {
  const { agents, values, workspace } = population;
  const { event } = workspace;
  const others = values[P.domains] - 1;
  if (others < 1 || !(draw(event[0], event[1], purposes.need) < values[P.needRate])) return NONE;
  const place = Math.floor(draw(event[0], event[1], purposes.needDomain) * others);
  return place + +(place >= agents.domain[agent]);
}

/**
 * Draws a known expert of the domain who isn't avoided, with weight credibility × trust, so that expertise which has been shown brings
 * requests. Returns the place in the agent's list, or −1.
 */
function pickExpert(population: Population, agent: number, domain: number): number {
  const { agents, ties, values, workspace } = population;
  const { ids, start, length } = ties.blocks;
  const first = start[agent];
  const count = length[agent];
  makeRoom(workspace, count);
  const { event, weights } = workspace;
  let total = 0;
  for (let k = 0; k < count; k++) {
    const row = first + k;
    const trust = ties.trust[row];
    const fits = +(trust >= values[P.avoidBelow]) & +(agents.domain[ids[row]] === domain);
    weights[k] = fits * ties.beliefs[row * BELIEFS + CREDIBILITY] * trust;
    total += weights[k];
  }
  if (!(total > 0)) return -1;
  return walkWeights(weights, count, draw(event[0], event[1], purposes.expert) * total);
}

/**
 * Draws a partner for each unit that is left, by weight and with replacement: the units of one contact add up to a deeper encounter.
 * The first partner gets the request. With some probability a partner brings a third person whom it draws by its own weights; if the
 * agent knows that person, all three pairs spend the unit together.
 *
 * @see Feld 1981, American Journal of Sociology 86(5), 1015–1035, for meeting in groups
 */
function planPartners(population: Population, agent: number, units: number, request: number): void {
  const { ties, values, workspace } = population;
  const { ids, start, length } = ties.blocks;
  const { event, outlook } = workspace;
  const { sums } = outlook;
  const first = start[agent];
  const count = length[agent];
  if (!(sums[first + count - 1] > 0)) return;
  makeRoom(workspace, 2 * units);
  const { choices } = workspace;
  const threeRate = values[P.threeRate];
  let met = 0;
  for (let unit = 0; unit < units; unit++) {
    const row = first + placeByWeight(sums, first, count, draw(event[0], event[1], purposes.partner + unit));
    if (outlook.units[row]++ === 0) choices[met++] = row;
    if (!(threeRate > 0 && draw(event[0], event[1], purposes.three + unit) < threeRate)) continue;
    const theirs = pickThird(population, ids[row], draw(event[0], event[1], purposes.third + unit));
    const own = theirs < 0 || ids[theirs] === agent ? -1 : tieRow(ties, agent, ids[theirs]);
    if (own < 0) continue;
    addPair(workspace.encounters, ids[row], ids[theirs], theirs, 1, ORDINARY, NO_REQUEST, NO_REQUEST);
    if (outlook.units[own]++ === 0) choices[met++] = own;
  }
  for (let k = 0; k < met; k++) {
    const row = choices[k];
    planUnits(population, agent, row, outlook.units[row], ORDINARY, k === 0 ? request : NO_REQUEST);
    outlook.units[row] = 0;
  }
}

/** Draws a contact of the partner by the partner's weights. Returns the partner's row, or −1 if all weights are 0. */
function pickThird({ ties, workspace }: Population, partner: number, u: number): number {
  const { start, length } = ties.blocks;
  const { sums } = workspace.outlook;
  const first = start[partner];
  const count = length[partner];
  return sums[first + count - 1] > 0 ? first + placeByWeight(sums, first, count, u) : -1;
}

function planUnits(
  { ties, workspace }: Population,
  agent: number,
  row: number,
  units: number,
  ordinary: number,
  request: number,
): void {
  addPair(workspace.encounters, agent, ties.blocks.ids[row], row, units, ordinary, request, NO_REQUEST);
}
