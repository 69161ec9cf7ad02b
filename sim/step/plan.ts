import { walkWeights } from "../behaviors/introduce.ts";
import { treatment } from "../behaviors/treat-equally.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { addPair } from "../population/pair-list.ts";
import { makeRoom, NEEDS_EXPERT, NEEDS_FAVOR, NO_REQUEST, type Population } from "../population/population.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { fadedStrength } from "../trust/tie-strength.ts";
import { planMeetings } from "./plan-meetings.ts";

/** How many agents one call of the inner function plans. V8 optimizes a function early if it is entered often. */
const BLOCK = 256;

/** No expert is needed. */
const NONE = -1;

/**
 * Phase 3. Lets every agent plan its encounters of the tick. All agents read the same state, because planning changes nothing
 * but the two lists of pairs. The budget pays for a needed expert, a follow-up and partners, in this order. Chance meetings cost
 * nothing.
 */
export function plan(population: Population): void {
  const { present } = population.circles;
  population.workspace.encounters.count = 0;
  population.workspace.proposals.count = 0;
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

/** Plans the encounters that the agent's budget pays for. `workspace.event` holds the key of (agent, agent). */
function planEncounters(population: Population, agent: number): void {
  const { agents, ties, values, workspace } = population;
  const { event, left } = workspace;
  const initiative = agents.traits[agent * TRAITS + TRAIT.initiative];
  left[0] = values[P.budget] * (values[P.budgetBase] + initiative);
  const first = ties.blocks.start[agent];
  const count = ties.blocks.length[agent];
  if (count === 0 || left[0] === 0) return;
  const silent = lookAtTies(population, agent);
  const { weights, choices } = workspace;
  let attempts = 0;

  let request = NO_REQUEST;
  let expert = -1;
  const domain = neededDomain(population, agent);
  if (domain !== NONE) {
    expert = pickExpert(population, agent, domain);
    if (expert >= 0) planPartner(population, agent, first + expert, NEEDS_FAVOR, attempts++);
    else request = NEEDS_EXPERT + domain;
  }

  // The follow-up may go to the expert just planned: the pair then meets once, at the larger richness, but pays for both plans.
  if (left[0] > 0 && draw(event[0], event[1], purposes.followUp) < initiative) {
    if (silent > 0) {
      const whom = choices[Math.floor(draw(event[0], event[1], purposes.followUpWhom) * silent)];
      planEncounter(population, agent, ties.blocks.ids[first + whom], P.richnessFollowUp, NO_REQUEST, attempts++);
      weights[whom] = 0;
    }
  }

  if (expert >= 0) weights[expert] = 0;
  let total = 0;
  for (let k = 0; k < count; k++) total += weights[k];
  for (let partners = 0; left[0] > 0; partners++) {
    const whom = walkWeights(weights, count, draw(event[0], event[1], purposes.partner + partners) * total);
    if (whom < 0) break;
    total -= weights[whom];
    weights[whom] = 0;
    planPartner(population, agent, first + whom, request, attempts++);
    request = NO_REQUEST;
  }
}

/**
 * Reads all ties of an agent once. Writes to `workspace.weights` s²·v for each tie, or 0 if the agent avoids the contact. Lists
 * in `workspace.choices` the places of the contacts who have been silent for the follow-up interval and aren't avoided.
 *
 * @returns how many places are listed
 */
function lookAtTies(population: Population, agent: number): number {
  const { ties, values, tick, workspace } = population;
  const { ids, start, length } = ties.blocks;
  const { trust, strength, lastEncounter } = ties;
  const first = start[agent];
  const count = length[agent];
  makeRoom(workspace, count);
  const { weights, choices } = workspace;
  const avoidBelow = values[P.avoidBelow];
  const interval = values[P.followUpInterval];
  const fadingRate = values[P.fadingRate];
  const protection = values[P.fadingProtection];
  let silent = 0;
  for (let k = 0; k < count; k++) {
    const row = first + k;
    const since = tick - lastEncounter[row];
    const s = fadedStrength(strength[row], since, fadingRate, protection);
    const meets = +(trust[row] >= avoidBelow);
    weights[k] = meets * s * s * treatment(population, agent, ids[row]);
    choices[silent] = k;
    silent += meets & +(since >= interval);
  }
  return silent;
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

/** Draws a known expert of the domain who isn't avoided, with weight τ². Returns the place in the agent's list, or −1. */
function pickExpert(population: Population, agent: number, domain: number): number {
  const { agents, ties, values, workspace } = population;
  const { ids, start, length } = ties.blocks;
  const { event, expertWeights } = workspace;
  const first = start[agent];
  const count = length[agent];
  let total = 0;
  for (let k = 0; k < count; k++) {
    const trust = ties.trust[first + k];
    const fits = +(trust >= values[P.avoidBelow]) & +(agents.domain[ids[first + k]] === domain);
    expertWeights[k] = fits * trust * trust;
    total += expertWeights[k];
  }
  if (!(total > 0)) return -1;
  return walkWeights(expertWeights, count, draw(event[0], event[1], purposes.expert) * total);
}

function planPartner(population: Population, agent: number, row: number, request: number, attempts: number): void {
  const { agents, ties } = population;
  const contact = ties.blocks.ids[row];
  const within = agents.circle[agent] === agents.circle[contact];
  planEncounter(population, agent, contact, within ? P.richnessWithin : P.richnessAcross, request, attempts);
}

/**
 * Plans an encounter and pays for it from what is left of the budget. If less than its richness is left, the encounter is planned
 * with probability left / richness, and the budget is used up.
 *
 * @param richnessAt position of the richness in the effective values
 * @param attempts how many encounters the agent has tried to plan before in this tick, successfully or not
 */
function planEncounter(
  population: Population,
  agent: number,
  contact: number,
  richnessAt: number,
  request: number,
  attempts: number,
): void {
  const { values, workspace } = population;
  const { event, left } = workspace;
  const richness = values[richnessAt];
  const enough = left[0] >= richness;
  const planned = enough || draw(event[0], event[1], purposes.partlyPaid + attempts) * richness < left[0];
  left[0] = enough ? left[0] - richness : 0;
  if (planned) addPair(workspace.encounters, agent, contact, richness, request, NO_REQUEST);
}
