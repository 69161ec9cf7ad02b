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

/**
 * Adds `count` agents, starting at index `agents.count`. Takes what `people` gives and draws the rest. An agent's draws depend
 * only on the seed and its index, so it is the same whatever the number of agents and whenever it is added.
 *
 * @param values effective parameter values
 * @param circleOf returns the circle of an agent, if `people` gives none
 */
export function drawAgents(
  agents: AgentStore,
  count: number,
  values: Float64Array,
  runKey: Int32Array,
  circleOf: (agent: number) => number,
  people?: People,
): void {
  const first = agents.count;
  growAgentStore(agents, first + count);
  agents.count = first + count;
  const tick = new Int32Array(2);
  const key = new Int32Array(2);
  tickKey(runKey, 0, tick);
  for (let agent = first; agent < first + count; agent++) {
    eventKey(tick, agent, agent, key, 0);
    agents.present[agent] = 1;
    const given = people?.circle[agent] ?? -1;
    agents.circle[agent] = given >= 0 ? given : circleOf(agent);
    const domain = people?.domain[agent] ?? -1;
    agents.domain[agent] = domain >= 0 ? domain : Math.floor(draw(key[0], key[1], purposes.domain) * values[P.domains]);
    const expertise = clip(values[P.expertiseMean] + values[P.expertiseSpread] * deviation(key, purposes.expertise));
    agents.expertise[agent] = orDrawn(people?.expertise[agent], expertise);
    const tells = values[P.statusExpertise];
    const status = clip(tells * agents.expertise[agent] + (1 - tells) * draw(key[0], key[1], purposes.status));
    agents.status[agent] = orDrawn(people?.status[agent], status);
    for (let trait = 0; trait < TRAITS; trait++) {
      const value = people?.traits[agent * TRAITS + trait];
      if (value === undefined || Number.isNaN(value)) continue;
      agents.ownTraits[agent * TRAITS + trait] = value;
      agents.given[agent] |= 1 << trait;
    }
  }
  drawTraits(agents, first, first + count, values, runKey);
}

function orDrawn(given: number | undefined, drawn: number): number {
  return given === undefined || Number.isNaN(given) ? drawn : given;
}

/**
 * Sets the traits of agents `from` to `to` − 1, except those that were given: clip(mean + spread·(ξ1 + ξ2 + ξ3 − 1.5)), with
 * uniform ξ. The draws never change, so if a mean changes during a run, everyone's trait changes by the same amount before it
 * is clipped to 0 to 1.
 */
export function drawTraits(agents: AgentStore, from: number, to: number, values: Float64Array, runKey: Int32Array): void {
  const tick = new Int32Array(2);
  const key = new Int32Array(2);
  tickKey(runKey, 0, tick);
  const spread = values[P.traitSpread];
  for (let agent = from; agent < to; agent++) {
    eventKey(tick, agent, agent, key, 0);
    for (let trait = 0; trait < TRAITS; trait++) {
      const at = agent * TRAITS + trait;
      if ((agents.given[agent] & (1 << trait)) === 0)
        agents.ownTraits[at] = clip(values[P[traitMeans[trait]]] + spread * deviation(key, purposes[traitKeys[trait]]));
      agents.traits[at] = agents.ownTraits[at];
    }
  }
}

/** Returns the sum of three uniform draws minus its mean: −1.5 to 1.5, with a standard deviation of ½. */
function deviation(key: Int32Array, purpose: number): number {
  return draw(key[0], key[1], purpose) + draw(key[0], key[1], purpose + 1) + draw(key[0], key[1], purpose + 2) - 1.5;
}
