/** Parameters that a network file replaces. */
const ofNetwork: readonly string[] = [
  "agents",
  "network",
  "ties_within",
  "ties_across",
  "rewiring",
  "homophily",
  "block_matrix",
  "degrees",
];

/**
 * The parameters that files of people determine. Nothing else may set them.
 *
 * @param byNetwork, byAgents whether the run has such a file
 */
export function listDecidedParameters(byNetwork: boolean, byAgents: boolean): readonly string[] {
  return byNetwork ? ofNetwork : byAgents ? ["agents"] : [];
}
