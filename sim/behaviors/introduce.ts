import { P } from "../parameters/effective-values.ts";
import { INTRODUCTION, noteEvent } from "../population/event-log.ts";
import { addPair } from "../population/pair-list.ts";
import { DOER, makeRoom, NEEDS_EXPERT, OTHER, OTHER_ROW, type Population, REQUEST, type Side } from "../population/population.ts";
import { BELIEFS, CREDIBILITY } from "../population/tie-store.ts";
import { AS_DRAWN, INTRODUCTION as INTRODUCED, turnedOutcome } from "../population/turns.ts";
import { draw } from "../random/keyed-draws.ts";
import { ahead, purposes } from "../random/purposes.ts";
import { strengthNow } from "../trust/tie-strength.ts";
import { treatment } from "./treat-equally.ts";

/** Any domain will do. */
const ANY = -1;

/**
 * Lets the other introduce the doer to one of its active contacts whom the doer doesn't know, either by chance or because the
 * doer seeks an expert of some domain. The probability is the other's trust share in the doer. It prefers contacts whom it
 * finds credible, trusts and is close to. If both engage, the pair may begin a tie at the end of the tick.
 */
export function introduce(population: Population, side: Side): void {
  const { ties, values, workspace } = population;
  const { who, key, drawn } = side;
  if (values[P.introductions] === 0) return;
  const seeks = who[REQUEST] >= NEEDS_EXPERT;
  if (!seeks && !(drawn[ahead.introduces] < values[P.introductionRate])) return;
  if (!(draw(key[0], key[1], purposes.introduces + 1) < ties.trust[who[OTHER_ROW]])) return;
  const doer = who[DOER];
  const introducer = who[OTHER];
  const row = pickToIntroduce(population, introducer, doer, seeks ? who[REQUEST] - NEEDS_EXPERT : ANY, key);
  if (row < 0) return;
  const person = ties.blocks.ids[row];
  const both = treatment(population, doer, person) * treatment(population, person, doer);
  const { turns } = workspace;
  const turned = turns.length === 0 ? AS_DRAWN : turnedOutcome(turns, INTRODUCED, doer, introducer, person);
  if (!(turned === AS_DRAWN ? draw(key[0], key[1], purposes.engages) < both : turned === 1)) return;
  noteEvent(population.events, INTRODUCTION, introducer, doer, person, Number.NaN);
  if (values[P.newTies] === 1) addPair(workspace.proposals, doer, person, 0, 0, 0, introducer, introducer);
}

/**
 * Draws one of the introducer's active ties to someone the agent doesn't know, with weight credibility × trust × strength.
 *
 * @param domain only experts of this domain, or ANY
 * @returns the introducer's row, or −1 if nobody qualifies
 */
function pickToIntroduce(population: Population, introducer: number, agent: number, domain: number, key: Int32Array): number {
  const { ties, values, agents, workspace, tick } = population;
  const { ids, start, length } = ties.blocks;
  const first = start[introducer];
  const count = length[introducer];
  makeRoom(workspace, count);
  const { weights } = workspace;
  const activeFrom = values[P.activeFrom];
  let known = start[agent];
  const knownEnd = known + length[agent];
  let total = 0;
  for (let k = 0; k < count; k++) {
    const row = first + k;
    const person = ids[row];
    while (known < knownEnd && ids[known] < person) known++;
    weights[k] = 0;
    if (person === agent || (known < knownEnd && ids[known] === person)) continue;
    if (domain !== ANY && agents.domain[person] !== domain) continue;
    const strength = strengthNow(ties, values, row, tick);
    if (strength >= activeFrom) weights[k] = ties.beliefs[row * BELIEFS + CREDIBILITY] * ties.trust[row] * strength;
    total += weights[k];
  }
  if (!(total > 0)) return -1;
  return first + walkWeights(weights, count, draw(key[0], key[1], purposes.introducesWhom) * total);
}

/**
 * Picks an index by weight: the first at which the running sum of the weights exceeds `mark`. If rounding puts the mark beyond
 * the sum, it picks the last index with a weight.
 *
 * @param mark a uniform draw times the sum of the weights
 * @returns the index, or −1 if all weights are 0
 */
export function walkWeights(weights: Float64Array, count: number, mark: number): number {
  let sum = 0;
  let last = -1;
  for (let k = 0; k < count; k++) {
    if (weights[k] === 0) continue;
    sum += weights[k];
    last = k;
    if (mark < sum) return k;
  }
  return last;
}
