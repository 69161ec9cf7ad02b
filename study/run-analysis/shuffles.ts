import { draw, seedKey } from "../../sim/index.ts";
import { itemAt } from "../item-at.ts";
import { lowerAgents, type Network, type Ties, tiesOfEnds } from "./network.ts";
import { createPairSet } from "./pair-set.ts";
import type { Levels } from "./strength-levels.ts";

/**
 * What a shuffle permutes. `strengths`: the strengths of the ties of each circle among themselves, and those of the ties between
 * circles. `ties`: who is tied to whom, likewise within each circle and between circles; everyone keeps the number of contacts in the
 * circle and outside. So neither changes anything that follows from circles alone.
 */
export type ShuffleKind = "strengths" | "ties";

/** Swaps that are tried for each tie when ties are rewired. */
const SWAPS = 5;

/** Draws whole numbers. */
export class Draws {
  readonly #k0: number;
  readonly #k1: number;
  #drawn = 0;

  /** @param seed any text */
  constructor(seed: string) {
    const key = seedKey(seed);
    this.#k0 = itemAt(key, 0);
    this.#k1 = itemAt(key, 1);
  }

  /** Draws a number from 0 to `bound` − 1. */
  below(bound: number): number {
    return Math.floor(draw(this.#k0, this.#k1, this.#drawn++) * bound);
  }
}

/**
 * Permutes a list, all orders being equally likely.
 *
 * @see Fisher and Yates 1938, as in Knuth 1997, The Art of Computer Programming 2, algorithm P
 */
export function permute(list: Uint32Array, draws: Draws): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = draws.below(last + 1);
    const kept = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = kept;
  }
}

/** Shuffles a network, which itself stays as it is. */
export interface Shuffler {
  /** the same ties, with permuted strengths and the levels of these */
  strengths(levels: Levels): { readonly ties: Ties; readonly levels: Levels };
  /** other ties */
  ties(): Ties;
}

export function createShuffler({ ties, circle }: Pick<Network, "ties" | "circle">, draws: Draws): Shuffler {
  const lower = lowerAgents(ties);
  const blocks = blocksOf(ties, lower, circle);
  return {
    strengths: (levels) => permuteStrengths(ties, levels, blocks, draws),
    ties: () => rewire(ties, lower, circle, blocks, draws),
  };
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

function permuteStrengths(ties: Ties, levels: Levels, blocks: readonly Uint32Array[], draws: Draws) {
  const strength = new Float64Array(ties.count);
  const level = new Uint32Array(ties.count);
  for (const places of blocks) {
    const from = places.slice();
    permute(from, draws);
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0;
      const source = from[at] ?? 0;
      strength[place] = ties.strength[source] ?? 0;
      level[place] = levels.level[source] ?? 0;
    }
  }
  const { agents, count, start, contacts, degree } = ties;
  return { ties: { agents, count, start, contacts, strength, degree }, levels: { level, count: levels.count } };
}

/**
 * Swaps the ends of two ties again and again: a–b and c–d become a–d and c–b, unless that would be a tie of an agent with itself, a
 * second tie of two agents, or a tie that changes between within and across circles.
 *
 * @see Maslov and Sneppen 2002, Science 296, 910–913
 */
function rewire(ties: Ties, lower: Uint32Array, circle: Uint32Array, blocks: readonly Uint32Array[], draws: Draws): Ties {
  const { agents, count } = ties;
  const one = lower.slice();
  const other = ties.contacts.slice(0, count);
  const pairs = createPairSet(agents);
  for (let tie = 0; tie < count; tie++) pairs.add(one[tie] ?? 0, other[tie] ?? 0);
  for (const places of blocks) {
    const tries = places.length > 1 ? SWAPS * places.length : 0;
    for (let swap = 0; swap < tries; swap++) {
      const x = places[draws.below(places.length)] ?? 0;
      const y = places[draws.below(places.length)] ?? 0;
      const a = one[x] ?? 0;
      const b = other[x] ?? 0;
      // Either end of the second tie can come first.
      const isTurned = draws.below(2) === 1;
      const c = (isTurned ? other[y] : one[y]) ?? 0;
      const d = (isTurned ? one[y] : other[y]) ?? 0;
      const isWithin = circle[a] === circle[b];
      if ((circle[a] === circle[d]) !== isWithin || (circle[c] === circle[b]) !== isWithin) continue;
      if (a === d || c === b || pairs.has(a, d) || pairs.has(c, b)) continue;
      pairs.remove(a, b);
      pairs.remove(c, d);
      pairs.add(a, d);
      pairs.add(c, b);
      other[x] = d;
      one[y] = c;
      other[y] = b;
    }
  }
  return tiesOfEnds(agents, one, other, ties.strength);
}
