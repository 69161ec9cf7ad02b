import { describe, expect, test } from "vitest";
import { lowerAgents, type Network, type Ties } from "../../../study/run-analysis/network.ts";
import { createShuffler, Draws, type ShuffleKind } from "../../../study/run-analysis/shuffles.ts";
import { analyzeNetwork } from "../../../study/run-analysis/static/analyze-network.ts";
import { sortByLevel, strengthLevels } from "../../../study/run-analysis/strength-levels.ts";
import { karateNetwork, networkOf } from "./karate-network.ts";

const pairsOf = (ties: Ties) => Array.from(lowerAgents(ties), (lower, tie) => [lower, ties.contacts[tie]] as const);
const isWithin = ({ circle }: Network, [one, other]: readonly [number, number]) => circle[one] === circle[other];

/** By agent: how many contacts in the circle, and outside. */
function degrees(network: Network, ties: Ties): number[][] {
  const counts = Array.from({ length: ties.agents }, () => [0, 0]);
  for (const pair of pairsOf(ties)) for (const agent of pair) counts[agent][+isWithin(network, pair)]++;
  return counts;
}

function shuffled(kind: ShuffleKind, seed = "a"): Ties {
  const shuffler = createShuffler(karateNetwork, new Draws(seed));
  return kind === "ties" ? shuffler.ties() : shuffler.strengths(strengthLevels(karateNetwork.ties)).ties;
}

describe("shuffled strengths", () => {
  const { ties } = karateNetwork;
  const after = shuffled("strengths");

  test("stay with the ties of their circle, or between circles", () => {
    const of = (all: Ties, block: (pair: readonly [number, number]) => boolean) =>
      pairsOf(all)
        .flatMap((pair, tie) => (block(pair) ? [all.strength[tie]] : []))
        .sort();
    for (const circle of [0, 1]) {
      const block = ([one, other]: readonly [number, number]) =>
        karateNetwork.circle[one] === circle && karateNetwork.circle[other] === circle;
      expect(of(after, block)).toEqual(of(ties, block));
    }
    expect(of(after, (pair) => !isWithin(karateNetwork, pair))).toEqual(of(ties, (pair) => !isWithin(karateNetwork, pair)));
  });

  test("change, and nobody's contacts do", () => {
    expect([...after.strength]).not.toEqual([...ties.strength]);
    expect(pairsOf(after)).toEqual(pairsOf(ties));
  });

  test("put each strength on each tie of three equally often", () => {
    const three = networkOf(
      [0, 0, 0],
      [
        [0, 1, 0.1],
        [0, 2, 0.2],
        [1, 2, 0.3],
      ],
    );
    const shuffler = createShuffler(three, new Draws("fair"));
    const levels = strengthLevels(three.ties);
    const orders = new Map<string, number>();
    for (let k = 0; k < 6000; k++) {
      const order = [...shuffler.strengths(levels).ties.strength].join();
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    // χ² with 5 degrees of freedom exceeds 20.5 once in a thousand.
    const chiSquare = [...orders.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(20.5);
  });
});

describe("levels of strength", () => {
  const strengths = [0.5, 0.2, 0.5, 0.9, 0.2, 0.7];
  const ties = { ...karateNetwork.ties, strength: Float64Array.from(strengths), count: 6 };

  test("number the different strengths", () =>
    expect(strengthLevels(ties)).toEqual({ level: Uint32Array.of(1, 0, 1, 3, 0, 2), count: 4 }));

  test("sort a list of ties, equal strengths by position", () =>
    expect(sortByLevel(Uint32Array.of(5, 4, 2, 1, 0), strengthLevels(ties))).toEqual({
      order: Uint32Array.of(1, 3, 2, 4, 0),
      runs: Uint32Array.of(0, 0, 2, 2, 4),
    }));

  test("are permuted with the strengths", () => {
    const shuffler = createShuffler(karateNetwork, new Draws("a"));
    const after = shuffler.strengths(strengthLevels(karateNetwork.ties));
    expect(after.levels).toEqual(strengthLevels(after.ties));
  });
});

describe("shuffled ties", () => {
  const after = shuffled("ties");

  test("leave everyone as many contacts in the circle and outside", () =>
    expect(degrees(karateNetwork, after)).toEqual(degrees(karateNetwork, karateNetwork.ties)));

  test("are listed once, in order, and are others than before", () => {
    const codes = pairsOf(after).map(([one, other]) => {
      expect(one).toBeLessThan(other);
      return 34 * one + other;
    });
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    const before = new Set(pairsOf(karateNetwork.ties).map(String));
    expect(pairsOf(after).filter((pair) => before.has(String(pair))).length).toBeLessThan(60);
  });

  test("keep their strengths", () => expect([...after.strength].sort()).toEqual([...karateNetwork.ties.strength].sort()));
});

test("circles alone can make strong ties overlap, and a shuffle shows it", () => {
  // In the first circle everyone knows everyone by strong ties; the second is a ring of weak ties, so nobody shares a contact.
  const list: [number, number, number][] = [];
  for (let one = 0; one < 6; one++)
    for (let other = one + 1; other < 6; other++) list.push([one, other, 0.8 + (one * 6 + other) / 1000]);
  for (let one = 6; one < 11; one++) list.push([one, one + 1, 0.2 + one / 1000]);
  const rows = analyzeNetwork(networkOf([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], list), 50, "s").rows;
  const { value, shuffled: chance } =
    rows.find(({ measure, ties }) => measure === "overlap_strength" && ties === "all") ?? expect.fail();
  expect(value).toBeGreaterThan(0.5);
  expect(chance?.n).toBe(50);
  expect(chance?.lowest).toBeGreaterThan(0.5);
  expect(chance?.highest).toBeGreaterThanOrEqual(value);
});

test("equal seeds give equal shuffles", () => {
  expect(shuffled("ties", "b")).toEqual(shuffled("ties", "b"));
  expect([...shuffled("strengths", "b").strength]).not.toEqual([...shuffled("strengths", "c").strength]);
});
