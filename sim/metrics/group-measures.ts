import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";
import { agentMeasureColumns, measureAgents } from "./agent-measures.ts";
import type { MeasureColumn } from "./measure-column.ts";
import type { MeasureWorkspace } from "./measure-workspace.ts";
import { shareStrong, type WeakTies } from "./network/conversion.ts";
import type { MeasureWindow } from "./window.ts";

const definition = "definition";

/**
 * What is measured of some of the agents: the measures of agents, as means over those of the group for whom they are defined, and
 * the conversion of ties that have an end in it.
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
];

/**
 * Every measure of a group at this tick. Reads the population, and changes nothing in it.
 *
 * @param window what happened over the last ticks; reach, payoff and promises are those of its ticks, as they are, not by year
 * @param members by agent, 1 for those of the group; who came after its end does not belong to it. Undefined: everybody
 * @returns length `groupMeasureColumns.length`, in that order; NaN where a measure is not defined, as for a group that is gone
 */
export function measureGroup(
  population: Population,
  workspace: MeasureWorkspace,
  window: MeasureWindow,
  members?: Uint8Array,
): Float64Array {
  const ofAgents = measureAgents(population, workspace, window);
  const conversion = (once: WeakTies | undefined) =>
    once === undefined ? Number.NaN : shareStrong(workspace.active, population.values[P.strongFrom], once, members);
  return Float64Array.from([
    ...agentMeasureColumns.map(({ name }) => meanOfMembers(ofAgents[name], members)),
    conversion(window.weak52),
    conversion(window.weak156),
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
