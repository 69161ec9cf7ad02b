/** Version of this layout. */
export const SNAPSHOT_VERSION = 4;

/**
 * A copy of the state at one tick, for a view. Its columns are typed arrays that can be transferred between threads and returned to
 * be filled again. Agents are in the order of their indices. Each tie is listed once, under its agent with the lower index.
 */
export interface Snapshot {
  readonly version: number;
  tick: number;
  /** the tick of `trustReceived` and `reach`; earlier than `tick` if a run is not measured in every tick */
  measuredTick: number;
  /** agents created so far; `present` is 0 for those who have left */
  agents: number;
  /** known ties */
  ties: number;
  /** columns by agent; the first `agents` entries are in use */
  present: Uint8Array;
  circle: Uint32Array;
  /** the tick in which the person who now has this index came */
  since: Int32Array;
  sociality: Float32Array;
  domain: Uint8Array;
  expertise: Float32Array;
  status: Float32Array;
  /** by agent, one number for each of `traitNames`, in that order */
  traits: Float32Array;
  /** names of the values in `traits`; each agent has one value for each name */
  readonly traitNames: readonly string[];
  /** the measure `incoming_trust_share`; NaN if nobody judges the agent */
  trustReceived: Float32Array;
  /** the measure `reach`: items of news first received from others in the last year, or in what `takeSnapshot` was given */
  reach: Uint32Array;
  /** columns by tie; the first `ties` entries are in use. Sorted by lower, then by upper agent */
  lower: Uint32Array;
  upper: Uint32Array;
  /** strength at this tick */
  strength: Float32Array;
  /** trust share of the lower agent in the upper agent */
  trustOfLower: Float32Array;
  /** trust share of the upper agent in the lower agent */
  trustOfUpper: Float32Array;
  lastEncounter: Int32Array;
}

/** The columns by agent and by tie. These are the ones to transfer. */
export const agentColumns = [
  "present",
  "circle",
  "since",
  "sociality",
  "domain",
  "expertise",
  "status",
  "traits",
  "trustReceived",
  "reach",
] as const;
export const tieColumns = ["lower", "upper", "strength", "trustOfLower", "trustOfUpper", "lastEncounter"] as const;

/** Creates an empty snapshot with room for some agents and ties, for `takeSnapshot` to fill. */
export function createSnapshot(agents: number, ties: number, traitNames: readonly string[]): Snapshot {
  return {
    version: SNAPSHOT_VERSION,
    tick: 0,
    measuredTick: 0,
    agents: 0,
    ties: 0,
    present: new Uint8Array(agents),
    circle: new Uint32Array(agents),
    since: new Int32Array(agents),
    sociality: new Float32Array(agents),
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
