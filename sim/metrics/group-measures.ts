import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";
import { agentMeasureColumns, measureAgents } from "./agent-measures.ts";
import type { MeasureColumn } from "./measure-column.ts";
import type { MeasureWorkspace } from "./measure-workspace.ts";
import { type PastTies, shareNow, wereWeak, wereWeakAcross } from "./network/past-ties.ts";
import { strongCrossShare } from "./network/tie-counts.ts";
import { type MeasureWindow, WINDOW_TICKS } from "./window.ts";

const definition = "definition";

/** What agents do or receive, as a yearly rate: the unit of the network's measures of the same names. */
// biome-ignore format: a table
const rates: readonly MeasureColumn[] = [
  {
    name: "reach", label: "Reach", unit: "per agent and year", source: definition,
    description: "Items of news that an agent first received from others in the last 52 ticks.",
  },
  {
    name: "payoff", label: "Payoff", unit: "per agent and year", source: definition,
    description: "Gains minus losses in the last 52 ticks from promises that an agent relied on, plus gains from expert help it gave.",
  },
  {
    name: "promises_kept", label: "Promises kept", unit: "per agent and year", source: definition,
    description: "Promises that an agent kept in the last 52 ticks.",
  },
  {
    name: "promises_broken", label: "Promises broken", unit: "per agent and year", source: definition,
    description: "Promises that an agent broke in the last 52 ticks.",
  },
];

/** Whether a measure of agents is a total over some ticks, which groups have per year. */
export function isRate(measure: string): boolean {
  return rates.some(({ name }) => name === measure);
}

/**
 * The measures of a group of agents: the mean of each agent measure over the members for whom it is defined, and shares of the ties
 * with at least one end in the group.
 */
// biome-ignore format: a table
export const groupMeasureColumns: readonly MeasureColumn[] = [
  ...agentMeasureColumns.map((column) => rates.find(({ name }) => name === column.name) ?? column),
  {
    name: "conversion_52", label: "Conversion in a year", unit: "share", source: definition,
    description: "Of the ties of the group's agents that were weak 52 ticks ago, the share that is strong now.",
  },
  {
    name: "conversion_156", label: "Conversion in three years", unit: "share", source: definition,
    description: "Of the ties of the group's agents that were weak 156 ticks ago, the share that is strong now.",
  },
  {
    name: "conversion_cross_156", label: "Conversion of cross ties in three years", unit: "share", source: definition,
    description: "Of the cross ties of the group's agents that were weak 156 ticks ago, the share that is strong now.",
  },
  {
    name: "strong_cross_share", label: "Strong cross ties", unit: "share", source: definition,
    description: "Share of strong ties among the cross ties of the group's agents.",
  },
];

/**
 * Computes every measure of a group at this tick. Changes nothing in the population.
 *
 * @param window what happened over the last ticks; a rate counts its ticks as part of a year
 * @param members by agent: 1 for members. Agents beyond the end of this list aren't members. Undefined means all agents
 * @returns values in the order of `groupMeasureColumns`; NaN if a measure is undefined, for example if all members have left
 */
export function measureGroup(
  population: Population,
  workspace: MeasureWorkspace,
  window: MeasureWindow,
  members?: Uint8Array,
): Float64Array {
  const ofAgents = measureAgents(population, workspace, window);
  const strongFrom = population.values[P.strongFrom];
  const conversion = (past: PastTies | undefined, which: typeof wereWeak) =>
    past === undefined ? Number.NaN : shareNow(population, workspace.active, past, which, strongFrom, members);
  // Exactly 1 after a year. Infinity before the first tick, where a rate of 0 events is then NaN.
  const aYear = WINDOW_TICKS / window.ticks;
  return Float64Array.from([
    ...agentMeasureColumns.map(({ name }) => {
      const mean = meanOfMembers(ofAgents[name], members);
      return isRate(name) ? mean * aYear : mean;
    }),
    conversion(window.past52, wereWeak),
    conversion(window.past156, wereWeak),
    conversion(window.past156, wereWeakAcross),
    strongCrossShare(workspace.active, population.agents.circle, strongFrom, members),
  ]);
}

function meanOfMembers(column: Float64Array, members?: Uint8Array): number {
  let sum = 0;
  let defined = 0;
  for (let agent = 0; agent < column.length; agent++) {
    if ((members !== undefined && members[agent] !== 1) || Number.isNaN(column[agent])) continue;
    sum += column[agent];
    defined++;
  }
  return sum / defined; // 0 / 0 is NaN
}
