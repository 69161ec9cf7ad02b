import { didYouMean, groupMeasureColumns, networkMeasures, shown } from "../../sim/index.ts";

/** What can be read off the network as a whole. The tick is no outcome. */
export const measuresOfNetwork: readonly string[] = networkMeasures.map(({ name }) => name).filter((name) => name !== "tick");

/** What can be read off groups of agents. */
export const measuresOfGroups: readonly string[] = groupMeasureColumns.map(({ name }) => name);

/** Whose an outcome can be; the first where nothing is said. */
export const groupsOfOutcomes = ["network", "agents", "focal", "others"] as const;

export type GroupOfOutcome = (typeof groupsOfOutcomes)[number];

/**
 * What is wrong with a measure, or undefined.
 *
 * @param of undefined where that is faulty: then the measure may be of either family
 */
export function measureProblem(name: string, of: GroupOfOutcome | undefined): string | undefined {
  const ofNetwork = measuresOfNetwork.includes(name);
  const ofGroups = measuresOfGroups.includes(name);
  if (!ofNetwork && !ofGroups) {
    const known =
      of === "network" ? measuresOfNetwork : of === undefined ? [...measuresOfNetwork, ...measuresOfGroups] : measuresOfGroups;
    return `unknown measure ${shown(name)}${didYouMean(name, known)}; docs/experiments.md lists them`;
  }
  if (of === "network" && !ofNetwork)
    return `${name} is a measure of agents: write {measure: ${name}, of: agents}, or of: focal or others`;
  if (of !== "network" && of !== undefined && !ofGroups)
    return `${name} is a measure of the network as a whole: write of: network, or leave of out`;
  return undefined;
}
