import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { type ScenarioName, scenarios } from "../../../sim/index.ts";
import { defaults, type Table } from "../../../viz/state/settings.ts";
import { describeStory } from "../../../viz/top/story.ts";

/** The sentence for a run of a scenario that began with some other values. */
function storyOf(scenario: ScenarioName, { others = {}, hasFile = false }: { others?: Table; hasFile?: boolean } = {}): string {
  const fromFile = hasFile ? { file: "a.csv", summary: "3 people from a.csv.", again: () => Promise.reject() } : undefined;
  const atStart = { ...defaults, ...scenarios[scenario].parameters, ...others };
  return describeStory({ about: signal({ scenario, fromFile }), atStart: signal(atStart), runCount: signal(1) });
}

test("a scenario tells its own story, also before it has started", () => {
  expect(storyOf("default")).toBe(scenarios.default.story);
  expect(storyOf("no_gossip")).toBe(scenarios.no_gossip.story);
  const about = signal({ scenario: "no_gossip", fromFile: undefined } as const);
  expect(describeStory({ about, atStart: signal(defaults), runCount: signal(0) })).toBe(scenarios.no_gossip.story);
});

test("a run that began with other values says so and not the story: its numbers would be wrong", () => {
  expect(storyOf("default", { others: { agents: 3 } })).toBe("3 people. As in “A world of weak ties”, except Agents 3.");
  const others = { agents: 60, circle_size: 20, status_bias_mean: 0, noise: 0.4, gossip: false };
  expect(storyOf("takers_among_givers", { others })).toBe(
    "60 people. As in “Takers among givers”, except Agents 60, Circle size 20, Respect everyone the same 100% and 2 more.",
  );
});

test("people from files take the place of the story; another scenario is named", () => {
  expect(storyOf("default", { hasFile: true, others: { agents: 3 } })).toBe("3 people from a.csv.");
  expect(storyOf("no_gossip", { hasFile: true, others: { agents: 3 } })).toBe(
    `3 people from a.csv. Everything else is as in “${scenarios.no_gossip.title}”.`,
  );
  expect(storyOf("default", { hasFile: true, others: { agents: 3, noise: 0.4 } })).toBe(
    "3 people from a.csv. As in “A world of weak ties”, except Noise 0.4.",
  );
});
