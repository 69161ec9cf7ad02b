import { P } from "../parameters/effective-values.ts";
import { TRAITS, traitNames } from "../parameters/trait-names.ts";
import type { AgentStore } from "../population/agent-store.ts";
import type { Population } from "../population/population.ts";
import type { ActiveTies } from "./active-ties.ts";
import { crossDegree, strongDegree } from "./agent/degree.ts";
import { hiddenTies } from "./agent/hidden-ties.ts";
import { fillIncomingTrust } from "./agent/incoming-trust.ts";
import type { MeasureColumn } from "./measure-column.ts";
import { createMeasureWorkspace, type MeasureWorkspace, readActiveTies } from "./measure-workspace.ts";
import type { MeasureWindow } from "./window.ts";

const definition = "definition";

/** The measures of an agent, in the order of their columns. A cell is empty if its measure is undefined. */
// biome-ignore format: a table
export const agentMeasureColumns = [
  {
    name: "incoming_trust_score", label: "Trust received, score", unit: "trust score, 0.3 to 30", source: definition,
    description: "Mean trust score T that the agent receives from contacts with three or more pieces of evidence about it now.",
  },
  {
    name: "incoming_trust_share", label: "Trust received", unit: "share", source: definition,
    description: "Mean trust share τ that the agent receives from contacts with three or more pieces of evidence about it now.",
  },
  { name: "degree", label: "Degree", unit: "contacts", description: "Number of active contacts.", source: definition },
  {
    name: "weak_ties", label: "Weak ties", unit: "ties", source: definition,
    description: "Active ties with a strength below `strong_from`.",
  },
  {
    name: "strong_ties", label: "Strong ties", unit: "ties", source: definition,
    description: "Active ties with a strength of `strong_from` or more.",
  },
  {
    name: "cross_ties", label: "Cross ties", unit: "ties", source: definition,
    description: "Active ties to agents of other circles.",
  },
  {
    name: "hidden_ties", label: "Hidden ties", unit: "ties", source: definition,
    description: "Active ties to contacts with expertise above 0.7 and status below 0.4.",
  },
  {
    name: "reach", label: "Reach", unit: "items", source: definition,
    description: "Items of news that the agent first received from others.",
  },
  {
    name: "payoff", label: "Payoff", unit: "points", source: definition,
    description: "Gains minus losses from promises that the agent relied on, plus gains from expert help it gave.",
  },
  {
    name: "promises_kept", label: "Promises kept", unit: "promises", source: definition,
    description: "Promises that the agent kept.",
  },
  {
    name: "promises_broken", label: "Promises broken", unit: "promises", source: definition,
    description: "Promises that the agent broke.",
  },
] as const satisfies readonly MeasureColumn[];

export type AgentMeasure = (typeof agentMeasureColumns)[number]["name"];

/** By name of the measure: a value for every agent. */
export type AgentMeasures = { readonly [K in AgentMeasure]: Float64Array };

/** By agent: what it did or received over some ticks. */
export type Doings = Pick<MeasureWindow, "reach" | "payoff" | "promisesKept" | "promisesBroken">;

/**
 * Computes every measure of every agent at this tick. Changes nothing in the population.
 *
 * @param window gives reach, payoff and promises, as totals over its ticks, not per year
 * @returns new columns, one entry for each agent created so far; NaN if a measure is undefined or the agent has left
 */
export function measureAgents(population: Population, workspace: MeasureWorkspace, window: Doings): AgentMeasures {
  const { agents, values } = population;
  readActiveTies(population, workspace);
  const { active, incoming } = workspace;
  fillIncomingTrust(population, incoming);
  const strong = new Float64Array(agents.count);
  const hidden = new Float64Array(agents.count);
  const cross = new Float64Array(agents.count);
  strongDegree(active, values[P.strongFrom], strong);
  crossDegree(active, agents.circle, cross);
  hiddenTies(agents, active, hidden, workspace.marks);
  return {
    incoming_trust_score: ofPresent(agents, incoming.score),
    incoming_trust_share: ofPresent(agents, incoming.share),
    degree: ofPresent(agents, active.degree),
    weak_ties: ofPresent(agents, weakDegree(active, strong)),
    strong_ties: ofPresent(agents, strong),
    cross_ties: ofPresent(agents, cross),
    hidden_ties: ofPresent(agents, hidden),
    reach: ofPresent(agents, window.reach),
    payoff: ofPresent(agents, window.payoff),
    promises_kept: ofPresent(agents, window.promisesKept),
    promises_broken: ofPresent(agents, window.promisesBroken),
  };
}

function weakDegree({ degree }: ActiveTies, strong: Float64Array): Float64Array {
  return strong.map((own, agent) => degree[agent] - own);
}

/** Copies a column, with NaN for agents who have left. */
function ofPresent({ count, present }: AgentStore, column: Float64Array | Uint32Array): Float64Array {
  const own = Float64Array.from(column.subarray(0, count));
  for (let agent = 0; agent < count; agent++) if (present[agent] === 0) own[agent] = Number.NaN;
  return own;
}

/** The names by which agents can be ranked: traits, expertise, status, and the measures above. */
export const agentMeasureNames: readonly string[] = [
  ...traitNames,
  "expertise",
  "status",
  ...agentMeasureColumns.map(({ name }) => name),
];

/**
 * Computes one measure of every agent at this tick. Reach, payoff and promises count since the start.
 *
 * @param name one of `agentMeasureNames`
 * @returns a new column, one entry for each agent created so far; NaN if the measure is undefined or the agent has left
 * @throws RangeError if the name is unknown
 */
export function agentMeasure(population: Population, name: string): Float64Array {
  const { agents } = population;
  const trait = (traitNames as readonly string[]).indexOf(name);
  if (trait >= 0)
    return ofPresent(
      agents,
      Float64Array.from({ length: agents.count }, (_, agent) => agents.traits[agent * TRAITS + trait]),
    );
  if (name === "expertise" || name === "status") return ofPresent(agents, agents[name]);
  if (!agentMeasureNames.includes(name)) throw new RangeError(`no measure of agents is called ${name}`);
  return measureAgents(population, createMeasureWorkspace(), doingsSinceStart(agents))[name as AgentMeasure];
}

/** What agents did and received since the start. */
export function doingsSinceStart(agents: AgentStore): Doings {
  return {
    reach: Float64Array.from(agents.reach),
    payoff: agents.payoff,
    promisesKept: Float64Array.from(agents.promisesKept),
    promisesBroken: Float64Array.from(agents.promisesBroken),
  };
}
