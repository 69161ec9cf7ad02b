import { describe, expect, test } from "vitest";
import { checkParameters } from "../../sim/parameters/check-parameters.ts";
import { defaultParameters } from "../../sim/parameters/definitions.ts";
import { isScenario, type Scenario, scenarioNames, scenarios } from "../../sim/parameters/scenarios.ts";
import { checkInterventions } from "../../sim/run/check-interventions.ts";
import { createRun } from "../../sim/run/run.ts";
import { advanceTo } from "../helpers/make-run.ts";

describe.each(Object.entries<Scenario>(scenarios))(
  "scenario %s",
  (name, { title, story, seed, ticks, parameters: given, interventions = [] }) => {
    const { parameters, problems, notes } = checkParameters(given, defaultParameters, name);
    const checked = checkInterventions(interventions, { parameters, names: [], circleNames: [] }, name);

    test("sets only values that fit together, with no adjustments", () => {
      expect([...problems, ...notes, ...checked.problems]).toEqual([]);
    });

    test("has a snake_case name, a title, a story of one or two sentences, a seed and a length", () => {
      expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(story).toMatch(/^[A-Z][^.?]*[.?]( [A-Z][^.?]*[.?])?$/);
      expect(seed).not.toBe("");
      expect(ticks).toBeGreaterThanOrEqual(52);
      for (const { tick } of checked.interventions) expect(tick).toBeLessThanOrEqual(ticks);
    });

    test("differs from the defaults only in values it sets", () => {
      for (const [key, value] of Object.entries(checkParameters(given, defaultParameters).parameters))
        if (value !== defaultParameters[key as keyof typeof defaultParameters])
          expect(JSON.stringify(given)).toContain(String(value));
    });

    test("runs", () => {
      const run = createRun({ parameters, seed, interventions: checked.interventions });
      expect(advanceTo(run, 60).population.circles.present.length).toBe(parameters.agents);
    });
  },
);

test("only the exact name of a scenario is accepted", () => {
  for (const name of scenarioNames) expect(isScenario(name)).toBe(true);
  for (const name of ["", "Default", "toString", "__proto__"]) expect(isScenario(name)).toBe(false);
});

test("the control differs from the default world in its network alone", () => {
  const { parameters } = checkParameters(scenarios.random_ties.parameters);
  expect(parameters).toEqual({ ...defaultParameters, network: "random" });
});
