import type { Graph, Point } from "./layout-messages.ts";
import { radiusOfCircle } from "./place-circles.ts";
import { GOLDEN_ANGLE } from "./units.ts";

/** Someone who has a place; d3 leaves out coordinates that are not set yet. */
interface Placed {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
}

/**
 * Where new agents start: in the middle of the contacts that already have a place, else at home. A spiral keeps apart those that have
 * the same home.
 *
 * @param known places by agent; agents from here on are new
 * @param homes where each agent belongs
 * @returns places of the new agents, in their order
 */
export function placeNewAgents(
  graph: Pick<Graph, "agents" | "lower" | "upper">,
  known: readonly Placed[],
  homes: readonly Point[],
): Point[] {
  const { agents } = graph;
  const first = known.length;
  const contacts = sumContactPlaces(graph, known);
  const neighbors = new Map<Point, number>();
  return Array.from({ length: Math.max(0, agents - first) }, (_, k) => {
    const agent = first + k;
    const count = contacts.count[k] as number;
    const home = homes[agent] as Point;
    const before = neighbors.get(home) ?? 0;
    neighbors.set(home, before + 1);
    const radius = radiusOfCircle(before);
    const angle = before * GOLDEN_ANGLE;
    return {
      x: (count > 0 ? (contacts.x[k] as number) / count : home.x) + radius * Math.cos(angle),
      y: (count > 0 ? (contacts.y[k] as number) / count : home.y) + radius * Math.sin(angle),
    };
  });
}

/** For each new agent: how many contacts have a place, and the sums of their coordinates. */
function sumContactPlaces(
  { agents, lower, upper }: Pick<Graph, "agents" | "lower" | "upper">,
  known: readonly Placed[],
): { x: Float64Array; y: Float64Array; count: Uint32Array } {
  const first = known.length;
  const added = Math.max(0, agents - first);
  const sums = { x: new Float64Array(added), y: new Float64Array(added), count: new Uint32Array(added) };
  if (first === 0 || added === 0) return sums;
  for (let tie = 0; tie < lower.length; tie++) {
    const contact = known[lower[tie] as number];
    const newcomer = (upper[tie] as number) - first;
    if (newcomer < 0 || contact === undefined) continue;
    sums.x[newcomer] = (sums.x[newcomer] as number) + (contact.x ?? 0);
    sums.y[newcomer] = (sums.y[newcomer] as number) + (contact.y ?? 0);
    sums.count[newcomer] = (sums.count[newcomer] as number) + 1;
  }
  return sums;
}
