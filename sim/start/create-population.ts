import { createBlocks } from "../networks/blocks.ts";
import { createCircles } from "../networks/circles.ts";
import { createConfiguration } from "../networks/configuration.ts";
import { drawDegrees } from "../networks/draw-degrees.ts";
import type { Pairs } from "../networks/pairs.ts";
import { createPreferentialAttachment } from "../networks/preferential-attachment.ts";
import { createRandomNetwork } from "../networks/random.ts";
import { createSmallWorld } from "../networks/small-world.ts";
import { blockMatrixOf } from "../parameters/block-matrix.ts";
import { circleSizes, mostWithin } from "../parameters/circle-sizes.ts";
import { type Parameters, parameterKeys } from "../parameters/definitions.ts";
import { degreesOf } from "../parameters/degrees.ts";
import { fillEffectiveValues, P } from "../parameters/effective-values.ts";
import { tiesInside } from "../parameters/homophily.ts";
import { createAgentStore } from "../population/agent-store.ts";
import { createCircleIndex } from "../population/circle-index.ts";
import { createEventLog } from "../population/event-log.ts";
import { createNewsStore } from "../population/news-store.ts";
import { BOTH, type ImportedTies, type People } from "../population/people.ts";
import { createWorkspace, type Population } from "../population/population.ts";
import { createPromiseStore } from "../population/promise-store.ts";
import { createTieStore } from "../population/tie-store.ts";
import { tickKey } from "../random/keyed-draws.ts";
import { seedKey } from "../random/seed.ts";
import { drawAgents } from "./draw-agents.ts";
import { startImportedTies } from "./imported-ties.ts";
import { setSocialityByDegree } from "./sociality.ts";
import { reserveTies, startTie } from "./start-tie.ts";

/**
 * Creates the population of a run at its first tick, which is 0 unless the ties come from another run.
 *
 * @param parameters checked; if `people` is given, `agents` must be their number
 * @param seed any text
 * @param people what files say about the agents
 * @param imported ties from files, instead of a generated starting network
 */
export function createPopulation(parameters: Parameters, seed: string, people?: People, imported?: ImportedTies): Population {
  const population = createEmptyPopulation(parameters, seedKey(seed));
  const { agents, values, runKey } = population;
  const sizes = sizesOfCircles(parameters, imported !== undefined);
  const circles = Uint32Array.from(sizes.flatMap((size, circle) => new Array<number>(size).fill(circle)));
  drawAgents(agents, { count: parameters.agents, tick: 0, circleOf: (agent) => circles[agent], people }, values, runKey);
  if (people?.present !== undefined) agents.present.set(people.present);
  population.tick = imported?.state?.tick ?? 0;
  if (imported === undefined) startTies(population, startingNetwork(parameters, sizes, runKey));
  else startImportedTies(population, imported);
  if (parameters.sociality === "degree") setSocialityByDegree(population, people);
  population.circles = createCircleIndex(agents);
  return population;
}

/** Creates a population without agents, with room for `parameters.agents` of them. */
export function createEmptyPopulation(parameters: Parameters, runKey: Int32Array): Population {
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

function sizesOfCircles({ agents, network, circleSize, circleSpread }: Parameters, imported: boolean): number[] {
  return withoutCircles.has(network) && !imported ? [agents] : circleSizes(agents, circleSize, circleSpread);
}

/** Networks in which all agents are in one circle. */
const withoutCircles: ReadonlySet<Parameters["network"]> = new Set(["random", "preferential_attachment", "configuration"]);

function startingNetwork(parameters: Parameters, sizes: readonly number[], runKey: Int32Array): Pairs {
  const { agents, tiesWithin, tiesAcross, network, rewiring } = parameters;
  const ties = tiesWithin + tiesAcross;
  const tick = new Int32Array(2);
  tickKey(runKey, 0, tick);
  switch (network) {
    case "random":
      return createRandomNetwork(agents, ties, tick);
    case "small_world":
      return createSmallWorld(agents, tiesWithin, rewiring, tick);
    case "ring":
      return createSmallWorld(agents, tiesWithin, 0, tick);
    case "preferential_attachment":
      return createPreferentialAttachment(agents, Math.floor(ties / 2 + 0.5), tick);
    case "configuration":
      return createConfiguration(drawDegrees(agents, degreesOf(parameters.degrees), ties, tick), tick);
    case "blocks":
      return createBlockNetwork(parameters, sizes, tick);
    case "circles": {
      const within = sizes.map((members) => Math.max(0, Math.min(tiesWithin, mostWithin(members))));
      return createCircles(agents, sizes, within, (agents * tiesAcross) / 2, tick);
    }
  }
}

/** A stochastic block model, from its matrix or from homophily. */
function createBlockNetwork(parameters: Parameters, sizes: readonly number[], tick: Int32Array): Pairs {
  const { agents, tiesWithin, tiesAcross, homophily } = parameters;
  const { rows } = blockMatrixOf(parameters.blockMatrix);
  if (rows !== undefined) return createBlocks(agents, sizes, rows, tick);
  const ties = tiesWithin + tiesAcross;
  const within = sizes.map((members) => tiesInside(agents, members, ties, homophily));
  const inside = sizes.reduce((sum, members, circle) => sum + members * within[circle], 0);
  return createCircles(agents, sizes, within, Math.max(0, agents * ties - inside) / 2, tick);
}

function startTies(population: Population, pairs: Pairs): void {
  const { values } = population;
  reserveTies(population, pairs.lower, pairs.upper);
  for (let k = 0; k < pairs.count; k++) startTie(population, pairs.lower[k], pairs.upper[k], values[P.firstStrength], BOTH);
}
