import { TRAITS } from "../parameters/trait-names.ts";

/**
 * Agents as columns: place i of every column is agent i. An agent that has left keeps its index for ever, with `present` 0.
 * Columns may be longer than `count`; what lies beyond is not used.
 */
export interface AgentStore {
  /** agents ever made; the next one gets this index */
  count: number;
  /** 1 while the agent is there */
  present: Uint8Array;
  /** the traits as they act now, TRAITS an agent, each 0 to 1 */
  traits: Float64Array;
  /** the traits without the settings that will end; same shape */
  ownTraits: Float64Array;
  /** bit k: trait k was given, by a file or an intervention, and does not follow its mean */
  given: Uint16Array;
  /** main domain, 0 to domains − 1 */
  domain: Uint8Array;
  /** expertise in the main domain, 0 to 1 */
  expertise: Float64Array;
  /** the visible credential, 0 to 1 */
  status: Float64Array;
  circle: Uint32Array;
  /** items of news first received from others since the start */
  reach: Uint32Array;
  /** gains less losses from promises relied on, since the start */
  payoff: Float64Array;
  /** as promiser, since the start */
  promisesKept: Uint32Array;
  promisesBroken: Uint32Array;
}

/** A store with room for `capacity` agents and none in it. */
export function createAgentStore(capacity: number): AgentStore {
  return {
    count: 0,
    present: new Uint8Array(capacity),
    traits: new Float64Array(capacity * TRAITS),
    ownTraits: new Float64Array(capacity * TRAITS),
    given: new Uint16Array(capacity),
    domain: new Uint8Array(capacity),
    expertise: new Float64Array(capacity),
    status: new Float64Array(capacity),
    circle: new Uint32Array(capacity),
    reach: new Uint32Array(capacity),
    payoff: new Float64Array(capacity),
    promisesKept: new Uint32Array(capacity),
    promisesBroken: new Uint32Array(capacity),
  };
}

/** Room for at least `capacity` agents; columns are replaced, what is in them stays. */
export function growAgentStore(agents: AgentStore, capacity: number): void {
  if (capacity <= agents.present.length) return;
  const larger = createAgentStore(Math.max(capacity, Math.ceil(agents.present.length * 1.5)));
  larger.present.set(agents.present);
  larger.traits.set(agents.traits);
  larger.ownTraits.set(agents.ownTraits);
  larger.given.set(agents.given);
  larger.domain.set(agents.domain);
  larger.expertise.set(agents.expertise);
  larger.status.set(agents.status);
  larger.circle.set(agents.circle);
  larger.reach.set(agents.reach);
  larger.payoff.set(agents.payoff);
  larger.promisesKept.set(agents.promisesKept);
  larger.promisesBroken.set(agents.promisesBroken);
  larger.count = agents.count;
  Object.assign(agents, larger);
}
