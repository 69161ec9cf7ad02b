import { describe, expect, test } from "vitest";
import { markLocalBridges } from "../../sim/snapshot/mark-local-bridges.ts";
import { takeSnapshot } from "../../sim/snapshot/take-snapshot.ts";
import { advanceTo, makeRun } from "../helpers/make-run.ts";

/** Columns of a snapshot with these ties; the last number of each is its strength. */
function columnsOf(agents: number, ties: readonly (readonly [lower: number, upper: number, strength: number])[]) {
  return {
    agents,
    lower: Uint32Array.from(ties, ([lower]) => lower),
    upper: Uint32Array.from(ties, ([, upper]) => upper),
    strength: Float32Array.from(ties, ([, , strength]) => strength),
  };
}

describe("local bridges of a snapshot", () => {
  test("are the active ties whose agents share no active contact", () => {
    // A triangle 0-1-2, a tail 2-3, and 3-4-5 closed only by an inactive tie.
    const columns = columnsOf(6, [
      [0, 1, 0.5],
      [0, 2, 0.5],
      [1, 2, 0.5],
      [2, 3, 0.5],
      [3, 4, 0.5],
      [3, 5, 0.02],
      [4, 5, 0.5],
    ]);
    expect([...markLocalBridges(columns, 7, 0.05)]).toEqual([0, 0, 0, 1, 1, 0, 1]);
    expect([...markLocalBridges(columns, 7, 0.01)]).toEqual([0, 0, 0, 1, 0, 0, 0]);
  });

  test("end with the snapshot's ties, even if its columns are longer", () => {
    const columns = columnsOf(3, [
      [0, 1, 0.5],
      [0, 2, 0.5],
      [1, 2, 0.5],
    ]);
    expect([...markLocalBridges(columns, 2, 0.05)]).toEqual([1, 1]);
    expect([...markLocalBridges(columnsOf(0, []), 0, 0.05)]).toEqual([]);
  });

  test.each([0, 20, 80])("of a run at tick %i match the definition, tie by tie", (tick) => {
    const { population } = advanceTo(makeRun(), tick);
    const snapshot = takeSnapshot(population);
    const { activeFrom } = population.parameters;
    const contacts = Array.from({ length: snapshot.agents }, () => new Set<number>());
    for (let at = 0; at < snapshot.ties; at++) {
      if (!(snapshot.strength[at] >= activeFrom)) continue;
      contacts[snapshot.lower[at]].add(snapshot.upper[at]);
      contacts[snapshot.upper[at]].add(snapshot.lower[at]);
    }
    const expected = Array.from({ length: snapshot.ties }, (_, at) => {
      const [one, other] = [contacts[snapshot.lower[at]], contacts[snapshot.upper[at]]];
      return +(snapshot.strength[at] >= activeFrom && [...one].every((agent) => !other.has(agent)));
    });
    expect([...markLocalBridges(snapshot, snapshot.ties, activeFrom)]).toEqual(expected);
    expect(new Set(expected).size).toBe(2);
  });
});
