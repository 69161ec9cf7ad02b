import { expect, test } from "vitest";
import { defaultParameters, scenarios } from "../../../sim/index.ts";
import { createSetup, dropChanges, readOptionsOf, startOf, takeScenario } from "../../../viz/state/setup.ts";

const file = {
  file: "people.csv",
  summary: "2 people from people.csv.",
  files: { agents: { file: "people.csv" } },
  again: () => Promise.reject(),
};

test("a start holds the scenario, its interventions, the seed, what was chosen, and the files", () => {
  const setup = createSetup();
  setup.scenario.value = "takers_among_givers";
  setup.seed.value = "né à Paris";
  setup.chosen.value = { agents: 60 };
  expect(startOf(setup, file)).toEqual({
    seed: "né à Paris",
    scenario: "takers_among_givers",
    parameters: { agents: 60 },
    interventions: scenarios.takers_among_givers.interventions,
    files: { agents: { file: "people.csv" } },
  });
  expect(Object.keys(startOf(setup, undefined))).toEqual(["seed", "scenario", "parameters", "interventions"]);
});

test("what was set by hand is part of the start, or holds from the first week on in a world that settles", () => {
  const setup = createSetup();
  setup.chosen.value = { agents: 60 };
  setup.byHand.value = { parameters: { noise: 0.4 }, traits: { openness: 1 } };
  const ofAll = { tick: 1, set_traits: { openness: 1 }, agents: "all" };
  expect(startOf(setup, undefined)).toMatchObject({
    parameters: { agents: 60 },
    interventions: [{ tick: 1, set: { noise: 0.4 } }, ofAll],
    settled: 1040,
  });
  setup.scenario.value = "no_gossip";
  expect(startOf(setup, undefined)).toMatchObject({ parameters: { agents: 60, noise: 0.4 }, interventions: [ofAll] });
  dropChanges(setup);
  expect(startOf(setup, undefined)).toMatchObject({ parameters: {}, interventions: [] });
});

test("another scenario brings its seed and drops all other choices", () => {
  const setup = createSetup();
  setup.seed.value = "7";
  setup.chosen.value = { agents: 60 };
  setup.fromFile.value = file;
  takeScenario(setup, "conference");
  expect(setup.scenario.value).toBe("conference");
  expect(setup.seed.value).toBe(scenarios.conference.seed);
  expect(setup.chosen.value).toEqual({});
  expect(setup.fromFile.value).toBeUndefined();
});

test("files are read with the number of domains that the next run has", () => {
  const setup = createSetup();
  expect(readOptionsOf(setup)).toEqual({ seed: scenarios.default.seed, domains: defaultParameters.domains });
  setup.chosen.value = { domains: 7 };
  setup.seed.value = "x";
  expect(readOptionsOf(setup)).toEqual({ seed: "x", domains: 7 });
});
