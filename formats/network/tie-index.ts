import type { ImportedTies } from "../../sim/index.ts";

/** Finds ties by their two agents, in either order: the place of the tie, −1 if there is none. */
export function indexOfPairs({ lower, upper }: ImportedTies, agents: number): (one: number, other: number) => number {
  const places = new Map<number, number>();
  for (const [tie, low] of lower.entries()) places.set(low * agents + (upper[tie] ?? 0), tie);
  return (one, other) => places.get(Math.min(one, other) * agents + Math.max(one, other)) ?? -1;
}
