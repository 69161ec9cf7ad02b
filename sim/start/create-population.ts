import { circles } from "../networks/circles.ts";
import type { Pairs } from "../networks/pairs.ts";
import { random } from "../networks/random.ts";
import { smallWorld } from "../networks/small-world.ts";
import { type Parameters, parameterKeys } from "../parameters/definitions.ts";
import { fillEffectiveValues, P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { createAgentStore } from "../population/agent-store.ts";
import { createCircleIndex } from "../population/circle-index.ts";
import { createEventLog } from "../population/event-log.ts";
import { createNewsStore } from "../population/news-store.ts";
import { BOTH, type ImportedTies, LOWER_NAMES, type People, UPPER_NAMES } from "../population/people.ts";
import { createWorkspace, type Population } from "../population/population.ts";
import { createPromiseStore } from "../population/promise-store.ts";
import { addTie, createTieStore, reserveContacts, tieRow } from "../population/tie-store.ts";
import { tickKey } from "../random/keyed-draws.ts";
import { seedKey } from "../random/seed.ts";
import { setFirstBeliefs } from "../trust/first-beliefs.ts";
import { bringForgettingForward } from "../trust/tie-strength.ts";
import { drawAgents } from "./draw-agents.ts";

/**
 * The population of a run at tick 0.
 *
 * @param parameters checked; `agents` is the number of `people` where they are given
 * @param seed any text
 * @param people what files say of the agents
 * @param imported their ties, instead of a starting network made by the model
 */
export function createPopulation(parameters: Parameters, seed: string, people?: People, imported?: ImportedTies): Population {
  const population = emptyPopulation(parameters, seedKey(seed));
  const { agents, values, runKey } = population;
  const oneCircle = parameters.network === "random" && imported === undefined;
  const size = oneCircle ? parameters.agents : parameters.circleSize;
  drawAgents(agents, parameters.agents, values, runKey, (agent) => Math.floor(agent / size), people);
  population.circles = createCircleIndex(agents);
  if (imported === undefined) startTies(population, startingNetwork(parameters, runKey));
  else startImportedTies(population, imported);
  return population;
}

/** A population without agents; stores have room for as many as the parameters say. */
export function emptyPopulation(parameters: Parameters, runKey: Int32Array): Population {
  const room = parameters.agents;
  const values = new Float64Array(parameterKeys.length);
  fillEffectiveValues(parameters, values);
  const agents = createAgentStore(room);
  return {
    tick: 0,
    runKey,
    parameters,
    values,
    agents,
    ties: createTieStore(room, 0),
    promises: createPromiseStore(64),
    news: createNewsStore(room),
    circles: createCircleIndex(agents),
    events: createEventLog(),
    workspace: createWorkspace(room),
  };
}

function startingNetwork(parameters: Parameters, runKey: Int32Array): Pairs {
  const { agents, circleSize, tiesWithin, tiesAcross, network, rewiring } = parameters;
  const tick = new Int32Array(2);
  tickKey(runKey, 0, tick);
  if (network === "random") return random(agents, tiesWithin + tiesAcross, tick);
  if (network === "small_world") return smallWorld(agents, tiesWithin, rewiring, tick);
  return circles(agents, circleSize, tiesWithin, tiesAcross, tick);
}

function startTies(population: Population, pairs: Pairs): void {
  const { values } = population;
  reserve(population, pairs.lower, pairs.upper);
  for (let k = 0; k < pairs.count; k++) startTie(population, pairs.lower[k], pairs.upper[k], values[P.firstStrength], BOTH);
}

function startImportedTies(population: Population, { lower, upper, weightRank, named }: ImportedTies): void {
  const { values } = population;
  reserve(population, lower, upper);
  for (let k = 0; k < lower.length; k++) {
    const rank = weightRank[k];
    const strength = Number.isNaN(rank)
      ? values[P.firstStrength]
      : Math.min(1, values[P.importedStrengthLow] + values[P.importedStrengthSpan] * rank);
    startTie(population, lower[k], upper[k], strength, named[k]);
  }
}

/** Blocks of the right size from the start, so that none is left behind as ties come in. */
function reserve({ ties, agents }: Population, lower: Uint32Array, upper: Uint32Array): void {
  const contacts = new Uint32Array(agents.count);
  for (const agent of lower) contacts[agent]++;
  for (const agent of upper) contacts[agent]++;
  for (let agent = 0; agent < agents.count; agent++) reserveContacts(ties, agent, contacts[agent]);
}

/**
 * A tie that is there before anyone has met in the run. Whoever names the other, and is not named, starts with the first
 * beliefs of a wholly trusting agent.
 */
export function startTie(population: Population, lower: number, upper: number, strength: number, named: number): void {
  const { ties, values, agents, tick } = population;
  addTie(ties, lower, upper, strength, tick);
  const lowerTrusting = named === LOWER_NAMES ? 1 : agents.traits[lower * TRAITS + TRAIT.trusting];
  const upperTrusting = named === UPPER_NAMES ? 1 : agents.traits[upper * TRAITS + TRAIT.trusting];
  setFirstBeliefs(ties, values, tieRow(ties, lower, upper), lowerTrusting);
  setFirstBeliefs(ties, values, tieRow(ties, upper, lower), upperTrusting);
  bringForgettingForward(ties, values, lower, strength, tick);
}
