import { describe, expect, test } from "vitest";
import type { Graph } from "../../../../viz/network/layout/layout-messages.ts";
import { strengthBars } from "../../../../viz/network/ties/strongest-ties.ts";
import { createTieFilter } from "../../../../viz/network/ties/tie-filter.ts";
import { type GraphTie, makeGraph } from "../../../helpers/make-graph.ts";

/** A star: agent 0 with contacts 1, 2, … of these strengths. */
function star(strengths: readonly number[]) {
  return makeGraph(
    strengths.length + 1,
    strengths.map((strength, k): GraphTie => [0, k + 1, strength]),
  );
}

/** No past: strengths have always been what they are, and nothing has been on show. */
const past = ({ lower, strength }: Graph) => ({
  firstSeen: new Int32Array(lower.length),
  average: strength,
  chosen: new Map<number, number>(),
});

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
    const wanted = createTieFilter(graph, "best", none(9), past(graph));
    expect(ties.map((_, tie) => wanted(tie, tie))).toEqual([false, true, true, true, true, true, true, true, true]);
  });

  test("best takes as few ties if all are equally strong", () => {
    const pairs: GraphTie[] = [];
    for (let lower = 0; lower < 40; lower++) for (let upper = lower + 1; upper < 40; upper++) pairs.push([lower, upper, 0.3]);
    const graph = makeGraph(40, pairs);
    const wanted = createTieFilter(graph, "best", none(pairs.length), past(graph));
    const count = pairs.filter((_, tie) => wanted(tie, tie)).length;
    expect(count).toBeGreaterThanOrEqual(80);
    expect(count).toBeLessThanOrEqual(160);
  });

  test("best takes the strongest local bridge only", () => {
    const ties: GraphTie[] = [
      [0, 1, 0.25],
      [0, 2, 0.5],
      [1, 3, 0.5],
    ];
    const graph = makeGraph(4, ties);
    const wanted = createTieFilter(graph, "best", none(3).fill(1), past(graph));
    expect(ties.map((_, tie) => wanted(tie, tie))).toEqual([false, true, true]);
  });

  test("best keeps a tie on show for 26 ticks, and then as long as it is among the seven strongest of either agent", () => {
    // Agents 0 and 1 have a tie of strength 0.1 and others that are stronger: six for each, or seven.
    const around = (others: number) =>
      makeGraph(2 + 2 * others, [
        [0, 1, 0.1],
        ...[0, 1].flatMap((agent) => Array.from({ length: others }, (_, k): GraphTie => [agent, 2 + agent * others + k, 0.5])),
      ]);
    const isWanted = (others: number, since: number | undefined) => {
      const graph = { ...around(others), tick: 100 };
      const chosen = new Map(since === undefined ? [] : [[0, since]]);
      return createTieFilter(graph, "best", none(1 + 2 * others), { ...past(graph), chosen })(0, 0);
    };
    expect([isWanted(6, undefined), isWanted(6, 10), isWanted(7, 10)]).toEqual([false, true, false]);
    expect([isWanted(7, 75), isWanted(7, 74)]).toEqual([true, false]);
  });

  test("all takes every tie", () => {
    const graph = star([0.06, 0.5]);
    const wanted = createTieFilter(graph, "all", none(2), past(graph));
    expect([0, 1].map((tie) => wanted(tie, tie))).toEqual([true, true]);
  });

  test("strong and weak part at the cut", () => {
    const graph = star([0.25, 0.4, 0.5]);
    const strong = createTieFilter({ ...graph, strongFrom: Math.fround(0.4) }, "strong", none(3), past(graph));
    const weak = createTieFilter({ ...graph, strongFrom: Math.fround(0.4) }, "weak", none(3), past(graph));
    expect([0, 1, 2].map((tie) => strong(tie, tie))).toEqual([false, true, true]);
    expect([0, 1, 2].map((tie) => weak(tie, tie))).toEqual([true, false, false]);
  });

  test("new takes ties of the last 52 ticks, and none that was there at the start", () => {
    const graph = { ...star([0.5, 0.5, 0.5, 0.5]), tick: 60 };
    const wanted = createTieFilter(graph, "new", none(4), { ...past(graph), firstSeen: Int32Array.of(0, 8, 9, 60) });
    expect([0, 1, 2, 3].map((tie) => wanted(tie, tie))).toEqual([false, false, true, true]);
  });

  test("broken takes ties in which one side or the other trusts less than the cut", () => {
    const graph = makeGraph(4, [
      [0, 1, 0.5, 0.3, 0.9],
      [0, 2, 0.5, 0.9, 0.3],
      [0, 3, 0.5, 0.45, 0.45],
    ]);
    const wanted = createTieFilter(graph, "broken", none(3), past(graph));
    expect([0, 1, 2].map((tie) => wanted(tie, tie))).toEqual([true, true, false]);
  });
});
