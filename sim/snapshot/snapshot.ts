/** Version of the layout below. */
export const SNAPSHOT_VERSION = 2;

/**
 * A read-only copy of the state at one tick, for a view: typed arrays that can be handed from thread to thread and come back to
 * be filled again. Agents by index; a tie once, from its agent of lower index.
 */
export interface Snapshot {
  readonly version: number;
  tick: number;
  /** agents ever made; those who left have `present` 0 */
  agents: number;
  /** known ties */
  ties: number;
  /** by agent, `agents` of them in use */
  present: Uint8Array;
  circle: Uint32Array;
  domain: Uint8Array;
  expertise: Float32Array;
  status: Float32Array;
  /** by agent, one number for each of `traitNames`, in that order */
  traits: Float32Array;
  /** what an agent's numbers in `traits` are; there are as many of them as names */
  readonly traitNames: readonly string[];
  /** mean trust share of those who know the agent, by all directed ties; NaN where nobody does */
  trustReceived: Float32Array;
  /** items first received from others since the start */
  reach: Uint32Array;
  /** by tie, `ties` of them in use; lower agent first, sorted by both */
  lower: Uint32Array;
  upper: Uint32Array;
  /** tie strength at this tick */
  strength: Float32Array;
  /** trust share of the lower agent in the upper one, and back */
  trustOfLower: Float32Array;
  trustOfUpper: Float32Array;
  lastEncounter: Int32Array;
}

/** The columns that are as long as the agents, and as the ties: what is transferred. */
export const agentColumns = ["present", "circle", "domain", "expertise", "status", "traits", "trustReceived", "reach"] as const;
export const tieColumns = ["lower", "upper", "strength", "trustOfLower", "trustOfUpper", "lastEncounter"] as const;

/** A snapshot with room, to be filled by `takeSnapshot`. */
export function createSnapshot(agents: number, ties: number, traitNames: readonly string[]): Snapshot {
  return {
    version: SNAPSHOT_VERSION,
    tick: 0,
    agents: 0,
    ties: 0,
    present: new Uint8Array(agents),
    circle: new Uint32Array(agents),
    domain: new Uint8Array(agents),
    expertise: new Float32Array(agents),
    status: new Float32Array(agents),
    traits: new Float32Array(agents * traitNames.length),
    traitNames,
    trustReceived: new Float32Array(agents),
    reach: new Uint32Array(agents),
    lower: new Uint32Array(ties),
    upper: new Uint32Array(ties),
    strength: new Float32Array(ties),
    trustOfLower: new Float32Array(ties),
    trustOfUpper: new Float32Array(ties),
    lastEncounter: new Int32Array(ties),
  };
}
