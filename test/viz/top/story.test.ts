import { expect, test } from "vitest";
import { scenarios } from "../../../sim/index.ts";
import { createSetup } from "../../../viz/state/setup.ts";
import { describeStory } from "../../../viz/top/story.ts";

function setupWithFile() {
  const setup = createSetup();
  setup.fromFile.value = { file: "a.csv", summary: "3 people from a.csv.", again: () => Promise.reject() };
  return setup;
}

test("a scenario tells its own story", () => {
  const setup = createSetup();
  expect(describeStory(setup)).toBe(scenarios.default.story);
  setup.scenario.value = "no_gossip";
  expect(describeStory(setup)).toBe(scenarios.no_gossip.story);
});

test("people from files take the place of the story; another scenario is named", () => {
  const setup = setupWithFile();
  expect(describeStory(setup)).toBe("3 people from a.csv.");
  setup.scenario.value = "no_gossip";
  expect(describeStory(setup)).toBe(`3 people from a.csv. Everything else is as in “${scenarios.no_gossip.title}”.`);
});
