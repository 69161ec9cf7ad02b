import fc from "fast-check";
import graphology from "graphology";
import { simmelianStrength } from "graphology-metrics/edge/index.js";
import { describe, expect, test } from "vitest";
import { findActiveTie } from "../../sim/metrics/active-ties.ts";
import { createMeasureWorkspace, type MeasureWorkspace, measureTies } from "../../sim/metrics/measure-workspace.ts";
import { isLocalBridge, localBridges } from "../../sim/metrics/tie/local-bridge.ts";
import type { Population } from "../../sim/population/population.ts";
import { step } from "../../sim/step/step.ts";
import { florentine, type KnownNetwork, karate } from "../helpers/known-networks.ts";
import { type GivenTie, smallPopulation, tiesOf } from "../helpers/small-population.ts";

function measured(population: Population): MeasureWorkspace {
  const workspace = createMeasureWorkspace();
  measureTies(population, workspace);
  return workspace;
}

const measuredNetwork = ({ names, pairs }: KnownNetwork) => measured(smallPopulation(names.length, tiesOf(pairs)));

/** Shared contacts and overlap of a tie, in whichever order its agents come. */
function tieOf({ active, shared, overlap }: MeasureWorkspace, one: number, other: number) {
  const tie = findActiveTie(active, one, other);
  return tie < 0 ? undefined : { shared: shared[tie], overlap: overlap[tie] };
}

const overlapOf = (workspace: MeasureWorkspace, one: number, other: number) => tieOf(workspace, one, other)?.overlap;

describe("overlap by hand", () => {
  // 0, 1, 2 know each other; 3 knows only 2; 4 and 5 know only each other
  const small = measured(
    smallPopulation(
      6,
      tiesOf([
        [0, 1],
        [0, 2],
        [1, 2],
        [2, 3],
        [4, 5],
      ]),
    ),
  );

  test("in a triangle the two agents share all other contacts", () => expect(overlapOf(small, 0, 1)).toBe(1));
  test("a contact outside the triangle lowers it", () => expect(overlapOf(small, 0, 2)).toBe(1 / 2));
  test("it is 0 without a shared contact", () => expect(overlapOf(small, 2, 3)).toBe(0));
  test("it is undefined if neither has another contact", () => expect(overlapOf(small, 4, 5)).toBeNaN());
  test("both directions are one tie", () => expect(tieOf(small, 2, 0)).toEqual(tieOf(small, 0, 2)));
  test("agents without a tie have no overlap", () => expect(tieOf(small, 0, 5)).toBeUndefined());
  test("ties without shared contacts are local bridges, even if overlap is undefined", () => {
    expect(localBridges(small.shared, small.active.count)).toBe(2);
    expect(isLocalBridge(tieOf(small, 4, 5)?.shared ?? 1)).toBe(true);
  });
});

test("a tie below the threshold is not measured and does not share a contact", () => {
  const ties: GivenTie[] = [
    [0, 1, 0.3],
    [0, 2, 0.049],
    [1, 2, 0.3],
    [1, 3, 0.05],
  ];
  const workspace = measured(smallPopulation(4, ties));
  expect(workspace.active.count).toBe(3);
  expect(tieOf(workspace, 0, 2)).toBeUndefined();
  expect(tieOf(workspace, 0, 1)).toEqual({ shared: 0, overlap: 0 });
  expect(tieOf(workspace, 1, 3)).toEqual({ shared: 0, overlap: 0 });
});

test("the threshold is a parameter", () => {
  const workspace = measured(
    smallPopulation(
      3,
      tiesOf(
        [
          [0, 1],
          [1, 2],
        ],
        0.3,
      ).concat([[0, 2, 0.2]]),
      { activeFrom: 0.25 },
    ),
  );
  expect(workspace.active.count).toBe(2);
});

test("strength is that of the current tick: a silent tie is inactive once it fades below the threshold", () => {
  // w = 0.06, δ = 1/22, λ = 0.8: 0.06 / (1 + t·(1 − 0.048)/22) falls below 0.05 between t = 4 and t = 5
  const silent = { budget: 0, meetings: false, fadingRate: 1 / 22, fadingProtection: 0.8 } as const;
  const population = smallPopulation(2, [[0, 1, 0.06]], silent);
  const active: number[] = [];
  for (let tick = 1; tick <= 6; tick++) {
    step(population);
    active.push(measured(population).active.count);
  }
  expect(active).toEqual([1, 1, 1, 1, 0, 0]);
});

describe("Florentine families, worked by hand", () => {
  const families = measuredNetwork(florentine);
  const of = (one: string, other: string) => tieOf(families, florentine.names.indexOf(one), florentine.names.indexOf(other));

  // three triangles: Castellani Peruzzi Strozzi, Peruzzi Strozzi Bischeri, Medici Ridolfi Tornabuoni
  test.each([
    ["Peruzzi", "Strozzi", 2, 2 / 3],
    ["Castellani", "Peruzzi", 1, 1 / 3],
    ["Castellani", "Strozzi", 1, 1 / 4],
    ["Medici", "Ridolfi", 1, 1 / 6],
    ["Medici", "Tornabuoni", 1, 1 / 6],
    ["Ridolfi", "Tornabuoni", 1, 1 / 3],
    ["Medici", "Albizzi", 0, 0],
  ])("%s and %s share %i", (one, other, shared, overlap) => expect(of(one, other)).toEqual({ shared, overlap }));

  test("of 20 marriages, the 12 outside triangles are local bridges", () => {
    expect(families.active.count).toBe(20);
    expect(localBridges(families.shared, families.active.count)).toBe(12);
  });
});

test("the karate club's ties share what graphology's Simmelian strength counts, 45 triangles in all", () => {
  const club = measuredNetwork(karate);
  const graph = new graphology.UndirectedGraph();
  for (const [one, other] of karate.pairs) graph.mergeEdgeWithKey(`${one} ${other}`, one, other);
  const expected = simmelianStrength(graph);
  const ours = Object.fromEntries(karate.pairs.map(([one, other]) => [`${one} ${other}`, tieOf(club, one, other)?.shared]));
  expect(ours).toEqual(expected);
  expect(club.shared.subarray(0, club.active.count).reduce((sum, n) => sum + n) / 3).toBe(45);
});

/** Overlap from sets, straight from the definition. */
function overlapFromSets(contacts: readonly ReadonlySet<number>[], one: number, other: number): number {
  const ones = new Set(contacts[one]);
  const others = new Set(contacts[other]);
  ones.delete(other);
  others.delete(one);
  return [...ones].filter((contact) => others.has(contact)).length / new Set([...ones, ...others]).size;
}

function contactSets(agents: number, pairs: readonly (readonly [number, number])[]): ReadonlySet<number>[] {
  const sets = Array.from({ length: agents }, () => new Set<number>());
  for (const [one, other] of pairs) {
    sets[one].add(other);
    sets[other].add(one);
  }
  return sets;
}

/** Any simple graph of up to 25 agents. If `hub` is one of them, it also knows everyone in a crowd. */
const anyGraph = fc
  .record({
    agents: fc.integer({ min: 2, max: 25 }),
    density: fc.double({ min: 0, max: 1, noNaN: true }),
    hub: fc.option(fc.nat(24)),
  })
  .chain(({ agents, density, hub }) => {
    const crowd = hub !== null && hub < agents ? 120 : 0;
    const pairs: [number, number][] = [];
    for (let one = 0; one < agents; one++) for (let other = one + 1; other < agents; other++) pairs.push([one, other]);
    const chosen = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: pairs.length, maxLength: pairs.length });
    return chosen.map((draws) => {
      const kept = pairs.filter((_, at) => draws[at] < density);
      for (let one = agents; one < agents + crowd; one++) kept.push([hub as number, one]);
      return { agents: agents + crowd, pairs: kept };
    });
  });

test("on any graph, with or without hubs, overlap equals the definition on sets", () => {
  fc.assert(
    fc.property(anyGraph, ({ agents, pairs }) => {
      const workspace = measured(smallPopulation(agents, tiesOf(pairs)));
      const sets = contactSets(agents, pairs);
      expect(workspace.active.count).toBe(pairs.length);
      for (const [one, other] of pairs) {
        const ours = tieOf(workspace, one, other);
        expect(ours?.overlap).toBe(overlapFromSets(sets, one, other));
        expect(ours?.shared).toBe([...sets[one]].filter((third) => sets[other].has(third)).length);
      }
      expect([...workspace.active.degree.subarray(0, agents)]).toEqual(sets.map((set) => set.size));
    }),
    { numRuns: 60 },
  );
});

test("a workspace reused after a larger network gives the same result", () => {
  const workspace = createMeasureWorkspace();
  measureTies(smallPopulation(karate.names.length, tiesOf(karate.pairs)), workspace);
  measureTies(smallPopulation(florentine.names.length, tiesOf(florentine.pairs)), workspace);
  const fresh = measuredNetwork(florentine);
  expect(workspace.active.count).toBe(fresh.active.count);
  for (const [one, other] of florentine.pairs) expect(tieOf(workspace, one, other)).toEqual(tieOf(fresh, one, other));
});
