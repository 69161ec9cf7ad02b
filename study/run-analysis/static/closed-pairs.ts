import type { Ties } from "../network.ts";
import type { Triangles } from "./triangles.ts";

/** Shares of the pairs of an agent's ties that a third tie closes. NaN if there is no such pair. */
export interface ClosedPairs {
  /** of pairs of weak ties */
  readonly weak: number;
  /** of pairs of strong ties */
  readonly strong: number;
  /** of all pairs */
  readonly any: number;
}

/**
 * How often two contacts of an agent have a tie to each other: over the pairs of its ties of a kind, by strength. Any active tie closes
 * a pair. If strong ties bring more of a person's contacts together, Granovetter's forbidden triad (two strong ties without a third) is
 * rarer than chance. For ties within circles, `weak` and `strong` are `closed_pairs_weak` and `closed_pairs_strong` of series.csv.
 *
 * @param lower by tie: its lower agent
 * @param triangles of the whole network
 * @param isOfKind by tie: 1 for ties that make pairs
 * @see Granovetter 1973, American Journal of Sociology 78(6), 1360–1380
 */
export function closedPairs(
  ties: Ties,
  lower: Uint32Array,
  triangles: Triangles,
  isOfKind: Uint8Array,
  strongFrom: number,
): ClosedPairs {
  const strongs = new Uint32Array(ties.agents);
  const weaks = new Uint32Array(ties.agents);
  /** by tie: 0 if it is of another kind, 1 if weak, 2 if strong */
  const sort = new Uint8Array(ties.count);
  for (let tie = 0; tie < ties.count; tie++) {
    if (isOfKind[tie] !== 1) continue;
    const isStrong = (ties.strength[tie] ?? 0) >= strongFrom;
    sort[tie] = isStrong ? 2 : 1;
    const counts = isStrong ? strongs : weaks;
    for (const agent of [lower[tie] ?? 0, ties.contacts[tie] ?? 0]) counts[agent] = (counts[agent] ?? 0) + 1;
  }
  const pairs = (counts: Uint32Array) => counts.reduce((sum, k) => sum + (k * (k - 1)) / 2, 0);
  let weak = 0;
  let strong = 0;
  let any = 0;
  for (let at = 0; at < 3 * triangles.count; at += 3) {
    const x = sort[triangles.ties[at] ?? 0] ?? 0;
    const y = sort[triangles.ties[at + 1] ?? 0] ?? 0;
    const z = sort[triangles.ties[at + 2] ?? 0] ?? 0;
    // Each corner of the triangle is a pair of ties that the third tie closes.
    any += +(x > 0 && y > 0) + +(x > 0 && z > 0) + +(y > 0 && z > 0);
    weak += +(x === 1 && y === 1) + +(x === 1 && z === 1) + +(y === 1 && z === 1);
    strong += +(x === 2 && y === 2) + +(x === 2 && z === 2) + +(y === 2 && z === 2);
  }
  return {
    weak: weak / pairs(weaks),
    strong: strong / pairs(strongs),
    any: any / pairs(weaks.map((count, agent) => count + (strongs[agent] ?? 0))),
  };
}
