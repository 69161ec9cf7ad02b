import { describe, expect, test } from "vitest";
import { TRAITS, traitNames } from "../../sim/parameters/trait-names.ts";
import type { Population } from "../../sim/population/population.ts";
import { intervene } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { agentColumns, createSnapshot, SNAPSHOT_VERSION, type Snapshot, tieColumns } from "../../sim/snapshot/snapshot.ts";
import { takeSnapshot } from "../../sim/snapshot/take-snapshot.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";
import { readPopulation, readRows } from "../helpers/read-population.ts";

/** The expected content of a snapshot of the population, from the state read by other code. */
function expectEqualsState(snapshot: Snapshot, population: Population): void {
  const { people } = readPopulation(population);
  const { fadingRate, fadingProtection } = population.parameters;
  const { agents } = population;
  expect([snapshot.version, snapshot.tick, snapshot.agents]).toEqual([SNAPSHOT_VERSION, population.tick, people.length]);
  expect(snapshot.traitNames).toEqual(traitNames);
  const evidenceNow = (from: number, to: number) => {
    const tie = new Map(readRows(population, from)).get(to);
    return tie === undefined ? 0 : tie.view.e / (1 + (population.tick - tie.t0) / population.parameters.memory);
  };
  const trust = people.map((_, i) => new Map(readRows(population, i).map(([j, row]) => [j, row.trust])));
  people.forEach((person, i) => {
    expect(snapshot.present[i]).toBe(agents.present[i]);
    expect([snapshot.circle[i], snapshot.domain[i], snapshot.reach[i]]).toEqual([person.circle, person.domain, person.reach]);
    expect([snapshot.expertise[i], snapshot.status[i]]).toEqual([Math.fround(person.x), Math.fround(person.z)]);
    expect([snapshot.since[i], snapshot.sociality[i]]).toEqual([agents.since[i], Math.fround(agents.sociality[i])]);
    for (let k = 0; k < TRAITS; k++) expect(snapshot.traits[i * TRAITS + k]).toBe(Math.fround(agents.traits[i * TRAITS + k]));
    // Only contacts with three or more pieces of evidence about the person now judge it.
    const judges = [...person.ties.keys()].filter((j) => evidenceNow(j, i) >= 3);
    const received = judges.map((j) => trust[j].get(i) as number);
    const mean = received.reduce((sum, one) => sum + one, 0) / received.length;
    if (received.length === 0) expect(snapshot.trustReceived[i]).toBeNaN();
    else expect(snapshot.trustReceived[i]).toBeCloseTo(mean, 6);
  });
  const ties = people.flatMap((person, i) => [...person.ties].filter(([j]) => j > i).map(([j, tie]) => ({ i, j, tie })));
  expect(snapshot.ties).toBe(ties.length);
  ties.forEach(({ i, j, tie: { w, t0 } }, at) => {
    expect([snapshot.lower[at], snapshot.upper[at], snapshot.lastEncounter[at]]).toEqual([i, j, t0]);
    const now = w / (1 + fadingRate * (1 - fadingProtection * w) * (population.tick - t0));
    expect(snapshot.strength[at]).toBeCloseTo(now, 6);
    expect(snapshot.trustOfLower[at]).toBe(Math.fround(trust[i].get(j) as number));
    expect(snapshot.trustOfUpper[at]).toBe(Math.fround(trust[j].get(i) as number));
  });
}

describe("a snapshot equals the state", () => {
  test.each([0, 1, 7, 60])("at tick %i", (tick) => {
    const { population } = advanceTo(makeRun(), tick);
    expectEqualsState(takeSnapshot(population), population);
  });

  test("after agents have left, joined and moved", () => {
    const run = makeRun({
      interventions: [
        { tick: 3, remove: [0, 7, 49] },
        { tick: 5, add: 4, circle: 1, names: ["a", "b", "c", "d"] },
        { tick: 6, move: [3, 50], to_circle: 2 },
        { tick: 6, cut_ties: [[1, 2]] },
        { tick: 7, add_ties: [[50, 51]], strength: 0.9 },
      ],
    });
    const { population } = advanceTo(run, 7);
    const snapshot = takeSnapshot(population);
    expectEqualsState(snapshot, population);
    expect([snapshot.present[7], snapshot.present[8], snapshot.agents]).toEqual([0, 1, 54]);
    expect(snapshot.trustReceived[7]).toBeNaN();
  });

  test("without ties and without agents", () => {
    const alone = makeRun({ parameters: { ...few, ties_within: 0, ties_across: 0 } });
    expectEqualsState(takeSnapshot(alone.population), alone.population);
    const empty = advanceTo(makeRun({ interventions: [{ tick: 2, remove: "all" }] }), 3);
    const snapshot = takeSnapshot(empty.population);
    expectEqualsState(snapshot, empty.population);
    expect(snapshot.ties).toBe(0);
  });
});

test("a snapshot of measures taken earlier says so; those who came later have none", () => {
  const { population } = advanceTo(makeRun({ interventions: [{ tick: 5, add: 2, circle: 0 }] }), 4);
  const measured = { tick: 4, trustReceived: new Float64Array(50).fill(0.25), reach: new Float64Array(50).fill(3) };
  expect(takeSnapshot(population, undefined, measured).measuredTick).toBe(4);
  const later = takeSnapshot(
    advanceTo(makeRun({ interventions: [{ tick: 5, add: 2, circle: 0 }] }), 6).population,
    undefined,
    measured,
  );
  expect([later.tick, later.measuredTick, later.agents]).toEqual([6, 4, 52]);
  expect([...later.trustReceived.subarray(49, 52)]).toEqual([0.25, Number.NaN, Number.NaN]);
  expect([...later.reach.subarray(49, 52)]).toEqual([3, 0, 0]);
});

describe("a returned snapshot", () => {
  test("is refilled if it has room, and then equals a new one", () => {
    const run = makeRun();
    const first = takeSnapshot(run.population);
    advanceTo(run, 5);
    intervene(run, { remove: { every: 3 } });
    advanceTo(run, 6);
    const again = takeSnapshot(run.population, first);
    expect(again).toBe(first);
    expectEqualsState(again, run.population);
  });

  test("is not used if ties or agents do not fit or its buffers are detached", () => {
    const { population } = makeRun();
    const { agents, ties } = takeSnapshot(population);
    const whole = createSnapshot(agents, ties, traitNames);
    expect(takeSnapshot(population, whole)).toBe(whole);
    expectEqualsState(whole, population);
    for (const small of [createSnapshot(agents - 1, ties, traitNames), createSnapshot(agents, ties - 1, traitNames)]) {
      const made = takeSnapshot(population, small);
      expect(made).not.toBe(small);
      expect(small.ties).toBe(0);
      expectEqualsState(made, population);
    }
    structuredClone(whole, { transfer: [...agentColumns, ...tieColumns].map((column) => whole[column].buffer as ArrayBuffer) });
    expect(whole.present.length).toBe(0);
    const made = takeSnapshot(population, whole);
    expect(made === whole).toBe(false); // detached buffers cannot be printed
    expectEqualsState(made, population);
  });

  test("has spare room when new, so a few more ties fit", () => {
    const run = makeRun({ parameters: { ...few, new_ties: false } });
    const first = takeSnapshot(run.population);
    expect(first.lower.length).toBeGreaterThan(first.ties);
    intervene(run, { add_ties: [[0, 49]] });
    expect(takeSnapshot(advanceTo(run, 1).population, first)).toBe(first);
  });

  test("is transferred completely by the listed columns", () => {
    const snapshot = takeSnapshot(makeRun().population);
    const columns = Object.entries(snapshot).filter(([, value]) => ArrayBuffer.isView(value));
    expect(columns.map(([name]) => name).sort()).toEqual([...agentColumns, ...tieColumns].sort());
  });
});

test("taking a snapshot changes nothing", () => {
  const [watched, alone] = [makeRun(), makeRun()];
  let snapshot: Snapshot | undefined;
  for (let tick = 1; tick <= 30; tick++) {
    snapshot = takeSnapshot(advanceTo(watched, tick).population, snapshot);
    takeSnapshot(watched.population);
  }
  expect(stateHash(watched)).toBe(stateHash(advanceTo(alone, 30)));
});
