import { UndirectedGraph } from "graphology";
import { describe, expect, test } from "vitest";
import { circlesFromLabels } from "../../formats/network/assign-circles.ts";
import { findCommunities } from "../../formats/network/find-communities.ts";
import { circlesByName, networkOf, sampleNetwork } from "../helpers/read-sample.ts";

const NO_TIES = { lower: new Uint32Array(0), upper: new Uint32Array(0) };

function ties(...pairs: [number, number][]) {
  return { lower: Uint32Array.from(pairs, ([a]) => a), upper: Uint32Array.from(pairs, ([, b]) => b) };
}

/** Cliques of the given sizes, each tied to the next by one tie. */
function cliques(...sizes: number[]) {
  const pairs: [number, number][] = [];
  let begin = 0;
  for (const size of sizes) {
    for (let a = begin; a < begin + size; a++) for (let b = a + 1; b < begin + size; b++) pairs.push([a, b]);
    if (begin > 0) pairs.push([begin - 1, begin]);
    begin += size;
  }
  return { agents: begin, ...ties(...pairs) };
}

function unweighted(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}

describe("communities, where a file gives no circles", () => {
  test("cliques connected by one tie are found and numbered in the order of their agents, for any seed", () => {
    const { agents, lower, upper } = cliques(5, 4, 6);
    const expected = [...Array(5).fill(0), ...Array(4).fill(1), ...Array(6).fill(2)];
    for (let seed = 0; seed < 20; seed++)
      expect([...findCommunities(agents, lower, upper, unweighted(lower.length), String(seed))]).toEqual(expected);
  });

  test("the weights of ties count, where every tie has one", () => {
    // a square: strong on two opposite sides
    const { lower, upper } = ties([0, 1], [1, 2], [2, 3], [0, 3]);
    expect([...findCommunities(4, lower, upper, Float64Array.of(9, 1, 9, 1), "1")]).toEqual([0, 0, 1, 1]);
    expect([...findCommunities(4, lower, upper, Float64Array.of(1, 9, 1, 9), "1")]).toEqual([0, 1, 1, 0]);
  });

  test("huge and tiny weights are no trouble", () => {
    const { lower, upper } = ties([0, 1], [1, 2], [2, 3], [0, 3]);
    expect([...findCommunities(4, lower, upper, Float64Array.of(9e299, 1e-300, 9e299, 1e-300), "1")]).toEqual([0, 0, 1, 1]);
    expect(findCommunities(4, lower, upper, Float64Array.of(1.7e308, 1, 1.7e308, 1), "1")).toHaveLength(4);
  });

  test("an agent without ties is a community of its own, and so is everyone where there are no ties", () => {
    const { lower, upper } = ties([0, 1], [2, 3]);
    expect([...findCommunities(6, lower, upper, unweighted(2), "1")]).toEqual([0, 0, 1, 1, 2, 3]);
    expect([...findCommunities(3, NO_TIES.lower, NO_TIES.upper, unweighted(0), "1")]).toEqual([0, 1, 2]);
  });

  test("a seed finds the same again; another may find others", () => {
    const found = () =>
      Array.from({ length: 30 }, (_, seed) => [...sampleNetwork("karate.net", String(seed)).people.circle].join(" "));
    expect(found()).toEqual(found());
    expect(new Set(found()).size).toBeGreaterThan(1);
  });

  // Brandes et al. 2008 give 0.4198 as the highest modularity of the karate club.
  test("those of the karate club have a modularity near the highest there is", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { people, ties } = sampleNetwork("karate.net", String(seed));
      expect(modularity(people.circle, ties)).toBeGreaterThan(0.4);
      expect(modularity(people.circle, ties)).toBeLessThan(0.4199);
    }
  });
});

/** Newman and Girvan 2004: the share of ties within groups less what it would be by chance. */
function modularity(group: Int32Array, { lower, upper }: { lower: Uint32Array; upper: Uint32Array }): number {
  const graph = new UndirectedGraph();
  for (const agent of group.keys()) graph.addNode(agent);
  for (const [tie, agent] of lower.entries()) graph.addEdge(agent, upper[tie]);
  let sum = 0;
  for (let c = 0; c <= Math.max(...group); c++) {
    const within = graph.filterEdges((_edge, _attributes, a, b) => group[Number(a)] === c && group[Number(b)] === c).length;
    const degrees = graph.reduceNodes((total, node) => total + (group[Number(node)] === c ? graph.degree(node) : 0), 0);
    sum += within / graph.size - (degrees / (2 * graph.size)) ** 2;
  }
  return sum;
}

describe("circles that are given for some only", () => {
  test("the others join the circle of most of their contacts, from agent to agent", () => {
    // 3 knows two of y and one of x; 4 knows only 3; 5 knows only 4
    const pairs = ties([0, 3], [1, 3], [2, 3], [3, 4], [4, 5]);
    const { circle, circleNames, filled } = circlesFromLabels(["x", "y", "y", undefined, undefined, undefined], pairs, "1");
    expect([...circle]).toEqual([0, 1, 1, 1, 1, 1]);
    expect(circleNames).toEqual(["x", "y"]);
    expect(filled).toBe(3);
  });

  test("where two circles have as many contacts the first in the file counts", () => {
    expect([...circlesFromLabels(["x", "y", undefined], ties([1, 2], [0, 2]), "1").circle]).toEqual([0, 1, 0]);
    expect([...circlesFromLabels(["y", "x", undefined], ties([1, 2], [0, 2]), "1").circle]).toEqual([0, 1, 0]);
  });

  test("who joined in the same round does not count yet", () => {
    // 2 and 3 both know one of x; 3 also knows 2 and one of y: one each, so x as the first
    const { circle } = circlesFromLabels(["y", "x", undefined, undefined], ties([1, 2], [1, 3], [0, 3], [2, 3]), "1");
    expect([...circle]).toEqual([0, 1, 1, 0]);
  });

  test("those whom no contact leads to a circle are drawn into them by their sizes", () => {
    const labels = [...Array(75).fill("large"), ...Array(25).fill("small"), ...Array(2000).fill(undefined)];
    const { circle, filled } = circlesFromLabels(labels, NO_TIES, "1");
    expect(filled).toBe(2000);
    const large = circle.slice(100).filter((one) => one === 0).length;
    // a binomial with n = 2000 and p = 0.75 has a standard deviation of 19.4
    expect(Math.abs(large - 1500)).toBeLessThan(4 * 19.4);
    expect(circlesFromLabels(labels, NO_TIES, "1").circle).toEqual(circle);
    expect(circlesFromLabels(labels, NO_TIES, "2").circle).not.toEqual(circle);
  });

  test("an edge list may give the circle of an agent in one line and leave it out in another", () => {
    const read = networkOf(["from,to,from_circle,to_circle", "Ana,Bo,x,", "Bo,Cy,y,NA", "Cy,Ana,,x"]);
    expect(circlesByName(read)).toEqual(["x: Ana, Cy", "y: Bo"]);
    expect(read.summary.withoutCircle).toBe(1);
  });
});
