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
  if (!ofNetwork && !ofGroups) return `unknown measure ${shown(name)}${hint(name, of)}; docs/experiments.md lists them`;
  if (of === "network" && !ofNetwork)
    return `${name} is a measure of agents: write {measure: ${name}, of: agents}, or of: focal or others`;
  if (of !== "network" && of !== undefined && !ofGroups)
    return `${name} is a measure of the network as a whole: write of: network, or leave of out`;
  return undefined;
}

/** Measures that go on where the name ends, such as incoming_trust_share; else the one that is written most alike. */
function hint(name: string, of: GroupOfOutcome | undefined): string {
  const ofEither = [...new Set([...measuresOfNetwork, ...measuresOfGroups])];
  const known = of === undefined ? ofEither : of === "network" ? measuresOfNetwork : measuresOfGroups;
  const longer = known.filter((one) => one.startsWith(`${name}_`)).map((one) => `"${one}"`);
  return longer.length > 0 ? ` (did you mean ${longer.join(" or ")}?)` : didYouMean(name, known);
}
