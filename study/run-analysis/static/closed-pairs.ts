import type { ChosenTies, TieKind, Ties } from "../network.ts";
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

/** The sorts of a tie: weak or strong, plus one of these two. */
// biome-ignore format: a table
const WITHIN = 0, ACROSS = 2, SORTS = 4;

/** By three sorts: how many triangles have ties of these sorts. */
export type SortedTriangles = Uint32Array;

/**
 * Counts the triangles by strength and circles of their ties, for the shares of all kinds of ties at once.
 *
 * @param triangles of the whole network
 * @param isAcross by tie: 1 if it is between circles
 */
export function sortTriangles(ties: Ties, triangles: Triangles, isAcross: Uint8Array, strongFrom: number): SortedTriangles {
  const sort = new Uint8Array(ties.count);
  for (let tie = 0; tie < ties.count; tie++)
    sort[tie] = (isAcross[tie] === 1 ? ACROSS : WITHIN) + +((ties.strength[tie] ?? 0) >= strongFrom);
  const counts = new Uint32Array(SORTS ** 3);
  const sides = triangles.ties;
  for (let at = 0; at < 3 * triangles.count; at += 3) {
    const x = sort[sides[at] ?? 0] ?? 0;
    const y = sort[sides[at + 1] ?? 0] ?? 0;
    const z = sort[sides[at + 2] ?? 0] ?? 0;
    const sorts = (x * SORTS + y) * SORTS + z;
    counts[sorts] = (counts[sorts] ?? 0) + 1;
  }
  return counts;
}

/**
 * How often two contacts of an agent have a tie to each other: over the pairs of its ties of a kind, by strength. Any active tie closes
 * a pair. If strong ties bring more of a person's contacts together, Granovetter's forbidden triad (two strong ties without a third) is
 * rarer than chance. For ties within circles, `weak` and `strong` are `closed_pairs_weak` and `closed_pairs_strong` of series.csv.
 *
 * @param lower by tie: its lower agent
 * @param triangles of the whole network
 * @param chosen the ties that make pairs, which are of this kind
 * @see Granovetter 1973, American Journal of Sociology 78(6), 1360–1380
 */
export function closedPairs(
  ties: Ties,
  lower: Uint32Array,
  triangles: SortedTriangles,
  { numbers, degree }: ChosenTies,
  kind: TieKind,
  strongFrom: number,
): ClosedPairs {
  const strongs = new Uint32Array(ties.agents);
  for (let at = 0; at < numbers.length; at++) {
    const tie = numbers[at] ?? 0;
    if (!((ties.strength[tie] ?? 0) >= strongFrom)) continue;
    const one = lower[tie] ?? 0;
    const other = ties.contacts[tie] ?? 0;
    strongs[one] = (strongs[one] ?? 0) + 1;
    strongs[other] = (strongs[other] ?? 0) + 1;
  }
  const closed = countCorners(triangles, kind);
  let [weak, strong, any] = [0, 0, 0];
  for (let agent = 0; agent < ties.agents; agent++) {
    const all = degree[agent] ?? 0;
    const strongOnes = strongs[agent] ?? 0;
    any += pairsOf(all);
    strong += pairsOf(strongOnes);
    weak += pairsOf(all - strongOnes);
  }
  return { weak: closed.weak / weak, strong: closed.strong / strong, any: closed.any / any };
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** Counts the corners of triangles: each is a pair of ties that the third one closes. */
function countCorners(triangles: SortedTriangles, kind: TieKind): ClosedPairs {
  const corners = { weak: 0, strong: 0, any: 0 };
  for (let x = 0; x < SORTS; x++)
    for (let y = 0; y < SORTS; y++)
      for (let z = 0; z < SORTS; z++) {
        const count = triangles[(x * SORTS + y) * SORTS + z] ?? 0;
        addCorner(corners, x, y, kind, count);
        addCorner(corners, x, z, kind, count);
        addCorner(corners, y, z, kind, count);
      }
  return corners;
}

/** Adds corners whose two ties have these sorts, if both are of the kind. */
function addCorner(into: { weak: number; strong: number; any: number }, one: number, other: number, kind: TieKind, count: number) {
  if (!isOfKind(one, kind) || !isOfKind(other, kind)) return;
  into.any += count;
  if (one % 2 !== other % 2) return;
  if (one % 2 === 1) into.strong += count;
  else into.weak += count;
}

function isOfKind(sort: number, kind: TieKind): boolean {
  return kind === "all" || sort >= ACROSS === (kind === "across");
}
