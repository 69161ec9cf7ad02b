import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMeasureWorkspace, measureTies } from "../../sim/metrics/measure-workspace.ts";
import { clustering } from "../../sim/metrics/network/clustering.ts";
import { layers } from "../../sim/metrics/network/layers.ts";
import { meanOfDefined } from "../../sim/metrics/network/mean.ts";
import { crossTies, strongTies } from "../../sim/metrics/network/tie-counts.ts";
import type { Parameters } from "../../sim/parameters/definitions.ts";
import { florentine, karate } from "../helpers/known-networks.ts";
import { type GivenTie, smallPopulation, tiesOf } from "../helpers/small-population.ts";

function measured(agents: number, ties: readonly GivenTie[], parameters: Partial<Parameters> = {}) {
  const population = smallPopulation(agents, ties, parameters);
  const workspace = createMeasureWorkspace();
  measureTies(population, workspace);
  return { population, ...workspace };
}

function clusteringOf(agents: number, pairs: readonly (readonly [number, number])[]): number {
  const { active, shared, column } = measured(agents, tiesOf(pairs));
  return clustering(active, shared, column);
}

describe("clustering", () => {
  // sum of the local coefficients 1/15 + 2/3 + 5 · 1/3 = 2.4, networkx reports 0.16 because it counts agents with one tie as 0
  test("of the Florentine families is 2.4 divided by the 11 families with at least two ties", () =>
    expect(clusteringOf(15, florentine.pairs)).toBeCloseTo(2.4 / 11, 14));

  // igraph, transitivity of type "localaverage"; networkx, average_clustering, gives 0.5706384782 over all 34
  test("of the karate club is the published 0.587931", () => {
    expect(clusteringOf(34, karate.pairs)).toBeCloseTo(0.587931, 6);
    expect((clusteringOf(34, karate.pairs) * 33) / 34).toBeCloseTo(0.5706384782, 10);
  });
  test("is 1 in a clique and 0 in a star", () => {
    expect(
      clusteringOf(4, [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [2, 3],
      ]),
    ).toBe(1);
    expect(
      clusteringOf(4, [
        [2, 0],
        [2, 1],
        [2, 3],
      ]),
    ).toBe(0);
  });
  test("is undefined if nobody has two contacts", () =>
    expect(
      clusteringOf(4, [
        [0, 1],
        [2, 3],
      ]),
    ).toBeNaN());
  test("equals the count of tied pairs of contacts on any graph", () => {
    const graph = fc.uniqueArray(
      fc.tuple(fc.nat(14), fc.nat(14)).filter(([one, other]) => one < other),
      {
        selector: ([one, other]) => one * 15 + other,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(graph, (pairs) => {
        const tied = (one: number, other: number) =>
          pairs.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
        const coefficients: number[] = [];
        for (let agent = 0; agent < 15; agent++) {
          const contacts = Array.from({ length: 15 }, (_, other) => other).filter((other) => tied(agent, other));
          const both = contacts.flatMap((one) => contacts.map((other) => [one, other])).filter(([one, other]) => one < other);
          if (both.length > 0) coefficients.push(both.filter(([one, other]) => tied(one, other)).length / both.length);
        }
        const mean = coefficients.reduce((sum, c) => sum + c, 0) / coefficients.length;
        if (Number.isNaN(mean)) expect(clusteringOf(15, pairs)).toBeNaN();
        else expect(clusteringOf(15, pairs)).toBeCloseTo(mean, 12);
      }),
      { numRuns: 50 },
    );
  });
});

// 1.00 and 0.40 are in all layers, 0.39 and 0.20 in two, 0.19 and 0.05 in the outermost, 0.04 in none
const layered: GivenTie[] = [
  [0, 1, 1],
  [0, 2, 0.4],
  [1, 2, 0.39],
  [3, 0, 0.2],
  [3, 1, 0.19],
  [3, 2, 0.05],
  [3, 4, 0.04],
];

describe("layers", () => {
  // each tie is a contact of two of the five agents
  const expected = [2, 4, 6].map((ties) => (2 * ties) / 5);
  test.each([0.05, 0.02, 0.3, 1])("count contacts at 0.40, 0.20 and 0.05 or more if ties are active from %d", (activeFrom) => {
    const { population, active, layers: into } = measured(5, layered, { activeFrom, strongFrom: 1 });
    layers(population, active, into);
    for (let layer = 0; layer < 3; layer++) expect(into[layer]).toBeCloseTo(expected[layer], 14);
  });
});

test("a tie at the threshold is strong, one below it is weak", () => {
  const { active } = measured(5, layered);
  expect(active.count).toBe(6);
  expect(strongTies(active, 0.4)).toBe(2);
  expect(strongTies(active, 0.39)).toBe(3);
});

test("cross ties are active ties between current circles", () => {
  const { population, active } = measured(
    6,
    [
      [0, 1, 0.2],
      [1, 2, 0.2],
      [2, 3, 0.04],
      [3, 4, 0.5],
      [5, 0, 0.05],
    ],
    { circleSize: 2 },
  );
  expect(crossTies(active, population.agents.circle)).toBe(3);
  population.agents.circle[0] = 2;
  expect(crossTies(active, population.agents.circle)).toBe(3); // 0–1 became a cross tie, 5–0 no longer is one
  population.agents.circle[2] = 0;
  expect(crossTies(active, population.agents.circle)).toBe(2);
});

test("known ties are not forgotten; dormant ties have been silent for at least 52 ticks", () => {
  const population = smallPopulation(4, [
    [0, 1, 0.9],
    [1, 2, 0.02],
    [2, 3, 0.3],
    [0, 3, 0.3],
  ]);
  const { ties } = population;
  const encounterOf = (agent: number, contact: number, tick: number) => {
    for (const [own, other] of [
      [agent, contact],
      [contact, agent],
    ]) {
      const first = ties.blocks.start[own];
      const row = Array.from({ length: ties.blocks.length[own] }, (_, k) => first + k).find((at) => ties.blocks.ids[at] === other);
      ties.lastEncounter[row as number] = tick;
    }
  };
  population.tick = 100;
  encounterOf(0, 1, 48);
  encounterOf(1, 2, 49);
  encounterOf(2, 3, 100);
  const workspace = createMeasureWorkspace();
  measureTies(population, workspace);
  expect(workspace.active.known).toBe(4);
  expect(workspace.active.dormant).toBe(2); // 0–1, silent for 52 ticks, and 0–3, since the start; not 1–2, for 51
});

test("the mean leaves out undefined values", () => {
  expect(meanOfDefined(Float64Array.of(1, Number.NaN, 4, 100), 3)).toBe(2.5);
  expect(meanOfDefined(Float64Array.of(Number.NaN), 1)).toBeNaN();
});
