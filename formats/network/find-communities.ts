import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { draw, seedKey } from "../../sim/index.ts";

// The types describe an ES module, the package is CommonJS: the function is what is imported.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Weights reach the algorithm in steps of 1/1024 of their mean and up to this many means, so that their sums are exact. */
const STEP = 1 / 1024,
  MOST = 1_048_576;

/**
 * Communities of a network, found by the Louvain method: by weight where every tie has one, direction left aside. An agent
 * without ties is a community of its own. The same seed finds the same in every JavaScript engine: the order in which agents
 * are visited comes from keyed draws, and only + − × ÷ are used.
 *
 * @param weights of the ties, NaN where there is none
 * @returns by agent: its community, numbered in the order of their first agents
 * @see Blondel et al. 2008, J. Stat. Mech. P10008
 */
export function findCommunities(
  agents: number,
  lower: Uint32Array,
  upper: Uint32Array,
  weights: Float64Array,
  seed: string,
): Int32Array {
  const graph = new UndirectedGraph();
  for (let agent = 0; agent < agents; agent++) graph.addNode(agent);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const weighted = mean > 0 && mean < Number.POSITIVE_INFINITY; // not where one is NaN
  for (let tie = 0; tie < lower.length; tie++) {
    const share = weighted ? Math.min(MOST, Math.max(1, Math.round(weights[tie] / mean / STEP))) * STEP : 1;
    graph.addUndirectedEdge(lower[tie], upper[tie], { weight: share });
  }
  const [k0, k1] = seedKey(`communities of ${seed}`);
  let draws = 0;
  const found = louvain(graph, { rng: () => draw(k0, k1, draws++) });
  return renumber(Int32Array.from({ length: agents }, (_, agent) => found[agent]));
}

/** Numbers from 0 in the order in which they first occur. */
function renumber(groups: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return groups.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}
