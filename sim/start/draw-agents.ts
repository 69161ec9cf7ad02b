import type { ParameterKey } from "../parameters/definitions.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAITS, traitKeys } from "../parameters/trait-names.ts";
import { type AgentStore, growAgentStore } from "../population/agent-store.ts";
import type { People } from "../population/people.ts";
import { draw, eventKey, tickKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";
import { clip } from "../trust/trust-equation.ts";

/** The parameter for the mean of each trait, in the order of the traits. */
const traitMeans = traitKeys.map((key) => `${key}Mean` as const) satisfies readonly ParameterKey[];

/** The parameters that drawn traits depend on. */
export const traitParameters: readonly ParameterKey[] = [...traitMeans, "traitSpread"];

/** Agents to add, and what is known about them. */
export interface Newcomers {
  readonly count: number;
  /** the tick in which they come, unless `people` says otherwise */
  readonly tick: number;
  /** returns the circle of an agent, if `people` gives none */
  readonly circleOf: (agent: number) => number;
  readonly people?: People | undefined;
}

/**
 * Adds agents, starting at index `agents.count`. Takes what files give and draws the rest. An agent's draws depend only on the seed,
 * its index and the tick in which it comes, so it is the same whatever the number of agents.
 *
 * @param values effective parameter values
 */
export function drawAgents(
  agents: AgentStore,
  { count, tick, circleOf, people }: Newcomers,
  values: Float64Array,
  runKey: Int32Array,
): void {
  const first = agents.count;
  growAgentStore(agents, first + count);
  agents.count = first + count;
  for (let agent = first; agent < first + count; agent++) {
    agents.present[agent] = 1;
    agents.since[agent] = people?.since?.[agent] ?? tick;
    const circle = people?.circle[agent] ?? -1;
    agents.circle[agent] = circle >= 0 ? circle : circleOf(agent);
    agents.sociality[agent] = orElse(people?.sociality?.[agent], 1);
    drawOrigin(agents, agent, values, runKey, people);
    for (let trait = 0; trait < TRAITS; trait++) {
      const value = people?.traits[agent * TRAITS + trait];
      if (value === undefined || Number.isNaN(value)) continue;
      agents.ownTraits[agent * TRAITS + trait] = value;
      agents.given[agent] |= 1 << trait;
    }
  }
  drawTraits(agents, first, first + count, values, runKey);
}

/**
 * Draws what an agent brings along: its domain, expertise and status. Status is z̄ + a_z·(ρz·D_x + √(1 − ρz²)·D_z), where D_x is the
 * deviation behind the expertise and D_z has the same distribution, so that mean and spread of status don't depend on ρz.
 *
 * @param people what files give instead, if anything
 */
function drawOrigin(agents: AgentStore, agent: number, values: Float64Array, runKey: Int32Array, people?: People): void {
  creationKey(agents, agent, runKey);
  const domain = people?.domain[agent] ?? -1;
  agents.domain[agent] = domain >= 0 ? domain : Math.floor(draw(key[0], key[1], purposes.domain) * values[P.domains]);
  const mean = values[P.expertiseMean];
  const spread = values[P.expertiseSpread];
  let above = deviation(purposes.expertise);
  const expertise = people?.expertise[agent] ?? Number.NaN;
  if (!Number.isNaN(expertise)) above = spread > 0 ? (expertise - mean) / spread : 0;
  agents.expertise[agent] = orElse(expertise, clip(mean + spread * above));
  const tells = values[P.statusExpertise];
  const apart = Math.sqrt(1 - tells * tells) * deviation(purposes.status);
  const status = clip(values[P.statusMean] + values[P.statusSpread] * (tells * above + apart));
  agents.status[agent] = orElse(people?.status[agent], status);
}

function orElse(given: number | undefined, other: number): number {
  return given === undefined || Number.isNaN(given) ? other : given;
}

/**
 * Lets a newcomer take the place of an agent, in the tick that `since` says: draws domain, expertise, status and the traits that
 * neither a file nor an intervention gave. Circle, sociality and counts stay with the place.
 */
export function drawNewcomer(agents: AgentStore, agent: number, values: Float64Array, runKey: Int32Array): void {
  drawOrigin(agents, agent, values, runKey);
  for (let trait = 0; trait < TRAITS; trait++) {
    const at = agent * TRAITS + trait;
    drawTrait(agents, agent, trait, values);
    if ((agents.held[agent] & (1 << trait)) === 0) agents.traits[at] = agents.ownTraits[at];
  }
}

/**
 * Sets the traits of agents `from` to `to` − 1, except those that were given: clip(mean + spread·(ξ1 + ξ2 + ξ3 − 1.5)), with
 * uniform ξ. An agent's draws never change, so if a mean changes during a run, everyone's trait changes by the same amount before it
 * is clipped to 0 to 1.
 */
export function drawTraits(agents: AgentStore, from: number, to: number, values: Float64Array, runKey: Int32Array): void {
  for (let agent = from; agent < to; agent++) {
    creationKey(agents, agent, runKey);
    for (let trait = 0; trait < TRAITS; trait++) drawTrait(agents, agent, trait, values);
  }
  agents.traits.set(agents.ownTraits.subarray(from * TRAITS, to * TRAITS), from * TRAITS);
}

/** Draws an agent's own trait, unless it was given. `key` must be that of the agent's creation. */
function drawTrait(agents: AgentStore, agent: number, trait: number, values: Float64Array): void {
  if ((agents.given[agent] & (1 << trait)) !== 0) return;
  agents.ownTraits[agent * TRAITS + trait] = clip(
    values[P[traitMeans[trait]]] + values[P.traitSpread] * deviation(purposes[traitKeys[trait]]),
  );
}

const tickWords = new Int32Array(2);
const key = new Int32Array(2);

/** Sets `key` to that of an agent's creation: of the agent, in the tick in which it came. */
function creationKey(agents: AgentStore, agent: number, runKey: Int32Array): void {
  tickKey(runKey, agents.since[agent], tickWords);
  eventKey(tickWords, agent, agent, key, 0);
}

/** Returns the sum of three uniform draws of `key` minus its mean: −1.5 to 1.5, with a standard deviation of ½. */
function deviation(purpose: number): number {
  return draw(key[0], key[1], purpose) + draw(key[0], key[1], purpose + 1) + draw(key[0], key[1], purpose + 2) - 1.5;
}
