import { describe, expect, test } from "vitest";
import { agentMeasure, agentMeasureColumns, agentMeasureNames, measureAgents } from "../../sim/metrics/agent-measures.ts";
import { createMeasureWorkspace } from "../../sim/metrics/measure-workspace.ts";
import { createMeasureWindow } from "../../sim/metrics/window.ts";
import { TRAIT, TRAITS, traitNames } from "../../sim/parameters/trait-names.ts";
import type { Population } from "../../sim/population/population.ts";
import { BELIEFS, tieRow } from "../../sim/population/tie-store.ts";
import { refreshTrust } from "../../sim/trust/trust-equation.ts";
import { smallPopulation } from "../helpers/small-population.ts";

/** Sets the beliefs of `agent` about `contact` (credibility, reliability, intimacy, self-orientation) and the evidence. */
function believe({ ties }: Population, agent: number, contact: number, beliefs: readonly number[], evidence: number): void {
  const row = tieRow(ties, agent, contact);
  ties.beliefs.set(beliefs, row * BELIEFS);
  ties.evidence[row] = evidence;
  refreshTrust(ties, row, 0);
}

/** Every measure of every agent; reach, payoff and promises are agent + 1, + 0.5, × 2 and × 3. */
function measured(population: Population) {
  const window = createMeasureWindow(population.agents.count);
  for (let agent = 0; agent < population.agents.count; agent++) {
    window.reach[agent] = agent + 1;
    window.payoff[agent] = agent + 0.5;
    window.promisesKept[agent] = agent * 2;
    window.promisesBroken[agent] = agent * 3;
  }
  return measureAgents(population, createMeasureWorkspace(), window);
}

function judged(): Population {
  const population = smallPopulation(4, [
    [0, 1, 0.5],
    [1, 2, 0.3],
    [1, 3, 0.02],
    [0, 3, 0.05],
  ]);
  believe(population, 0, 1, [1, 1, 1, 0], 3); // T = 30, τ = 1
  believe(population, 2, 1, [0, 0, 0, 1], 900); // T = 0.3, τ = 0
  believe(population, 3, 1, [1 / 3, 1 / 3, 1 / 3, 1 / 3], 3); // T = 3, τ = ½, over a tie that is not active
  believe(population, 1, 0, [1, 1, 1, 0], 2); // too little evidence
  believe(population, 3, 0, [1, 1, 1, 0], 0);
  believe(population, 1, 2, [0.5, 0.5, 0.5, 0.5], 4);
  believe(population, 0, 3, [1, 1, 1, 1], 2);
  believe(population, 1, 3, [1, 1, 1, 1], 2);
  return population;
}

describe("incoming trust", () => {
  const { incoming_trust_score: score, incoming_trust_share: share } = measured(judged());
  test("is the mean over agents with at least three pieces of evidence, with or without an active tie", () => {
    expect(score[1]).toBeCloseTo((30 + 0.3 + 3) / 3, 14);
    expect(share[1]).toBeCloseTo((1 + 0 + 0.5) / 3, 14);
    expect(score[2]).toBeCloseTo(3, 14);
  });
  test("is undefined if nobody has that much evidence", () => {
    expect([score[0], score[3], share[0], share[3]]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });
});

test("evidence that has faded below three pieces does not count as judgment", () => {
  const population = judged();
  population.tick = 52; // half of the evidence is left: of 3 pieces, 1.5; of 900, 450
  const { incoming_trust_share: share } = measured(population);
  expect(share[1]).toBe(0);
  expect(share[2]).toBeNaN();
});

test("cross ties are active ties to another circle", () => {
  const population = judged();
  population.agents.circle.set([0, 1, 1, 1]); // 1–3 isn't active
  expect([...measured(population).cross_ties]).toEqual([2, 1, 0, 1]);
});

test("degree is the sum of weak and strong ties; an inactive tie is neither", () => {
  const { degree, weak_ties, strong_ties } = measured(judged());
  expect([...degree]).toEqual([2, 2, 1, 1]);
  expect([...strong_ties]).toEqual([1, 1, 0, 0]);
  expect([...weak_ties]).toEqual([1, 1, 1, 1]);
});

test("hidden ties are active ties to experts above 0.7 with a status below 0.4", () => {
  const population = smallPopulation(5, [
    [0, 1, 0.5],
    [0, 2, 0.3],
    [0, 3, 0.3],
    [0, 4, 0.02],
    [1, 2, 0.3],
  ]);
  population.agents.expertise.set([0.1, 0.71, 0.7, 0.9, 0.9]);
  population.agents.status.set([0.9, 0.39, 0.1, 0.4, 0.1]);
  // only 1 and 4 are hidden experts: 2 is no expert and 3 is not hidden; 0 has no active tie to 4
  expect([...measured(population).hidden_ties]).toEqual([1, 0, 1, 0, 0]);
});

test("reach, payoff and promises are copied from the window", () => {
  const { reach, payoff, promises_kept, promises_broken } = measured(judged());
  expect([...reach]).toEqual([1, 2, 3, 4]);
  expect([...payoff]).toEqual([0.5, 1.5, 2.5, 3.5]);
  expect([...promises_kept]).toEqual([0, 2, 4, 6]);
  expect([...promises_broken]).toEqual([0, 3, 6, 9]);
});

test("the columns are those of the table of agents, in the same order", () => {
  const header =
    "incoming_trust_score,incoming_trust_share,degree,weak_ties,strong_ties,cross_ties,hidden_ties,reach,payoff,promises_kept,promises_broken";
  expect(agentMeasureColumns.map(({ name }) => name).join()).toBe(header);
  expect(Object.keys(measured(judged())).join()).toBe(header);
});

describe("one measure by name", () => {
  const population = judged();
  const { agents } = population;
  agents.reach.set([5, 6, 7, 8]);
  agents.payoff.set([-1, 0, 1, 2]);
  agents.promisesKept.set([1, 2, 3, 4]);
  agents.promisesBroken.set([4, 3, 2, 1]);

  test("can be a trait, expertise or status", () => {
    expect([...agentMeasure(population, "trusting")]).toEqual(
      [0, 1, 2, 3].map((agent) => agents.traits[agent * TRAITS + TRAIT.trusting]),
    );
    expect([...agentMeasure(population, "expertise")]).toEqual([...agents.expertise]);
    expect([...agentMeasure(population, "status")]).toEqual([...agents.status]);
    for (const name of traitNames) expect(agentMeasureNames).toContain(name);
  });
  test("equals the column in the table of agents", () => expect([...agentMeasure(population, "degree")]).toEqual([2, 2, 1, 1]));
  test("counts reach, payoff and promises since the start", () => {
    const counted = ["reach", "payoff", "promises_kept", "promises_broken"].map((name) => [...agentMeasure(population, name)]);
    expect(counted).toEqual([
      [5, 6, 7, 8],
      [-1, 0, 1, 2],
      [1, 2, 3, 4],
      [4, 3, 2, 1],
    ]);
  });
  test("works for every name", () => {
    for (const name of agentMeasureNames) expect(agentMeasure(population, name)).toHaveLength(4);
  });
  test("throws for an unknown name", () => expect(() => agentMeasure(population, "charm")).toThrow(RangeError));
  test("is a copy: writing to it changes no agent", () => {
    agentMeasure(population, "expertise").fill(0);
    expect(agents.expertise[0]).not.toBe(0);
  });
});
