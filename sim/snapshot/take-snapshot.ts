import { P } from "../parameters/effective-values.ts";
import { TRAITS, traitNames } from "../parameters/trait-names.ts";
import type { Population } from "../population/population.ts";
import { fadedStrength } from "../trust/tie-strength.ts";
import { createSnapshot, type Snapshot } from "./snapshot.ts";

/**
 * Copies what a view needs. Only reads: taking or skipping a snapshot changes no later number.
 *
 * @param into a snapshot to fill again; one that is too small is left alone and a larger one is made
 * @returns the snapshot that was filled
 */
export function takeSnapshot(population: Population, into?: Snapshot): Snapshot {
  const { agents, ties } = population;
  const known = countTies(population);
  const fits = into !== undefined && into.present.length >= agents.count && into.lower.length >= known;
  // With room to spare, as ties come and go and each larger snapshot is new memory.
  const snapshot = fits ? into : createSnapshot(agents.count, Math.ceil(known * 1.25) + 64, traitNames);
  snapshot.tick = population.tick;
  snapshot.agents = agents.count;
  snapshot.ties = known;
  copyAgents(population, snapshot);
  copyTies(population, snapshot);
  meanTrustReceived(population, snapshot.trustReceived, ties.blocks.length);
  return snapshot;
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
  snapshot.domain.set(agents.domain.subarray(0, count));
  snapshot.expertise.set(agents.expertise.subarray(0, count));
  snapshot.status.set(agents.status.subarray(0, count));
  snapshot.traits.set(agents.traits.subarray(0, count * TRAITS));
  snapshot.reach.set(agents.reach.subarray(0, count));
}

/**
 * Ties once each. As agents are passed in ascending order and so are their contacts, the row of the other side is the next
 * one of the contact's that was not passed yet: no search is needed.
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

function meanTrustReceived({ agents, ties }: Population, into: Float32Array, contacts: Uint32Array): void {
  const { ids, start, length } = ties.blocks;
  const sums = new Float64Array(agents.count);
  for (let agent = 0; agent < agents.count; agent++)
    for (let row = start[agent]; row < start[agent] + length[agent]; row++) sums[ids[row]] += ties.trust[row];
  // Whom an agent knows knows it, so that its contacts are also the number of those who trust it more or less.
  for (let agent = 0; agent < agents.count; agent++) into[agent] = contacts[agent] > 0 ? sums[agent] / contacts[agent] : Number.NaN;
}
