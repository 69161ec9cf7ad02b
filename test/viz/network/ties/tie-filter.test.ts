import { describe, expect, test } from "vitest";
import { capTies, strengthBars } from "../../../../viz/network/ties/strongest-ties.ts";
import { createTieFilter } from "../../../../viz/network/ties/tie-filter.ts";
import { type GraphTie, makeGraph } from "../../../helpers/make-graph.ts";

/** A star: agent 0 with contacts 1, 2, … of these strengths. */
function star(strengths: readonly number[]) {
  return makeGraph(
    strengths.length + 1,
    strengths.map((strength, k): GraphTie => [0, k + 1, strength]),
  );
}

const none = (length: number) => new Uint8Array(length);

describe("strength bars", () => {
  test("are the strength of the weakest of an agent's strongest ties, 0 for an agent with fewer", () => {
    const graph = star([0.5, 0.25, 0.75, 1]);
    expect([...strengthBars(graph, 1)]).toEqual([1, 0.5, 0.25, 0.75, 1]);
    expect([...strengthBars(graph, 3)]).toEqual([0.5, 0, 0, 0, 0]);
    expect([...strengthBars(graph, 5)]).toEqual([0, 0, 0, 0, 0]);
  });

  test("count only the ties that are marked", () => {
    expect([...strengthBars(star([0.5, 0.25, 0.75, 1]), 1, Uint8Array.of(1, 1, 0, 0))]).toEqual([0.5, 0.5, 0.25, 0, 0]);
  });
});

describe("the filter", () => {
  test("best takes the four strongest ties of either agent", () => {
    // Every contact of the star would take its only tie as one of its four: so the contacts are tied among themselves, too.
    const weakest: GraphTie = [0, 1, 0.125];
    const ties: GraphTie[] = [weakest];
    for (const agent of [0, 1]) for (let k = 0; k < 4; k++) ties.push([agent, 2 + 4 * agent + k, 0.25 + 0.125 * k]);
    const graph = makeGraph(10, ties);
    const wanted = createTieFilter(graph, "best", none(9), new Int32Array(9));
    expect(ties.map((_, tie) => wanted(tie))).toEqual([false, true, true, true, true, true, true, true, true]);
  });

  test("best takes the strongest local bridge only", () => {
    const ties: GraphTie[] = [
      [0, 1, 0.25],
      [0, 2, 0.5],
      [1, 3, 0.5],
    ];
    const wanted = createTieFilter(makeGraph(4, ties), "best", none(3).fill(1), new Int32Array(3));
    expect(ties.map((_, tie) => wanted(tie))).toEqual([false, true, true]);
  });

  test("strong and weak part at the cut", () => {
    const graph = star([0.25, 0.4, 0.5]);
    const strong = createTieFilter({ ...graph, strongFrom: Math.fround(0.4) }, "strong", none(3), new Int32Array(3));
    const weak = createTieFilter({ ...graph, strongFrom: Math.fround(0.4) }, "weak", none(3), new Int32Array(3));
    expect([0, 1, 2].map(strong)).toEqual([false, true, true]);
    expect([0, 1, 2].map(weak)).toEqual([true, false, false]);
  });

  test("new takes ties of the last 52 ticks, and none that was there at the start", () => {
    const graph = { ...star([0.5, 0.5, 0.5, 0.5]), tick: 60 };
    const wanted = createTieFilter(graph, "new", none(4), Int32Array.of(0, 8, 9, 60));
    expect([0, 1, 2, 3].map(wanted)).toEqual([false, false, true, true]);
  });

  test("broken takes ties in which one side or the other trusts less than the cut", () => {
    const graph = makeGraph(4, [
      [0, 1, 0.5, 0.3, 0.9],
      [0, 2, 0.5, 0.9, 0.3],
      [0, 3, 0.5, 0.45, 0.45],
    ]);
    const wanted = createTieFilter(graph, "broken", none(3), new Int32Array(3));
    expect([0, 1, 2].map(wanted)).toEqual([true, true, false]);
  });
});

test("a picture has 6,000 ties at most, 1,200 of them local bridges, the strongest of each", () => {
  const count = 8000;
  const ties = Array.from({ length: count }, (_, tie) => tie);
  const strength = Float32Array.from(ties, (tie) => tie / count);
  const isBridge = Uint8Array.from(ties, (tie) => tie % 4);
  for (let tie = 0; tie < count; tie++) isBridge[tie] = +(tie % 4 === 0);
  const capped = capTies(ties, strength, isBridge);
  const bridges = capped.filter((tie) => isBridge[tie] === 1);
  expect([capped.length, bridges.length]).toEqual([6000, 1200]);
  expect(Math.min(...bridges)).toBe(4 * 800);
  expect(Math.min(...capped.filter((tie) => isBridge[tie] === 0))).toBe(1601);
  expect(capTies(ties.slice(0, 6000), strength, isBridge)).toHaveLength(6000);
});
