import { describe, expect, test } from "vitest";
import { type ScenarioName, scenarios } from "../../sim/parameters/scenarios.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { advanceTo, makeRun } from "../helpers/make-run.ts";
import golden from "./hashes.json" with { type: "json" };

// The program itself computed the hashes. A different one isn't always an error: `npm run golden` updates them, after CHANGELOG.md says
// that results of old runs change.
describe.each(Object.entries(golden.hashes))("the scenario %s reaches the recorded states", (name, hashes) => {
  const scenario = scenarios[name as ScenarioName];
  const interventions = "interventions" in scenario ? scenario.interventions : [];
  const run = makeRun({ parameters: scenario.parameters, seed: scenario.seed, interventions });

  test.each(Object.entries(hashes))("at tick %s", (tick, hash) => {
    expect(stateHash(advanceTo(run, Number(tick)))).toBe(hash);
  });

  test("at its end", () => {
    expect(Math.max(...Object.keys(hashes).map(Number))).toBe(scenario.ticks);
  });
});

test("the golden hashes cover at least three scenarios, and all differ", () => {
  const all = Object.values(golden.hashes).flatMap((hashes) => Object.values(hashes));
  expect(Object.keys(golden.hashes).length).toBeGreaterThanOrEqual(3);
  expect(new Set(all).size).toBe(all.length);
});
