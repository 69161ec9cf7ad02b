import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";
import { agentMeasureColumns, measureAgents } from "./agent-measures.ts";
import type { MeasureColumn } from "./measure-column.ts";
import type { MeasureWorkspace } from "./measure-workspace.ts";
import { type PastTies, shareNow, wereWeak, wereWeakAcross } from "./network/past-ties.ts";
import { strongCrossShare } from "./network/tie-counts.ts";
import type { MeasureWindow } from "./window.ts";

const definition = "definition";

/**
 * The measures of a group of agents: the mean of each agent measure over the members for whom it is defined, and shares of the ties
 * with at least one end in the group.
 */
// biome-ignore format: a table
export const groupMeasureColumns: readonly MeasureColumn[] = [
  ...agentMeasureColumns,
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
 * @param window what happened over the last ticks; reach, payoff and promises are totals over its ticks, not per year
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
  return Float64Array.from([
    ...agentMeasureColumns.map(({ name }) => meanOfMembers(ofAgents[name], members)),
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
