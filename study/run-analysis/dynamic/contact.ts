import type { Run } from "../../../sim/index.ts";

/** Units of time that pairs of agents spent together. */
export interface Contact {
  /** by pair: lower agent × STRIDE + upper agent */
  readonly units: Map<number, number>;
}

/** More agents than a run can have. */
const STRIDE = 2 ** 26;

export function createContact(): Contact {
  return { units: new Map() };
}

/** Adds the encounters of the tick that has just been taken. */
export function addContact({ units }: Contact, { workspace }: Run["population"]): void {
  const { met } = workspace.contacts;
  for (let at = 0; at < met.count; at++) {
    const pair = (met.lower[at] ?? 0) * STRIDE + (met.upper[at] ?? 0);
    units.set(pair, (units.get(pair) ?? 0) + (met.units[at] ?? 0));
  }
}

/**
 * The units that each agent spent with each contact of a kind, from the most met to the least.
 *
 * @param counts whether a pair is of the kind
 * @returns by agent; empty for an agent who met nobody
 */
export function contactByAgent(
  { units }: Contact,
  agents: number,
  counts: (one: number, other: number) => boolean,
): Float64Array[] {
  const lists: number[][] = Array.from({ length: agents }, () => []);
  for (const [pair, spent] of units) {
    const lower = Math.floor(pair / STRIDE);
    const upper = pair % STRIDE;
    if (!counts(lower, upper)) continue;
    lists[lower]?.push(spent);
    lists[upper]?.push(spent);
  }
  return lists.map((list) => Float64Array.from(list).sort().reverse());
}
