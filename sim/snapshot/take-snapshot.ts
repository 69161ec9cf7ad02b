import { createIncomingTrust, fillIncomingTrust } from "../metrics/agent/incoming-trust.ts";
import { P } from "../parameters/effective-values.ts";
import { TRAITS, traitNames } from "../parameters/trait-names.ts";
import type { Population } from "../population/population.ts";
import { fadedStrength } from "../trust/tie-strength.ts";
import { createSnapshot, type Snapshot } from "./snapshot.ts";

/** Measures of agents at one tick, by agent. */
export interface AgentsMeasured {
  readonly tick: number;
  readonly trustReceived: Float64Array;
  readonly reach: Float64Array | Uint32Array;
}

/**
 * Copies the state that a view needs. Taking a snapshot doesn't change the run.
 *
 * @param into a snapshot to fill; if it is too small, it stays as it is and a larger one is created
 * @param measured what a collector has measured last; without it, trust is measured now and reach counts since the start
 * @returns the filled snapshot
 */
export function takeSnapshot(population: Population, into?: Snapshot, measured = measureNow(population)): Snapshot {
  const { agents } = population;
  const known = countTies(population);
  const fits = into !== undefined && into.present.length >= agents.count && into.lower.length >= known;
  // Leave spare room: the number of ties varies, and a larger snapshot means new memory.
  const snapshot = fits ? into : createSnapshot(agents.count, Math.ceil(known * 1.25) + 64, traitNames);
  snapshot.tick = population.tick;
  snapshot.agents = agents.count;
  snapshot.ties = known;
  copyAgents(population, snapshot);
  copyTies(population, snapshot);
  copyMeasures(agents.count, measured, snapshot);
  return snapshot;
}

/** Measures the agents as they are now. */
function measureNow(population: Population): AgentsMeasured {
  const incoming = createIncomingTrust();
  fillIncomingTrust(population, incoming);
  const { reach, count } = population.agents;
  return { tick: population.tick, trustReceived: incoming.share, reach: reach.subarray(0, count) };
}

/** Agents who came after the measurement have not been judged, and no news has reached them. */
function copyMeasures(count: number, { tick, trustReceived, reach }: AgentsMeasured, snapshot: Snapshot): void {
  snapshot.measuredTick = tick;
  for (let agent = 0; agent < count; agent++) {
    snapshot.trustReceived[agent] = agent < reach.length ? trustReceived[agent] : Number.NaN;
    snapshot.reach[agent] = agent < reach.length ? reach[agent] : 0;
  }
}

function countTies({ agents, ties }: Population): number {
  let rows = 0;
  for (let agent = 0; agent < agents.count; agent++) rows += ties.blocks.length[agent];
  return rows / 2;
}

function copyAgents({ agents }: Population, snapshot: Snapshot): void {
  const { count } = agents;
  snapshot.present.set(agents.present.subarray(0, count));
  snapshot.circle.set(agents.circle.subarray(0, count));
  snapshot.since.set(agents.since.subarray(0, count));
  snapshot.sociality.set(agents.sociality.subarray(0, count));
  snapshot.domain.set(agents.domain.subarray(0, count));
  snapshot.expertise.set(agents.expertise.subarray(0, count));
  snapshot.status.set(agents.status.subarray(0, count));
  snapshot.traits.set(agents.traits.subarray(0, count * TRAITS));
}

/**
 * Copies each tie once. Agents and their contacts are visited in ascending order, so the row of the other side is always the
 * contact's first row that hasn't been visited. That saves a search.
 */
function copyTies(population: Population, snapshot: Snapshot): void {
  const { agents, ties, values, tick } = population;
  const { ids, start, length } = ties.blocks;
  const { lower, upper, strength, trustOfLower, trustOfUpper, lastEncounter } = snapshot;
  const fadingRate = values[P.fadingRate];
  const protection = values[P.fadingProtection];
  const passed = new Uint32Array(agents.count);
  let tie = 0;
  for (let agent = 0; agent < agents.count; agent++) {
    const first = start[agent];
    const end = first + length[agent];
    for (let row = first + passed[agent]; row < end; row++) {
      const contact = ids[row];
      lower[tie] = agent;
      upper[tie] = contact;
      strength[tie] = fadedStrength(ties.strength[row], tick - ties.lastEncounter[row], fadingRate, protection);
      trustOfLower[tie] = ties.trust[row];
      trustOfUpper[tie] = ties.trust[start[contact] + passed[contact]++];
      lastEncounter[tie++] = ties.lastEncounter[row];
    }
  }
}
