import { createSorter, draw, seedKey, sortOrder } from "../../sim/index.ts";
import { itemAt } from "../item-at.ts";
import { lowerAgents, type Network, type Ties, tiesOf } from "./network.ts";
import { createPairSet } from "./pair-set.ts";

/**
 * What a shuffle permutes. `strengths`: the strengths of the ties of each circle among themselves, and those of the ties between
 * circles. `ties`: who is tied to whom, likewise within each circle and between circles; everyone keeps the number of contacts in the
 * circle and outside. So neither changes anything that follows from circles alone.
 */
export type ShuffleKind = "strengths" | "ties";

/** Swaps that are tried for each tie when ties are rewired. */
const SWAPS = 5;

/** Draws a whole number below a bound. */
export type Draw = (below: number) => number;

export function createDraw(seed: string): Draw {
  const key = seedKey(seed);
  const k0 = itemAt(key, 0);
  const k1 = itemAt(key, 1);
  let drawn = 0;
  return (below) => Math.floor(draw(k0, k1, drawn++) * below);
}

/**
 * Permutes a list, all orders being equally likely.
 *
 * @see Fisher and Yates 1938, as in Knuth 1997, The Art of Computer Programming 2, algorithm P
 */
export function permute(list: Uint32Array, next: Draw): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = next(last + 1);
    const kept = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = kept;
  }
}

/** Returns a function that shuffles a network. The network itself stays as it is. */
export function createShuffler({ ties, circle }: Pick<Network, "ties" | "circle">, next: Draw): (kind: ShuffleKind) => Ties {
  const lower = lowerAgents(ties);
  const blocks = blocksOf(ties, lower, circle);
  return (kind) => (kind === "strengths" ? permuteStrengths(ties, blocks, next) : rewire(ties, lower, circle, blocks, next));
}

/** The numbers of the ties of each circle, and of those between circles. */
function blocksOf(ties: Ties, lower: Uint32Array, circle: Uint32Array): Uint32Array[] {
  const blocks = new Map<number, number[]>();
  for (let tie = 0; tie < ties.count; tie++) {
    const own = circle[lower[tie] ?? 0] ?? 0;
    const block = own === circle[ties.contacts[tie] ?? 0] ? own : -1;
    const known = blocks.get(block);
    if (known === undefined) blocks.set(block, [tie]);
    else known.push(tie);
  }
  return [...blocks.values()].map((block) => Uint32Array.from(block));
}

function permuteStrengths(ties: Ties, blocks: readonly Uint32Array[], next: Draw): Ties {
  const strength = ties.strength.slice(0, ties.count);
  for (const places of blocks) {
    const from = places.slice();
    permute(from, next);
    for (let at = 0; at < places.length; at++) strength[places[at] ?? 0] = ties.strength[from[at] ?? 0] ?? 0;
  }
  return { ...ties, strength };
}

/**
 * Swaps the ends of two ties again and again: a–b and c–d become a–d and c–b, unless that would be a tie of an agent with itself, a
 * second tie of two agents, or a tie that changes between within and across circles.
 *
 * @see Maslov and Sneppen 2002, Science 296, 910–913
 */
function rewire(ties: Ties, lower: Uint32Array, circle: Uint32Array, blocks: readonly Uint32Array[], next: Draw): Ties {
  const { agents, count, strength } = ties;
  const one = lower.slice();
  const other = ties.contacts.slice(0, count);
  const pairs = createPairSet(agents);
  for (let tie = 0; tie < count; tie++) pairs.add(one[tie] ?? 0, other[tie] ?? 0);
  for (const places of blocks) {
    const tries = places.length > 1 ? SWAPS * places.length : 0;
    for (let swap = 0; swap < tries; swap++) {
      const x = places[next(places.length)] ?? 0;
      const y = places[next(places.length)] ?? 0;
      const a = one[x] ?? 0;
      const b = other[x] ?? 0;
      // Either end of the second tie can come first.
      const isTurned = next(2) === 1;
      const c = (isTurned ? other[y] : one[y]) ?? 0;
      const d = (isTurned ? one[y] : other[y]) ?? 0;
      if (a === d || c === b || pairs.has(a, d) || pairs.has(c, b)) continue;
      const isWithin = circle[a] === circle[b];
      if ((circle[a] === circle[d]) !== isWithin || (circle[c] === circle[b]) !== isWithin) continue;
      pairs.remove(a, b);
      pairs.remove(c, d);
      pairs.add(a, d);
      pairs.add(c, b);
      other[x] = d;
      one[y] = c;
      other[y] = b;
    }
  }
  return sortedTies(agents, one, other, strength);
}

/** Ties in their order, from ends in any order. */
function sortedTies(agents: number, one: Uint32Array, other: Uint32Array, strength: Float64Array): Ties {
  const codes = Float64Array.from(one, (a, tie) => {
    const b = other[tie] ?? 0;
    return a < b ? a * agents + b : b * agents + a;
  });
  const sorter = createSorter();
  sortOrder(codes, codes.length, sorter);
  return tiesOf(
    agents,
    Array.from(sorter.order.subarray(0, codes.length), (tie) => {
      const code = codes[tie] ?? 0;
      return [Math.floor(code / agents), code % agents, strength[tie] ?? 0] as const;
    }),
  );
}
