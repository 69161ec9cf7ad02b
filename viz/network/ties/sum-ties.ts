import type { Graph } from "../layout/layout-messages.ts";
import { trustStepOf } from "../trust-scale.ts";
import { noSums, type TieSums } from "./tie-sums.ts";

/** Ties between circles from which on they are summed, and below which they no longer are: between, it stays as it was. */
const SUMMED_FROM = 1000;
const SUMMED_DOWN_TO = 800;

/** Whether the two of a tie belong to different circles. */
export function isAcross({ circle, lower, upper }: Pick<Graph, "circle" | "lower" | "upper">, tie: number): boolean {
  return circle[lower[tie] as number] !== circle[upper[tie] as number];
}

/**
 * Sums the ties between each two circles, if there are so many that single lines would hide each other and everything else.
 *
 * @param active the ties that count
 * @param wereSummed whether the picture before had sums
 */
export function sumTies(graph: Graph, active: readonly number[], wereSummed: boolean): TieSums {
  const across = active.filter((tie) => isAcross(graph, tie));
  if (graph.isRing || across.length < (wereSummed ? SUMMED_DOWN_TO : SUMMED_FROM)) return noSums;
  const { circle, lower, upper, trustOfLower, trustOfUpper } = graph;
  const circles = circle.reduce((most, one) => Math.max(most, one + 1), 0);
  /** by pair of circles */
  const sums = new Map<number, { ties: number; trust: number }>();
  for (const tie of across) {
    const one = circle[lower[tie] as number] as number;
    const other = circle[upper[tie] as number] as number;
    const pair = Math.min(one, other) * circles + Math.max(one, other);
    const sum = sums.get(pair) ?? { ties: 0, trust: 0 };
    sum.ties++;
    sum.trust += ((trustOfLower[tie] as number) + (trustOfUpper[tie] as number)) / 2;
    sums.set(pair, sum);
  }
  // Wide bands first, so that narrow ones lie on top of them.
  const entries = [...sums].sort(([one, { ties: a }], [other, { ties: b }]) => b - a || one - other);
  return {
    from: Uint32Array.from(entries, ([pair]) => Math.floor(pair / circles)),
    to: Uint32Array.from(entries, ([pair]) => pair % circles),
    ties: Uint32Array.from(entries, ([, { ties }]) => ties),
    trust: Uint8Array.from(entries, ([, { ties, trust }]) => trustStepOf(trust / ties)),
    total: across.length,
  };
}
