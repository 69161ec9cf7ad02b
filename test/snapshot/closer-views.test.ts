import { describe, expect, test } from "vitest";
import { agentMeasure, agentMeasureNames } from "../../sim/metrics/agent-measures.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { viewAgent, viewTie } from "../../sim/snapshot/closer-views.ts";
import { advanceTo, makeRun } from "../helpers/make-run.ts";
import { readPopulation, readRows } from "../helpers/read-population.ts";
import type { View } from "../helpers/reference-state.ts";

const run = advanceTo(
  makeRun({
    interventions: [
      { tick: 3, remove: [8] },
      { tick: 30, add: 1, circle: 0 },
    ],
  }),
  30,
);
const { population } = run;
const { people } = readPopulation(population);
const { fadingRate, fadingProtection, memory } = population.parameters;

const strength = (w: number, t0: number) => w / (1 + fadingRate * (1 - fadingProtection * w) * (population.tick - t0));
const belief = ({ C, R, I, S, e }: View, share: number, silent: number) => ({
  credibility: C,
  reliability: R,
  intimacy: I,
  selfOrientation: S,
  evidence: expect.closeTo(e / (1 + silent / memory), 12),
  score: expect.closeTo((3 + 9 * (C + R + I)) / (1 + 9 * S), 12),
  share,
});
const beliefOf = (i: number, j: number) => {
  const tie = new Map(readRows(population, i)).get(j);
  if (tie === undefined) throw new Error(`${i} does not know ${j}`);
  return belief(tie.view, tie.trust, population.tick - tie.t0);
};

describe("the details of an agent", () => {
  test("match the state and list every contact from the strongest to the weakest", () => {
    people.forEach(({ circle, domain, ties }, agent) => {
      if (agent === 8) return;
      const contacts = [...ties].map(([contact, { w, t0 }]) => ({
        agent: contact,
        strength: strength(w, t0),
        lastEncounter: t0,
        trusts: beliefOf(agent, contact),
        trustedBy: beliefOf(contact, agent),
      }));
      contacts.sort((a, b) => b.strength - a.strength || a.agent - b.agent);
      expect(viewAgent(population, agent)).toMatchObject({ tick: 30, agent, circle, domain, sociality: 1, contacts });
      expect(viewAgent(population, agent)?.since).toBe(population.agents.since[agent]);
    });
  });

  test("have every measure of agents, with NaN for undefined ones", () => {
    for (const agent of [0, 7, 49, 50]) {
      const measures = viewAgent(population, agent)?.measures;
      expect(measures).toEqual(Object.fromEntries(agentMeasureNames.map((name) => [name, agentMeasure(population, name)[agent]])));
    }
    expect(viewAgent(population, 50)?.measures.incoming_trust_share).toBeNaN();
  });

  test("are undefined for a missing agent", () => {
    for (const agent of [8, 51, 1e9, -1, 0.5, Number.NaN]) expect(viewAgent(population, agent)).toBeUndefined();
  });
});

describe("the details of a tie", () => {
  test("match the state in both directions", () => {
    let ties = 0;
    people.forEach((person, i) => {
      for (const [j, { w, t0 }] of person.ties) {
        const [lower, upper] = [Math.min(i, j), Math.max(i, j)];
        const tie = { tick: 30, lower, upper, strength: strength(w, t0), lastEncounter: t0 };
        expect(viewTie(population, i, j)).toEqual({ ...tie, byLower: beliefOf(lower, upper), byUpper: beliefOf(upper, lower) });
        ties++;
      }
    });
    expect(ties).toBeGreaterThan(100);
  });

  test("are undefined if two agents do not know each other or are missing", () => {
    const stranger = [...people.keys()].find((agent) => agent > 0 && !people[0].ties.has(agent)) as number;
    for (const [one, other] of [
      [0, stranger],
      [0, 0],
      [0, 8],
      [0, 99],
      [-1, 0],
      [Number.NaN, 0],
      [0, 1.5],
    ])
      expect(viewTie(population, one, other)).toBeUndefined();
  });
});

test("reading details changes nothing", () => {
  const before = stateHash(run);
  viewAgent(population, 1);
  viewTie(population, 1, 2);
  expect(stateHash(run)).toBe(before);
  expect(stateHash(advanceTo(run, 35))).toBe(
    stateHash(
      advanceTo(
        makeRun({
          interventions: [
            { tick: 3, remove: [8] },
            { tick: 30, add: 1, circle: 0 },
          ],
        }),
        35,
      ),
    ),
  );
});
