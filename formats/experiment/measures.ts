import { didYouMean, experimentMeasures, formatValue, groupMeasureColumns } from "../../sim/index.ts";

/** Measures of the network as a whole. The tick is not an outcome. */
export const measuresOfNetwork: readonly string[] = experimentMeasures.map(({ name }) => name).filter((name) => name !== "tick");

/** Measures of groups of agents. */
export const measuresOfGroups: readonly string[] = groupMeasureColumns.map(({ name }) => name);

/** What an outcome can describe. The first is the default. */
export const groupsOfOutcomes = ["network", "agents", "focal", "others"] as const;

export type GroupOfOutcome = (typeof groupsOfOutcomes)[number];

/**
 * Why a measure can't be used, or undefined if it can.
 *
 * @param of undefined if that is faulty; then both families of measures are accepted
 */
export function measureProblem(name: string, of: GroupOfOutcome | undefined): string | undefined {
  const ofNetwork = measuresOfNetwork.includes(name);
  const ofGroups = measuresOfGroups.includes(name);
  if (!ofNetwork && !ofGroups) return `unknown measure ${formatValue(name)}${hint(name, of)}; see the list in docs/experiments.md`;
  if (of === "network" && !ofNetwork)
    return `${name} is a measure of agents; write {measure: ${name}, of: agents}, or of: focal or others`;
  if (of !== "network" && of !== undefined && !ofGroups)
    return `${name} is a measure of the network as a whole; write of: network, or leave of out`;
  return undefined;
}

/** Suggests measures that continue the name, such as incoming_trust_share; otherwise the one spelled most alike. */
function hint(name: string, of: GroupOfOutcome | undefined): string {
  const ofEither = [...new Set([...measuresOfNetwork, ...measuresOfGroups])];
  const known = of === undefined ? ofEither : of === "network" ? measuresOfNetwork : measuresOfGroups;
  const continued = known.filter((one) => one.startsWith(`${name}_`)).map((one) => `"${one}"`);
  return continued.length > 0 ? ` (did you mean ${continued.join(" or ")}?)` : didYouMean(name, known);
}
