import { expect, test } from "vitest";
import { checkInterventions, defaultParameters } from "../../../sim/index.ts";
import { agentsOf, changeOf, emptyFields, fieldsOf } from "../../../viz/charts/change-form.ts";

/** Every form of an intervention in docs/files.md. */
const changes = [
  { tick: 100, set: { gossip: false } },
  { tick: 100, set: { meeting_rate: 0 }, until: 177 },
  { tick: 100, set: { noise: 0.2, gossip: true } },
  { tick: 100, set_traits: { follow_through: 0 }, agents: 7, until: 113 },
  { tick: 100, set_traits: { follow_through: 0, openness: 1 }, agents: "all" },
  { tick: 5, remove: { top: 1, by: "reach" } },
  { tick: 5, remove: [3, 9] },
  { tick: 5, remove: { every: 10 } },
  { tick: 5, add: 40 },
  { tick: 5, add: 2, circle: 1, traits: { openness: 1 }, names: ["Ada", "Bo"] },
  { tick: 5, add: 3, traits: { openness: 0, follow_through: 0.25 }, label: "three strangers" },
  { tick: 5, move: { circle: 2 }, to_circle: 3 },
  { tick: 5, cut_ties: [[1, 2], [3, 4]] }, // biome-ignore format: two pairs
  { tick: 5, add_ties: [[1, 2]], strength: 0.5 },
  { tick: 5, add_ties: [[1, 2]], label: "a meal" },
  { tick: 5, promise: { asker: 1, promiser: 2, made: 3, outcome: "broken" } },
  { tick: 5, favor: { asker: 1, asked: 2, outcome: "refused" } },
  { tick: 5, meeting: { agent: 1, other: 2, outcome: "missed" } },
  { tick: 5, introduction: { introducer: 1, agent: 2, person: 3, outcome: "declined" } },
];

test("the list is of valid interventions", () => {
  const known = { parameters: defaultParameters, names: [], circleNames: [] };
  expect(checkInterventions(changes, known).problems).toEqual([]);
});

test.each(changes)("%j is the same after it has been through the form", (change) => {
  expect(changeOf(fieldsOf(change))).toEqual(change);
});

test("only what no form can show in full is shown as in a file", () => {
  const asText = changes.filter((change) => fieldsOf(change).kind === "text");
  expect(asText).toEqual([
    { tick: 100, set: { noise: 0.2, gossip: true } },
    { tick: 100, set_traits: { follow_through: 0, openness: 1 }, agents: "all" },
  ]);
});

test("a new event begins with an outcome, and lacks its people, which the check of the program then asks for", () => {
  const known = { parameters: defaultParameters, names: ["Ada", "Bo"], circleNames: [] };
  const fields = emptyFields("12", "promise");
  const problems = checkInterventions([changeOf(fields)], known).problems.join("\n");
  for (const agent of ["asker", "promiser"]) expect(problems).toContain(`promise.${agent}: no agent is called ""`);
  const change = changeOf({ ...fields, asker: "Ada", promiser: "1", made: "9" });
  expect(change).toEqual({ tick: 12, promise: { asker: "Ada", promiser: 1, made: 9, outcome: "broken" } });
  expect(checkInterventions([change], known).problems).toEqual([]);
});

test("newcomers get names, and only the traits that are typed", () => {
  const fields = { ...emptyFields("3", "add"), value: "2", names: "Ada, Bo", "trait openness": "0.5", "trait sharing": " " };
  expect(changeOf(fields)).toEqual({ tick: 3, add: 2, names: ["Ada", "Bo"], traits: { openness: 0.5 } });
});

test("what people type becomes the form of a file", () => {
  expect(agentsOf(" 3 | Ada |9")).toEqual([3, "Ada", 9]);
  expect(agentsOf("circle: Sales")).toEqual({ circle: "Sales" });
  expect(agentsOf("top: 5 by reach")).toEqual({ top: 5, by: "reach" });
  expect(agentsOf("all")).toBe("all");
  const fields = emptyFields("12");
  expect(changeOf({ ...fields, name: "gossip", value: "off" })).toEqual({ tick: 12, set: { gossip: false } });
  expect(changeOf({ ...fields, kind: "cut_ties", pairs: "3 | 7, 4|9" })).toEqual({ tick: 12, cut_ties: [[3, 7], [4, 9]] }); // biome-ignore format: two pairs
  expect(() => changeOf({ ...fields, kind: "text", text: "{remove: 7}" })).toThrow(SyntaxError);
});
