import { expect, test } from "vitest";
import { gatherInterventions } from "../../../batch/run/gather-interventions.ts";
import { defaultParameters, type People } from "../../../sim/index.ts";

const sources = [
  { file: "scenario calm", given: [{ tick: 1, set: { gossip: "often" } }], lines: [0] },
  {
    file: "shocks.yaml",
    given: [
      { tick: 1, remove: "Ann" },
      { tick: 1, move: 0, to_circle: "left" },
    ],
    lines: [1, 4],
  },
];
const gossip = 'scenario calm: gossip must be on or off, got "often"';
const problemsOf = (people: People | "unknown" | undefined) => gatherInterventions(sources, defaultParameters, people).problems;

test("names are not checked while the people are unknown", () => {
  expect(problemsOf("unknown")).toEqual([gossip]);
});

test("names are checked if the people are known or have no names", () => {
  const byName = [
    gossip,
    'shocks.yaml, line 1: remove: no agent is called "Ann"',
    'shocks.yaml, line 4: to_circle: no circle is called "left"',
  ];
  expect(problemsOf(undefined)).toEqual(byName);
});
