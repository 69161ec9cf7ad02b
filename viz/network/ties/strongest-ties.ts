import type { Graph } from "../layout/layout-messages.ts";

/**
 * For each agent, the strength of the weakest of its `count` strongest ties: a tie belongs to them if it is as strong. 0 for an
 * agent with fewer ties.
 *
 * @param among by tie: 1 if it counts; all count without it
 */
export function strengthBars(graph: Pick<Graph, "agents" | "lower" | "upper" | "strength">, count: number, among?: Uint8Array) {
  const { agents, lower, upper, strength } = graph;
  /** by agent, its `count` greatest strengths so far, descending */
  const best = new Float32Array(agents * count);
  for (let tie = 0; tie < lower.length; tie++) {
    if (among !== undefined && among[tie] === 0) continue;
    insertStrength(best, lower[tie] as number, count, strength[tie] as number);
    insertStrength(best, upper[tie] as number, count, strength[tie] as number);
  }
  return Float32Array.from({ length: agents }, (_, agent) => best[agent * count + count - 1] as number);
}

function insertStrength(best: Float32Array, agent: number, count: number, value: number): void {
  const first = agent * count;
  let place = first + count - 1;
  if (!(value > (best[place] as number))) return;
  while (place > first && (best[place - 1] as number) < value) {
    best[place] = best[place - 1] as number;
    place--;
  }
  best[place] = value;
}
