import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { draw, seedKey } from "../../sim/index.ts";

// The types describe an ES module, but the package is CommonJS: what is imported is the function.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Weights reach the algorithm in steps of 1/1024 of their mean, up to this many means, so that their sums are exact. */
const STEP = 1 / 1024,
  MOST = 1_048_576;

/**
 * Finds the communities of a network with the Louvain method, ignoring direction. It uses weights if every tie has one. An agent
 * without ties is a community of its own and doesn't enter the method, so that a million of them cost nothing. The same seed finds
 * the same communities in every JavaScript engine: keyed draws decide the order of visits, and the arithmetic uses only + − × ÷.
 *
 * @param weights of the ties, NaN if missing
 * @returns the community of each agent; communities are numbered in the order of their first agents
 * @see Blondel et al. 2008, J. Stat. Mech. P10008
 */
export function findCommunities(
  agents: number,
  lower: Uint32Array,
  upper: Uint32Array,
  weights: Float64Array,
  seed: string,
): Int32Array {
  const groups = new Int32Array(agents);
  for (let agent = 0; agent < agents; agent++) groups[agent] = -1 - agent; // everyone alone
  if (lower.length === 0) return renumber(groups);
  const graph = new UndirectedGraph();
  const linked = new Uint8Array(agents);
  for (const agent of lower) linked[agent] = 1;
  for (const agent of upper) linked[agent] = 1;
  for (let agent = 0; agent < agents; agent++) if (linked[agent] === 1) graph.addNode(agent);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const weighted = mean > 0 && mean < Number.POSITIVE_INFINITY; // false if one is NaN
  for (let tie = 0; tie < weights.length; tie++) {
    const weight = weights[tie] ?? 0;
    const share = weighted ? Math.min(MOST, Math.max(1, Math.round(weight / mean / STEP))) * STEP : 1;
    // The key saves the graph from making one up, which takes longer than the rest.
    graph.addUndirectedEdgeWithKey(tie, lower[tie], upper[tie], { weight: share });
  }
  const [k0 = 0, k1 = 0] = seedKey(`communities of ${seed}`);
  let draws = 0;
  const found = louvain(graph, { rng: () => draw(k0, k1, draws++) });
  for (let agent = 0; agent < agents; agent++) if (linked[agent] === 1) groups[agent] = found[agent] ?? groups[agent] ?? 0;
  return renumber(groups);
}

/** Numbers from 0, in the order in which they first occur. Groups are numbers from minus the count of agents to just below it. */
function renumber(groups: Int32Array): Int32Array {
  const agents = groups.length;
  const numbers = new Int32Array(2 * agents).fill(-1);
  let next = 0;
  return groups.map((group) => {
    const known = numbers[group + agents] ?? -1;
    if (known >= 0) return known;
    numbers[group + agents] = next;
    return next++;
  });
}
