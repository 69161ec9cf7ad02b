import { describe, expect, test } from "vitest";
import { agentMeasure, agentMeasureNames, measureAgents } from "../../sim/metrics/agent-measures.ts";
import { createMeasureWorkspace, measureTies } from "../../sim/metrics/measure-workspace.ts";
import { copyActiveTies } from "../../sim/metrics/network/past-ties.ts";
import { measureNetwork, networkMeasures } from "../../sim/metrics/network-measures.ts";
import { createMeasureWindow, type MeasureWindow } from "../../sim/metrics/window.ts";
import type { Population } from "../../sim/population/population.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { advanceTo, makeRun } from "../helpers/make-run.ts";

/** Activity since the start, as a window. */
function sinceStart({ agents, events, tick }: Population): MeasureWindow {
  const window = createMeasureWindow(agents.count);
  window.ticks = tick;
  window.counts.set(events.counts);
  window.reach.set(agents.reach.subarray(0, agents.count));
  window.payoff.set(agents.payoff.subarray(0, agents.count));
  return window;
}

function measureAll(population: Population) {
  const workspace = createMeasureWorkspace();
  const window = sinceStart(population);
  const row = new Float64Array(networkMeasures.length);
  measureNetwork(population, workspace, window, row);
  const agents = measureAgents(population, workspace, window);
  const byName = agentMeasureNames.map((name) => agentMeasure(population, name));
  measureTies(population, workspace);
  const past = copyActiveTies(population, workspace.active);
  return { row: Object.fromEntries(networkMeasures.map(({ name }, at) => [name, row[at]])), agents, byName, past, workspace };
}

test("measuring changes nothing in any column of the population, even beyond its end", () => {
  const { population } = advanceTo(makeRun({ interventions: [{ tick: 20, remove: [3, 7] }] }), 40);
  const before = structuredClone(population);
  measureAll(population);
  expect(structuredClone(population)).toEqual(before);
});

test("a run measured every tick reaches the same hash as one never measured", () => {
  const measured = makeRun();
  for (let tick = 1; tick <= 30; tick++) {
    advanceTo(measured, tick);
    measureAll(measured.population);
  }
  expect(stateHash(measured)).toBe(stateHash(advanceTo(makeRun(), 30)));
});

test("measuring again with the same workspace gives the same result", () => {
  const { population } = advanceTo(makeRun(), 30);
  const { workspace, row } = measureAll(population);
  const again = new Float64Array(networkMeasures.length);
  measureNetwork(population, workspace, sinceStart(population), again);
  expect([...again]).toEqual(Object.values(row));
});

describe("an agent that has left", () => {
  const gone = [0, 13, 49];
  const { population } = advanceTo(makeRun({ interventions: [{ tick: 30, remove: gone }] }), 30);
  // its columns keep the activity from before it left, so a wrong count would be visible
  for (const agent of gone) {
    population.agents.reach[agent] = 1_000_000;
    population.agents.payoff[agent] = 1_000_000;
  }
  const { row, agents, byName, workspace } = measureAll(population);

  test("is not counted among the agents or in their means", () => {
    const { reach, present } = population.agents;
    const there = Array.from(reach.subarray(0, 50)).filter((_, agent) => present[agent] === 1);
    expect(there).toHaveLength(47);
    expect(row.agents).toBe(47);
    expect(row.reach).toBeCloseTo((there.reduce((sum, items) => sum + items, 0) / 47 / 30) * 52, 10);
    expect(row.gini_reach).toBeLessThan(46 / 47);
    expect(Math.abs(row.payoff)).toBeLessThan(1000);
    expect(row.layer_active).toBeCloseTo((2 * row.active_ties) / 47, 12);
  });

  test("has no ties", () => {
    const { start, contacts, degree, count } = workspace.active;
    for (const agent of gone) {
      expect(start[agent + 1] - start[agent]).toBe(0);
      expect(degree[agent]).toBe(0);
      expect(contacts.subarray(0, count)).not.toContain(agent);
    }
  });

  test("has no measures and cannot rank first in any", () => {
    for (const column of [...Object.values(agents), ...byName]) for (const agent of gone) expect(column[agent]).toBeNaN();
    expect(agents.degree.filter((degree) => !Number.isNaN(degree))).toHaveLength(47);
  });
});
