/** What the network file decides, and has no effect beside it. */
const ofNetwork: readonly string[] = ["agents", "network", "ties_within", "ties_across", "rewiring"];

/**
 * Names of the parameters that files of people decide, so that nothing else may set them.
 *
 * @param byNetwork, byAgents whether there is such a file
 */
export function decidedParameters(byNetwork: boolean, byAgents: boolean): readonly string[] {
  return byNetwork ? ofNetwork : byAgents ? ["agents"] : [];
}
