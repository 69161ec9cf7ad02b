import { expect, test } from "vitest";
import { advance, takeSnapshot, tickOf, viewTie } from "../../sim/index.ts";
import { compareTies, largest } from "../../viz/compare/compare-ties.ts";
import { copyWorld } from "../../viz/compare/world-at-tick.ts";
import { makeRun } from "../helpers/make-run.ts";

const parameters = { agents: 40, circle_size: 20, ties_within: 6, ties_across: 2 };

/** The same world at one tick, as it is and with one change in tick 3. */
function twoWorlds(tick: number) {
  const runs = [
    makeRun({ parameters, seed: "a" }),
    makeRun({ parameters, seed: "a", interventions: [{ tick: 3, set: { follow_through_mean: 0.1 } }] }),
  ] as const;
  for (const run of runs) while (tickOf(run) < tick) advance(run);
  const [unchanged, changed] = runs.map((run) => copyWorld(takeSnapshot(run.population)));
  if (unchanged === undefined || changed === undefined) throw new Error("no worlds");
  return { runs, comparison: compareTies(unchanged, changed) };
}

test("two worlds are the same until the change, and then differ as a walk over all pairs finds", () => {
  const same = twoWorlds(2).comparison;
  expect([same.gained, same.lost, same.stronger, same.weaker, same.trustUp, same.trustDown]).toEqual([0, 0, 0, 0, 0, 0]);
  const { runs, comparison } = twoWorlds(60);
  const counts = { gained: 0, lost: 0, stronger: 0, weaker: 0, trustUp: 0, trustDown: 0 };
  for (let lower = 0; lower < 40; lower++)
    for (let upper = lower + 1; upper < 40; upper++) {
      const [one, other] = runs.map(({ population }) => viewTie(population, lower, upper));
      if (one === undefined && other === undefined) continue;
      if (one === undefined) counts.gained++;
      else if (other === undefined) counts.lost++;
      else {
        if (other.strength - one.strength >= 0.01) counts.stronger++;
        if (one.strength - other.strength >= 0.01) counts.weaker++;
        for (const side of ["byLower", "byUpper"] as const) {
          if (other[side].share - one[side].share >= 0.01) counts.trustUp++;
          if (one[side].share - other[side].share >= 0.01) counts.trustDown++;
        }
      }
    }
  expect(counts.lost + counts.gained).toBeGreaterThan(0);
  expect(comparison).toMatchObject(counts);
});

test("the largest differences come first", () => {
  const all = [0.1, -0.4, 0.2].map((change, k) => ({ lower: k, upper: 9, before: 0.5, after: 0.5 + change }));
  expect(largest(all, 2).map(({ lower }) => lower)).toEqual([1, 2]);
});
