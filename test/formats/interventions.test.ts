import { describe, expect, test } from "vitest";
import { interventions } from "../../formats/experiment/schema-parts.ts";
import { checkReadInterventions, type Known, readInterventions } from "../../formats/interventions.ts";
import { defaultParameters } from "../../sim/index.ts";
import { problemsOf } from "../helpers/read-sample.ts";

const FILE = "shocks.txt";
const known: Known = {
  parameters: { ...defaultParameters, agents: 12 },
  names: ["Ana", "Bo", "'Cy", "7"],
  circleNames: ["Sales", "3"],
};

function given(...lines: string[]): readonly unknown[] {
  return readInterventions(lines.join("\n"), FILE, known).given;
}

/** All faults, of reading or of checking. */
function problems(...lines: string[]): readonly string[] {
  return problemsOf(() => checkReadInterventions(readInterventions(lines.join("\n"), FILE, known), known));
}

const everyKind = [
  { tick: 100, label: "silence", set: { gossip: "off" }, until: 152 },
  { tick: 1, set_traits: { generosity: 0.9 }, agents: "all" },
  { tick: 2, set_traits: { generosity: 0.5 }, agents: 11, until: 9 },
  { tick: 3, remove: ["Ana", 0, "'Cy"] },
  { tick: 4, remove: { top: 2, by: "reach" } },
  { tick: 5, remove: { every: 10 } },
  { tick: 6, add: 3, circle: "Sales" },
  { tick: 6, add: 2, circle: 0 },
  { tick: 7, move: { circle: "Sales" }, to_circle: 1 },
  { tick: 8, cut_ties: [["Ana", "Bo"]] },
  { tick: 9, add_ties: [[4, "7"]], strength: 0.3 },
  { tick: 10, promise: { asker: "Ana", promiser: 4, made: 8, outcome: "kept" } },
  { tick: 11, favor: { asker: 4, asked: "Bo", outcome: "refused" } },
  { tick: 12, meeting: { agent: "Ana", other: "Bo", outcome: "missed" } },
  { tick: 13, introduction: { introducer: "Ana", agent: "Bo", person: "7", outcome: "engaged" } },
];

test("tables, the schema and the check know the same actions", () => {
  const listed = (text: string, pattern: RegExp) => pattern.exec(text)?.[1]?.split(", ");
  const [ofCheck = ""] = problems("- {tick: 1}");
  const [ofTable = ""] = problems("tick,action", "1,none");
  const actions = listed(ofCheck, /exactly one of ([a-z_, ]+), got/);
  expect(actions).toContain("set");
  expect(listed(ofTable, /must be one of ([a-z_, ]+), got/)).toEqual(actions);
  const forms = interventions.items as { anyOf: { required: string[] }[] };
  expect(forms.anyOf.map(({ required }) => required[1])).toEqual(actions);
  expect(actions?.filter((action) => !everyKind.some((one) => action in one))).toEqual([]);
});

test("YAML, JSON and a table say the same", () => {
  const table = [
    "tick,action,agents,name,value,circle,until,label,made",
    "100,set,,gossip,off,,152,silence,",
    "1,set_traits,all,generosity,0.9,,,,",
    "2,set_traits,11,generosity,0.5,,9,,",
    "3,remove,Ana|0|'Cy,,,,,,",
    "4,remove,top:2 by reach,,,,,,",
    "5,remove,every:10,,,,,,",
    "6,add,,,3,Sales,,,",
    "6,add,,,2,0,,,",
    "7,move,circle:Sales,,,1,,,",
    "8,cut_ties,Ana | Bo,,,,,,",
    "9,add_ties,4|7,,0.3,,,,",
    "10,promise,Ana|4,,kept,,,,8",
    "11,favor,4|Bo,,refused,,,,",
    "12,meeting,Ana|Bo,,missed,,,,",
    "13,introduction,Ana|Bo|7,,engaged,,,,",
  ];
  expect(given(JSON.stringify(everyKind, null, 2))).toEqual(everyKind);
  expect(given(...everyKind.map((one) => `- ${JSON.stringify(one)}`))).toEqual(everyKind);
  expect(given(...table)).toEqual(everyKind);
  expect(given(...table.map((line) => line.replaceAll(",", ";")))).toEqual(everyKind);
});

test("a table may leave columns out, and have them in any order", () => {
  expect(given("action;tick;value;name", "set;5;never;follow_up_interval")).toEqual([
    { tick: 5, set: { follow_up_interval: "never" } },
  ]);
});

test("in a table a number is the agent or circle of that name, and else an index", () => {
  expect(given("tick,action,agents,circle", "1,move,7|8,3", "1,move,circle:3,4")).toEqual([
    { tick: 1, move: ["7", 8], to_circle: "3" },
    { tick: 1, move: { circle: "3" }, to_circle: 4 },
  ]);
});

test("a list may have a key, as in a configuration, and may be empty", () => {
  expect(given("interventions:", "  - {tick: 1, remove: all}")).toEqual([{ tick: 1, remove: "all" }]);
  expect(given("[]")).toEqual([]);
  expect(given("interventions:")).toEqual([]);
});

test("what is sound comes back in the order in which it acts", () => {
  const read = readInterventions(JSON.stringify(everyKind), FILE, known);
  expect(checkReadInterventions(read, known).map(({ tick }) => tick)).toEqual([1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13, 100]);
});

describe("faults", () => {
  test("those of the model's check come with file and line, in YAML", () => {
    expect(
      problems(
        "# shocks",
        "- tick: 5",
        "  set: {gosip: off}",
        "- tick: 0",
        "  remove: Anna",
        "-",
        "  tick: 3",
        "  add: 1",
        "  circle: Sales",
        "  whom: Ana",
      ),
    ).toEqual([
      `${FILE}, line 2: unknown parameter "gosip" (did you mean "gossip"?)`,
      `${FILE}, line 4: tick must be a whole number, 1 or more, got 0`,
      `${FILE}, line 4: remove: no agent is called "Anna" (did you mean "Ana"?)`,
      expect.stringMatching(new RegExp(`^${FILE}, line 7: unknown key "whom" with add`)),
    ]);
  });

  test("and in a table", () => {
    expect(problems("tick,action,agents,name,value", "5,set,,gossip,loud", "x,remove,Anna,,", "2,set_traits,,kindness,3")).toEqual([
      `${FILE}, line 2: gossip must be on or off, got "loud"`,
      expect.stringContaining(`${FILE}, line 3: tick must be a whole number`),
      `${FILE}, line 3: remove: no agent is called "Anna" (did you mean "Ana"?)`,
      expect.stringContaining(`${FILE}, line 4: unknown trait "kindness"`),
      expect.stringContaining(`${FILE}, line 4: agents`),
    ]);
  });

  test("those of the table itself", () => {
    expect(problems("tick,action,who", "1,remove,Ana")).toEqual([`${FILE}, line 1: unknown column "who"`]);
    expect(problems("action,agents", "remove,Ana")).toEqual([`${FILE}, line 1: the header has no column tick`]);
    expect(problems("tick,action,tick", "1,remove,1")).toEqual([`${FILE}, line 1: duplicate column tick`]);
    expect(problems("tick,action,agents,value", "1,remov,Ana,", "1,remove", "1,remove,Ana,0.5")).toEqual([
      expect.stringMatching(
        new RegExp(`^${FILE}, line 2: action must be one of set, .*, got "remov" \\(did you mean "remove"\\?\\)$`),
      ),
      `${FILE}, line 3: has 2 cells, but the header has 4`,
      `${FILE}, line 4: remove takes no value, so its cell must be empty, got "0.5"`,
    ]);
  });

  test("what is neither list nor table", () => {
    expect(problems("tick: 5", "remove: all")).toEqual([
      `${FILE}, line 1: unknown key "tick"; start each intervention of a list with -`,
      `${FILE}, line 2: unknown key "remove"; start each intervention of a list with -`,
    ]);
    expect(problems("remove everyone")).toEqual([`${FILE}, line 1: interventions must be a list, got "remove everyone"`]);
    expect(problems("")).toEqual([`${FILE}: is empty`]);
    expect(problems("- {tick: 1", "- {tick: 2}")[0]).toMatch(new RegExp(`^${FILE}, line \\d: is not valid YAML or JSON: `));
  });
});
