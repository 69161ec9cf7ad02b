import { expect, test } from "vitest";
import { scenarios } from "../../../sim/index.ts";
import { type Change, describeChange } from "../../../viz/charts/describe-change.ts";
import { defaults } from "../../../viz/state/settings.ts";

const numbered = { person: (agent: number) => `Person ${agent}`, circle: (circle: number) => `circle ${circle}` };
const describeAll = (changes: readonly Change[], names = numbered) =>
  changes.map((_, at) => describeChange(changes, at, defaults, names));

test("a way is described in percent, up for the virtue, with the value before", () => {
  expect(
    describeAll([
      { tick: 5, set: { follow_through_mean: 0.1 } },
      { tick: 9, set: { follow_through_mean: 0.5, status_bias_mean: 0 } },
      { tick: 9, set: { gossip: false } },
    ]),
  ).toEqual([
    "Do what you say: 88% → 10%",
    "Do what you say: 10% → 50%, Respect everyone the same: 70% → 100%",
    expect.stringMatching(/^Gossip: on → off$/),
  ]);
});

test("other changes say what they do and to whom", () => {
  expect(
    describeAll([
      { tick: 1, set_traits: { follow_through: 1, boasting: 0.5 }, agents: "all" },
      { tick: 1, set_traits: { status_bias: 0.5 }, agents: { every: 5 } },
      { tick: 2, remove: [7] },
      { tick: 2, remove: { top: 2, by: "reach" } },
      { tick: 2, add: 40 },
      { tick: 2, add: 1, circle: "Sales" },
      { tick: 3, move: [1, "Ada", 3, 4, 5], to_circle: 2 },
      { tick: 3, move: { circle: 4 }, to_circle: 5 },
      { tick: 3, cut_ties: [[1, 2]] },
      { tick: 3, add_ties: [[1, 2], [3, 4]] }, // biome-ignore format: two pairs
      { tick: 4, promise: { asker: 1, promiser: 2, outcome: "broken" } },
      { tick: 4, introduction: { introducer: 1, agent: 2, person: 3, outcome: "declined" } },
    ]),
  ).toEqual([
    "Do what you say: 100%, boasting 0.5 for everyone",
    "Respect everyone the same: 50% for one person in 5",
    "Person 7 leaves",
    "The top 2 by reach leave",
    "40 people come",
    "1 person comes to Sales",
    "Person 1, Ada, Person 3 and 2 more move to circle 2",
    "Everyone in circle 4 moves to circle 5",
    "1 tie cut",
    "2 ties added",
    "Person 2 breaks a promise to Person 1",
    "Person 1 doesn’t introduce Person 3 to Person 2",
  ]);
});

test("people and circles have the names that files give them", () => {
  const people = ["Ada", "Bo", "Cy"];
  const names = { person: (agent: number) => people[agent] ?? `Person ${agent}`, circle: () => "Sales" };
  const changes = [
    { tick: 2, remove: [0, 1] },
    { tick: 2, move: 2, to_circle: 0 },
    { tick: 3, promise: { asker: 0, promiser: "Bo", outcome: "kept" } },
    { tick: 3, favor: { asker: 0, asked: 1, outcome: "refused" } },
    { tick: 3, favor: { asker: 0, asked: 1, outcome: "agreed" } },
    { tick: 3, meeting: { agent: 0, other: 7, outcome: "missed" } },
    { tick: 3, meeting: { agent: 0, other: 2, outcome: "met" } },
    { tick: 3, introduction: { introducer: 0, agent: 1, person: 2, outcome: "engaged" } },
  ];
  expect(describeAll(changes, names)).toEqual([
    "Ada and Bo leave",
    "Cy moves to Sales",
    "Bo keeps a promise to Ada",
    "Bo refuses a favor for Ada",
    "Bo agrees to a favor for Ada",
    "Ada and Person 7 miss each other",
    "Ada and Cy meet",
    "Ada introduces Cy to Bo",
  ]);
});

test("a label goes before what it stands for, and a temporary change says how long it lasts", () => {
  expect(describeAll(scenarios.conference.interventions)).toEqual(["The conference"]);
  expect(describeAll([{ tick: 10, until: 22, label: "the quarrel", set: { noise: 0.4 } }])).toEqual(["The quarrel, for 13 weeks"]);
});
