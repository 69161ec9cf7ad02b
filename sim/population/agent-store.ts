import { TRAITS } from "../parameters/trait-names.ts";
import { growColumns } from "./grow-columns.ts";

/**
 * Agents as columns: entry i of every column belongs to agent i. The index of an agent that an intervention removes is never
 * used again; its `present` is 0. If someone leaves by turnover, a newcomer takes the index. Columns may be longer than `count`; entries beyond it are unused.
 */
export interface AgentStore {
  /** agents created so far; the next one gets this index */
  count: number;
  /** 1 if the agent is present, 0 if it has left */
  present: Uint8Array;
  /** traits in force now, TRAITS values per agent, each 0 to 1 */
  traits: Float64Array;
  /** traits without temporary settings; same shape */
  ownTraits: Float64Array;
  /** bit k is 1 if a file or an intervention gave trait k, so that it doesn't follow its mean */
  given: Uint16Array;
  /** bit k is 1 while a temporary setting decides trait k */
  held: Uint16Array;
  /** main domain, 0 to domains − 1 */
  domain: Uint8Array;
  /** expertise in the main domain, 0 to 1 */
  expertise: Float64Array;
  /** the visible credential, 0 to 1 */
  status: Float64Array;
  circle: Uint32Array;
  /** the tick in which the person who now has this index came: 0 at the start */
  since: Int32Array;
  /** how much time for others and how many meetings, relative to others: 1 unless something says otherwise */
  sociality: Float64Array;
  /** items of news first received from others since the start */
  reach: Uint32Array;
  /** gains minus losses from promises that the agent relied on, and gains from expert help, since the start */
  payoff: Float64Array;
  /** promises that the agent kept as promiser, since the start */
  promisesKept: Uint32Array;
  /** promises that the agent broke as promiser, since the start */
  promisesBroken: Uint32Array;
}

/** Creates an empty store with room for `capacity` agents. */
export function createAgentStore(capacity: number): AgentStore {
  return { count: 0, ...createColumns(capacity) };
}

function createColumns(capacity: number) {
  return {
    present: new Uint8Array(capacity),
    traits: new Float64Array(capacity * TRAITS),
    ownTraits: new Float64Array(capacity * TRAITS),
    given: new Uint16Array(capacity),
    held: new Uint16Array(capacity),
    domain: new Uint8Array(capacity),
    expertise: new Float64Array(capacity),
    status: new Float64Array(capacity),
    circle: new Uint32Array(capacity),
    since: new Int32Array(capacity),
    sociality: new Float64Array(capacity),
    reach: new Uint32Array(capacity),
    payoff: new Float64Array(capacity),
    promisesKept: new Uint32Array(capacity),
    promisesBroken: new Uint32Array(capacity),
  };
}

/** Makes room for at least `capacity` agents. Replaces the columns and keeps what they hold. */
export function growAgentStore(agents: AgentStore, capacity: number): void {
  if (capacity <= agents.present.length) return;
  growColumns(agents, createColumns(Math.max(capacity, Math.ceil(agents.present.length * 1.5))));
}
