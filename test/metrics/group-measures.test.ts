import { describe, expect, test } from "vitest";
import { agentMeasureColumns, measureAgents } from "../../sim/metrics/agent-measures.ts";
import { groupMeasureColumns, measureGroup } from "../../sim/metrics/group-measures.ts";
import { createMeasureWorkspace, readActiveTies } from "../../sim/metrics/measure-workspace.ts";
import { copyActiveTies } from "../../sim/metrics/network/past-ties.ts";
import { networkMeasures } from "../../sim/metrics/network-columns.ts";
import { createMeasureWindow } from "../../sim/metrics/window.ts";
import type { Population } from "../../sim/population/population.ts";
import { tieRow } from "../../sim/population/tie-store.ts";
import { createCollector } from "../../sim/run/collect.ts";
import { advance } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { advanceTo, makeRun } from "../helpers/make-run.ts";
import { type GivenTie, smallPopulation } from "../helpers/small-population.ts";

// weak: 0–1, 0–2, 1–2, 2–3 and 3–4; strong: 1–3; not active: 0–4
const start: GivenTie[] = [
  [0, 1, 0.1],
  [0, 2, 0.39],
  [1, 2, 0.2],
  [2, 3, 0.3],
  [3, 4, 0.05],
  [1, 3, 0.8],
  [0, 4, 0.04],
];

const membersOf = (agents: number, ...members: number[]) =>
  Uint8Array.from({ length: agents }, (_, agent) => +members.includes(agent));

function setStrength(population: Population, one: number, other: number, strength: number): void {
  const { ties } = population;
  ties.strength[tieRow(ties, one, other)] = strength;
  ties.strength[tieRow(ties, other, one)] = strength;
}

/** The measures of a group, by name. Reach is 1, 10, 100, … by agent, and conversions follow the weak ties in `start`. */
function measured(population: Population, members?: Uint8Array, agents = 5, ticks = 52): Record<string, number> {
  const workspace = createMeasureWorkspace();
  const window = createMeasureWindow(agents);
  window.ticks = ticks;
  for (let agent = 0; agent < agents; agent++) {
    window.reach[agent] = 10 ** agent;
    window.payoff[agent] = -agent;
    window.promisesKept[agent] = 2 * agent;
    window.promisesBroken[agent] = 3 * agent;
  }
  const before = createMeasureWorkspace();
  const then = smallPopulation(5, start);
  readActiveTies(then, before);
  window.past52 = copyActiveTies(then, before.active);
  const row = measureGroup(population, workspace, window, members);
  expect(row).toHaveLength(groupMeasureColumns.length);
  return Object.fromEntries(groupMeasureColumns.map(({ name }, at) => [name, row[at]]));
}

describe("of a group", () => {
  test("measures are means over its members", () => {
    const of = measured(smallPopulation(5, start), membersOf(5, 1, 3));
    expect(of).toMatchObject({ reach: (10 + 1000) / 2, payoff: -2, promises_kept: 4, promises_broken: 6 });
    // 1 has active ties to 0, 2 and 3, 3 to 2, 4 and 1; the one between them is strong
    expect(of).toMatchObject({ degree: 3, weak_ties: 2, strong_ties: 1 });
  });

  test("reach, payoff and promises are yearly rates, as those of the network are", () => {
    const ofHalfAYear = measured(smallPopulation(5, start), membersOf(5, 1, 3), 5, 26);
    expect(ofHalfAYear).toMatchObject({ reach: 10 + 1000, payoff: -4, promises_kept: 8, promises_broken: 12, degree: 3 });
    const units = (columns: readonly { name: string; unit: string }[]) =>
      columns.filter(({ name }) => name === "reach" || name === "payoff").map(({ name, unit }) => `${name}: ${unit}`);
    expect(units(groupMeasureColumns)).toEqual(units(networkMeasures));
    const run = makeRun();
    const collector = createCollector(run.population, (tick) => tick === 20);
    for (let tick = 0; tick < 20; tick++) {
      collector.collect();
      advance(run);
    }
    const row = collector.collect() ?? [];
    const group = measureGroup(run.population, collector.workspace, collector.window());
    for (const name of ["reach", "payoff"]) {
      const ofGroup = group[groupMeasureColumns.findIndex((column) => column.name === name)];
      expect(ofGroup).toBeCloseTo(row[networkMeasures.findIndex((column) => column.name === name)], 12);
      expect(ofGroup).not.toBe(0);
    }
  });

  test("of all agents, listed or not, they are the means over all agents", () => {
    const all = measured(smallPopulation(5, start));
    expect(all).toMatchObject({ reach: 11111 / 5, degree: 12 / 5, weak_ties: 10 / 5, strong_ties: 2 / 5 });
    expect(measured(smallPopulation(5, start), membersOf(5, 0, 1, 2, 3, 4))).toEqual(all);
  });

  test("members without a defined value are left out of the mean", () => {
    const { population } = advanceTo(makeRun(), 2);
    const { evidence, blocks } = population.ties;
    for (let row = 0; row < blocks.used; row++) if (blocks.ids[row] % 3 === 0) evidence[row] = 2; // nobody knows every third agent well
    const judged = measureAgents(population, createMeasureWorkspace(), createMeasureWindow(50)).incoming_trust_share;
    const defined = Array.from({ length: 50 }, (_, agent) => agent).filter((agent) => !Number.isNaN(judged[agent]));
    const missing = Array.from({ length: 50 }, (_, agent) => agent).filter((agent) => Number.isNaN(judged[agent]));
    expect(Math.min(missing.length, defined.length)).toBeGreaterThan(3);
    const [some, none] = [defined.slice(0, 3), missing[0]];
    const mean = some.reduce((sum, agent) => sum + judged[agent], 0) / 3;
    expect(measured(population, membersOf(50, ...some, none), 50).incoming_trust_share).toBeCloseTo(mean, 14);
    expect(measured(population, membersOf(50, none), 50).incoming_trust_share).toBeNaN();
  });

  test("an empty group has no defined measure", () => {
    expect(Object.values(measured(smallPopulation(5, start), membersOf(5))).every(Number.isNaN)).toBe(true);
  });

  test("agents beyond the end of the list of members are not members", () => {
    expect(measured(smallPopulation(5, start), membersOf(3, 2)).degree).toBe(3);
    expect(measured(smallPopulation(5, start), membersOf(2, 1)).degree).toBe(3);
  });

  test("agents that have left do not count", () => {
    const { population } = advanceTo(makeRun({ interventions: [{ tick: 1, remove: [4] }] }), 1);
    const of = (...members: number[]) => measured(population, membersOf(50, ...members), 50).payoff;
    expect(of(4)).toBeNaN();
    expect(of(4, 5, 9)).toBe(-7);
  });
});

describe("conversion of a group", () => {
  /** 0–2 and 2–3 have become strong, 1–3 was before. */
  function later(): Population {
    const population = smallPopulation(5, start);
    setStrength(population, 0, 2, 0.4);
    setStrength(population, 2, 3, 0.9);
    return population;
  }

  test.each([
    ["one end or both among them", [0], 1 / 2],
    ["0–1, 0–2 and 1–2 of the first two, where 0–1 counts once", [0, 1], 1 / 3],
    ["the agent of higher number, too", [4], 0 / 1],
    ["2's three ties, of which two", [2], 2 / 3],
    ["all five", [0, 1, 2, 3, 4], 2 / 5],
  ] as const)("is over the ties with an end in it: %s", (_, members, share) => {
    expect(measured(later(), membersOf(5, ...members)).conversion_52).toBe(share);
  });

  test("equals that of the network if all agents are members", () => {
    expect(measured(later()).conversion_52).toBe(2 / 5);
  });

  test("is undefined without a record of the weak ties of that time, or if members had none", () => {
    expect(measured(later(), membersOf(5, 0)).conversion_156).toBeNaN();
    const alone = smallPopulation(6, start);
    expect(measured(alone, membersOf(6, 5), 6).conversion_52).toBeNaN();
  });
});

test("the share of strong cross ties is over ties with an end in the group", () => {
  const population = smallPopulation(5, start);
  population.agents.circle.set([0, 1, 0, 0, 1]);
  // cross ties: 0–1, 1–2, 3–4 weak, 1–3 strong; 0–4 isn't active
  expect(measured(population).strong_cross_share).toBe(1 / 4);
  expect(measured(population, membersOf(5, 3)).strong_cross_share).toBe(1 / 2);
  expect(measured(population, membersOf(5, 0, 2)).strong_cross_share).toBe(0);
  expect(measured(population, membersOf(5, 1, 3)).cross_ties).toBe((3 + 2) / 2);
  expect(measured(smallPopulation(5, start)).strong_cross_share).toBeNaN();
});

test("the columns are those of agents, in the same order, followed by shares of ties", () => {
  const names = groupMeasureColumns.map(({ name }) => name);
  const shares = ["conversion_52", "conversion_156", "conversion_cross_156", "strong_cross_share"];
  expect(names).toEqual([...agentMeasureColumns.map(({ name }) => name), ...shares]);
});

test("measuring groups each tick changes no later state", () => {
  const watched = makeRun();
  for (let tick = 1; tick <= 20; tick++) {
    advanceTo(watched, tick);
    measured(watched.population, membersOf(50, 1, 2, 3), 50);
  }
  expect(stateHash(watched)).toBe(stateHash(advanceTo(makeRun(), 20)));
});
