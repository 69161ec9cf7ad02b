import { P } from "../../parameters/effective-values.ts";
import type { Population } from "../../population/population.ts";
import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION, tieRow } from "../../population/tie-store.ts";
import { evidenceNow } from "../../trust/evidence.ts";
import { trustScore } from "../../trust/trust-equation.ts";
import { type MeasureWorkspace, measureTies } from "../measure-workspace.ts";
import { isLocalBridge } from "./local-bridge.ts";

/** The active ties at a tick, each once. Entry t of every column belongs to tie t. */
export interface TieList {
  readonly count: number;
  /** the agent with the lower index, and the other */
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  readonly strength: Float64Array;
  /** NaN if it is undefined */
  readonly overlap: Float64Array;
  /** 1 for strong ties, for cross ties and for local bridges, else 0 */
  readonly strong: Uint8Array;
  readonly cross: Uint8Array;
  readonly bridge: Uint8Array;
}

/** What an agent believes of a contact. */
export type BeliefName = keyof typeof readers;

/** Lists the active ties. Changes nothing in the population. */
export function listTies(population: Population, workspace: MeasureWorkspace): TieList {
  measureTies(population, workspace);
  const { active, shared, overlap } = workspace;
  const { count, agents, start } = active;
  const one = new Uint32Array(count);
  for (let agent = 0; agent < agents; agent++) one.fill(agent, start[agent], start[agent + 1]);
  const other = active.contacts.slice(0, count);
  const strength = active.strength.slice(0, count);
  const { circle } = population.agents;
  const strongFrom = population.values[P.strongFrom];
  return {
    count,
    one,
    other,
    strength,
    overlap: overlap.slice(0, count),
    strong: Uint8Array.from(strength, (value) => +(value >= strongFrom)),
    cross: Uint8Array.from(one, (agent, tie) => +(circle[agent] !== circle[other[tie]])),
    bridge: Uint8Array.from(one, (_, tie) => +isLocalBridge(shared[tie])),
  };
}

/**
 * What the agents of ties believe of each other.
 *
 * @returns two entries for each tie: what `one` believes of `other`, and the reverse
 */
export function listBeliefs(population: Population, { count, one, other }: TieList, name: BeliefName): Float64Array {
  const read = readers[name];
  const values = new Float64Array(2 * count);
  for (let tie = 0; tie < count; tie++) {
    values[2 * tie] = read(population, tieRow(population.ties, one[tie], other[tie]));
    values[2 * tie + 1] = read(population, tieRow(population.ties, other[tie], one[tie]));
  }
  return values;
}

type Reader = (population: Population, row: number) => number;

function belief(which: number): Reader {
  return ({ ties }, row) => ties.beliefs[row * BELIEFS + which];
}

const readers = {
  credibility: belief(CREDIBILITY),
  reliability: belief(RELIABILITY),
  intimacy: belief(INTIMACY),
  self_orientation: belief(SELF_ORIENTATION),
  evidence: ({ ties, values, tick }: Population, row: number) => evidenceNow(ties, values, row, tick),
  trust_share: ({ ties }: Population, row: number) => ties.trust[row],
  trust_score: ({ ties: { beliefs } }: Population, row: number) => {
    const at = row * BELIEFS;
    return trustScore(beliefs[at + CREDIBILITY], beliefs[at + RELIABILITY], beliefs[at + INTIMACY], beliefs[at + SELF_ORIENTATION]);
  },
} satisfies Readonly<Record<string, Reader>>;
