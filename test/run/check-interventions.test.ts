import { describe, expect, test } from "vitest";
import { defaultParameters, definitions } from "../../sim/parameters/definitions.ts";
import { checkInterventions } from "../../sim/run/check-interventions.ts";

const names = ["Ann", "Bob", "Cem"];
const known = { parameters: { ...defaultParameters, agents: 3, circleSize: 2 }, names, circleNames: ["left", "right"] };
const unnamed = { parameters: defaultParameters, names: [], circleNames: [] };

const problemsOf = (...given: unknown[]) => checkInterventions(given, known, "plan.yaml").problems;

describe("reports each fault with its place", () => {
  test.each<[unknown, string]>([
    ["remove Ann", 'must be a table such as {tick: 100, set: {gossip: off}}, got "remove Ann"'],
    [null, "must be a table such as {tick: 100, set: {gossip: off}}, got an empty value"],
    [[{ tick: 1 }], "must be a table such as {tick: 100, set: {gossip: off}}, got a list of 1"],
    [{ remove: 0 }, "tick is missing: it must be a whole number, 1 or more"],
    [{ tick: 0, remove: 0 }, "tick must be a whole number, 1 or more, got 0"],
    [{ tick: 1.5, remove: 0 }, "tick must be a whole number, 1 or more, got 1.5"],
    [{ tick: "5", remove: 0 }, 'tick must be a whole number, 1 or more, got "5"'],
    [{ tick: Number.NaN, remove: 0 }, "tick must be a whole number, 1 or more, got NaN"],
    [{ tick: Number.POSITIVE_INFINITY, remove: 0 }, "tick must be a whole number, 1 or more, got Infinity"],
    [
      { tick: 1 },
      "must have exactly one of set, set_traits, remove, add, move, cut_ties, add_ties, promise, favor, meeting, introduction, got none",
    ],
    [
      { tick: 1, remove: 0, add: 1, circle: 0 },
      "must have exactly one of set, set_traits, remove, add, move, cut_ties, add_ties, promise, favor, meeting, introduction, got remove and add",
    ],
    [{ tick: 1, remove: 0, untill: 5 }, 'unknown key "untill" with remove'],
    [{ tick: 1, set: { gossip: false }, untill: 5 }, 'unknown key "untill" with set (did you mean "until"?)'],
    [{ tick: 9, set: { gossip: false }, until: 8 }, "until must be a whole number, 9 or more, got 8"],
    [{ tick: 9, set: { gossip: false }, until: "never" }, 'until must be a whole number, 9 or more, got "never"'],
    [{ tick: 1, set: { gossip: false }, label: 7 }, "label must be text, got 7"],
    [{ tick: 1, set: {} }, "set must be a table of parameters, got an empty table"],
    [{ tick: 1, set: "gossip" }, 'set must be a table of parameters, got "gossip"'],
    [{ tick: 1, set: { gosip: false } }, 'unknown parameter "gosip" (did you mean "gossip"?)'],
    [{ tick: 1, set: { gossip: "maybe" } }, 'gossip must be on or off, got "maybe"'],
    [{ tick: 1, set: { gossip_rate: Number.NaN } }, "gossip_rate must be a number from 0 to 1 (per encounter), got NaN"],
    [{ tick: 1, set_traits: {}, agents: 0 }, "set_traits must be a table of traits, got an empty table"],
    [{ tick: 1, set_traits: { opennes: 0.5 }, agents: 0 }, 'unknown trait "opennes" (did you mean "openness"?)'],
    [{ tick: 1, set_traits: { openness: 1.5 }, agents: 0 }, "openness must be a number from 0 to 1, got 1.5"],
    [{ tick: 1, set_traits: { openness: "0.5" }, agents: 0 }, 'openness must be a number from 0 to 1, got "0.5"'],
    [{ tick: 1, set_traits: { openness: Number.NaN }, agents: 0 }, "openness must be a number from 0 to 1, got NaN"],
    [{ tick: 5, promise: 7 }, "promise must be a table with asker, promiser, made, outcome, got 7"],
    [
      { tick: 5, favor: { asker: 0, asked: 1, outcome: "agred" } },
      'favor.outcome must be agreed or refused, got "agred" (did you mean "agreed"?)',
    ],
    [
      { tick: 5, favor: { asker: 0, asked: "Bobb", outcome: "agreed" } },
      'favor.asked: no agent is called "Bobb" (did you mean "Bob"?)',
    ],
    [{ tick: 5, meeting: { agent: 0, other: 1, made: 3, outcome: "met" } }, 'unknown key "made" in meeting'],
    [{ tick: 5, meeting: { agent: "Bob", other: 1, outcome: "met" } }, "meeting: agent and other must be different agents"],
    [{ tick: 5, meeting: { agent: 0, outcome: "met" } }, "meeting.other is missing: it must be the index or name of an agent"],
    [{ tick: 5, meeting: { agent: 0, other: 3, outcome: "met" } }, "meeting.other: an agent's index must be from 0 to 2, got 3"],
    [{ tick: 5, promise: { asker: 0, promiser: 1 } }, "promise.outcome is missing: it must be kept or broken"],
    ...[5, 4.5, -1_000_001, "4"].map((made): [unknown, string] => [
      { tick: 5, promise: { asker: 0, promiser: 1, made, outcome: "kept" } },
      `promise.made must be a tick before that of the intervention, in which the promise falls due, got ${JSON.stringify(made) === '"4"' ? '"4"' : made === -1_000_001 ? "-1,000,001" : made}`,
    ]),
    [{ tick: 5, promise: { asker: 0, promiser: 1, outcome: "kept" }, until: 7 }, 'unknown key "until" with promise'],
    [
      { tick: 1, set_traits: { openness: 0.5 } },
      "agents is missing: it must be an index, a name, a list of these, all, {circle: …}, {every: …} or {top: …, by: …}",
    ],
    [{ tick: 1, remove: 3 }, "remove: an agent's index must be from 0 to 2, got 3"],
    [{ tick: 1, remove: -1 }, "remove: an agent's index must be from 0 to 2, got -1"],
    [{ tick: 1, remove: 0.5 }, "remove: an agent's index must be from 0 to 2, got 0.5"],
    [{ tick: 1, remove: "An" }, 'remove: no agent is called "An" (did you mean "Ann"?)'],
    [{ tick: 1, remove: [] }, "remove must name at least one agent"],
    [{ tick: 1, remove: [0, "Dot"] }, 'remove: no agent is called "Dot" (did you mean "Bob"?)'],
    [{ tick: 1, remove: ["all"] }, 'remove: no agent is called "all" (did you mean "Ann"?)'],
    [{ tick: 1, remove: [true] }, "remove: an agent's index must be from 0 to 2, got true"],
    [{ tick: 1, remove: { circle: 2 } }, "remove.circle must be a whole number from 0 to 1, got 2"],
    [{ tick: 1, remove: { circle: "rigt" } }, 'remove.circle: no circle is called "rigt" (did you mean "right"?)'],
    [{ tick: 1, remove: { every: 0 } }, "remove.every must be a whole number, 1 or more, got 0"],
    [{ tick: 1, remove: { top: 0, by: "degree" } }, "remove.top must be a whole number, 1 or more, got 0"],
    [{ tick: 1, remove: { top: 1, by: "degre" } }, 'remove.by must be a measure of agents, got "degre" (did you mean "degree"?)'],
    [
      { tick: 1, remove: { top: 1 } },
      "remove must be an index, a name, a list of these, all, {circle: …}, {every: …} or {top: …, by: …}, got a table",
    ],
    [
      { tick: 1, remove: { circle: 0, every: 2 } },
      "remove must be an index, a name, a list of these, all, {circle: …}, {every: …} or {top: …, by: …}, got a table",
    ],
    [{ tick: 1, add: 0, circle: 0 }, "add must be a whole number from 1 to 999,997, got 0"],
    [{ tick: 1, add: 999_998, circle: 0 }, "add must be a whole number from 1 to 999,997, got 999,998"],
    [{ tick: 1, add: "two", circle: 0 }, 'add must be a whole number from 1 to 999,997, got "two"'],
    [{ tick: 1, add: 1 }, "circle is required, because circles have names"],
    [{ tick: 1, add: 1, circle: "middle" }, 'circle: no circle is called "middle"'],
    [{ tick: 1, add: 1, circle: -1 }, "circle must be a whole number from 0 to 999,999, got -1"],
    [{ tick: 1, add: 1, circle: 0, traits: { openness: 2 } }, "openness must be a number from 0 to 1, got 2"],
    [{ tick: 1, add: 1, circle: 0, traits: [] }, "traits must be a table of traits, got an empty list"],
    [{ tick: 1, add: 2, circle: 0, names: ["Dot"] }, "names must be a list with one name for each added agent"],
    [{ tick: 1, add: 1, circle: 0, names: [""] }, "names must be a list with one name for each added agent"],
    [{ tick: 1, add: 1, circle: 0, names: ["Bob"] }, 'names: another agent already has the name "Bob"'],
    [{ tick: 1, add: 2, circle: 0, names: ["Dot", "Dot"] }, "names must be unique"],
    [{ tick: 1, move: "Ann" }, "to_circle is missing: it must be a whole number from 0 to 999,999"],
    [{ tick: 1, move: "Ann", to_circle: "lef" }, 'to_circle: no circle is called "lef" (did you mean "left"?)'],
    [{ tick: 1, cut_ties: [] }, "cut_ties must be a list of pairs such as [[0, 1]], got an empty list"],
    [{ tick: 1, cut_ties: 5 }, "cut_ties must be a list of pairs such as [[0, 1]], got 5"],
    [{ tick: 1, cut_ties: [[0]] }, "cut_ties: each entry must be a pair of two different agents, got a list of 1"],
    [{ tick: 1, cut_ties: [0, 1] }, "cut_ties: each entry must be a pair of two different agents, got 0"],
    [{ tick: 1, cut_ties: [["all", 1]] }, 'cut_ties: no agent is called "all" (did you mean "Ann"?)'],
    [{ tick: 1, add_ties: [[1, 1]] }, "add_ties: each entry must be a pair of two different agents, got 1 and 1"],
    [{ tick: 1, add_ties: [["Ann", "Ann"]] }, 'add_ties: each entry must be a pair of two different agents, got "Ann" and "Ann"'],
    [{ tick: 1, add_ties: [["Ann", 0]] }, 'add_ties: each entry must be a pair of two different agents, got "Ann" and 0'],
    [{ tick: 1, add_ties: [[0, 3]] }, "add_ties: an agent's index must be from 0 to 2, got 3"],
    [{ tick: 1, add_ties: [[0, 1]], strength: 1.1 }, "strength must be a number from 0 to 1, got 1.1"],
    [{ tick: 1, add_ties: [[0, 1]], strength: "0.5" }, 'strength must be a number from 0 to 1, got "0.5"'],
  ])("%j", (given, problem) => {
    const { interventions, problems } = checkInterventions([{ tick: 1, remove: 0 }, given], known, "plan.yaml");
    const found = problems.map((text) => text.replace(/ \(did you mean "[^"]*"\?\)$/, ""));
    expect(found.length).toBeGreaterThan(0);
    expect([...problems, ...found]).toContain(`plan.yaml[1]: ${problem}`);
    expect(interventions).toHaveLength(1);
  });

  test.each(
    Object.values(definitions)
      .filter(({ live }) => !live)
      .map(({ name }) => name),
  )("%s cannot change during a run", (name) => {
    expect(problemsOf({ tick: 1, set: { [name]: 1 } })).toEqual([
      `plan.yaml[0]: ${name} cannot change during a run; it is set at the start`,
    ]);
  });

  test("all at once, in the order of the list", () => {
    const problems = problemsOf(
      { tick: 9, set: { gossip_rate: 2, noise: -1 }, until: 3, lable: "x" },
      { tick: 4, remove: "Ann" },
      { tick: -1, add: 0.5 },
    );
    expect(problems.map((text) => text.slice(0, 13))).toEqual([
      ...Array(4).fill("plan.yaml[0]:"),
      ...Array(3).fill("plan.yaml[2]:"),
    ]);
  });
});

describe("a valid list", () => {
  test("acts by tick, then in listed order", () => {
    const { interventions } = checkInterventions(
      [
        { tick: 5, remove: 0 },
        { tick: 2, remove: 1 },
        { tick: 5, remove: 2 },
        { tick: 2, remove: 3 },
      ],
      unnamed,
    );
    expect(interventions.map((one) => [one.tick, "remove" in one && one.remove])).toEqual([
      [2, 1],
      [2, 3],
      [5, 0],
      [5, 2],
    ]);
  });

  test("is stored in the form that records and hashes use, and the input is not changed", () => {
    const given = [
      { tick: 1, until: 3, label: "x", set: { gossip: "off", gossip_rate: " 0.5", follow_up_interval: Number.POSITIVE_INFINITY } },
      { tick: 2, set_traits: { openness: -0 }, agents: "all" },
      { tick: 3, add: 1, traits: { openness: -0 } },
      { tick: 4, add_ties: [[0, 1]], strength: -0 },
    ];
    const copy = structuredClone(given);
    const { interventions, problems } = checkInterventions(given, unnamed);
    expect(problems).toEqual([]);
    expect(given).toEqual(copy);
    expect(interventions).toStrictEqual([
      { tick: 1, until: 3, label: "x", set: { gossip: false, gossip_rate: 0.5, follow_up_interval: "never" } },
      { tick: 2, set_traits: { openness: 0 }, agents: "all" },
      { tick: 3, add: 1, traits: { openness: 0 } },
      { tick: 4, add_ties: [[0, 1]], strength: 0 },
    ]);
    expect(checkInterventions(JSON.parse(JSON.stringify(interventions)), unnamed).interventions).toStrictEqual(interventions);
  });

  test("can name agents added earlier, by index or by name, but not those added later", () => {
    const later = [
      { tick: 5, add: 2, circle: "left", names: ["Dot", "Eva"] },
      { tick: 6, remove: ["Dot", 4] },
      { tick: 6, add_ties: [["Eva", 0]] },
    ];
    expect(problemsOf(...later)).toEqual([]);
    expect(problemsOf(...later, { tick: 4, remove: "Dot" })).toEqual([expect.stringContaining("no agent is called")]);
    expect(problemsOf(...later, { tick: 4, remove: 3 })).toEqual([expect.stringContaining("0 to 2")]);
    expect(problemsOf(...later, { tick: 7, add_ties: [["Eva", 4]] })).toEqual([expect.stringContaining("two different agents")]);
    expect(problemsOf(...later, { tick: 7, add: 1, circle: 0, names: ["Dot"] })).toEqual([expect.stringContaining("already")]);
  });

  test("can name circles created earlier", () => {
    expect(problemsOf({ tick: 1, move: 0, to_circle: 7 }, { tick: 1, remove: { circle: 7 } })).toEqual([]);
    expect(problemsOf({ tick: 2, move: 0, to_circle: 7 }, { tick: 1, remove: { circle: 7 } })).toHaveLength(1);
    const add = { tick: 1, add: 41 };
    expect(checkInterventions([add, { tick: 1, remove: { circle: 21 } }], unnamed).problems).toEqual([]);
    expect(checkInterventions([add, { tick: 1, remove: { circle: 22 } }], unnamed).problems).toHaveLength(1);
  });

  test("treats a random network as one circle", () => {
    const random = { ...unnamed, parameters: { ...defaultParameters, network: "random" as const } };
    expect(checkInterventions([{ tick: 1, remove: { circle: 0 } }], random).problems).toEqual([]);
    expect(checkInterventions([{ tick: 1, remove: { circle: 1 } }], random).problems).toHaveLength(1);
  });

  test("accepts any text as a name while the people are unknown, and still checks everything else", () => {
    const unknown = { ...unnamed, hasNames: false };
    const given = [
      { tick: 1, remove: "Ann" },
      { tick: 1, move: ["Bob"], to_circle: "left" },
      { tick: 1, add_ties: [["Ann", "Bob"]] },
      { tick: 1, set: { gossip: "Ann" } },
      { tick: 1, remove: { circle: "left" } },
    ];
    expect(checkInterventions(given, unknown).problems).toEqual(['interventions[3]: gossip must be on or off, got "Ann"']);
    expect(checkInterventions(given, unnamed).problems).toHaveLength(7);
  });

  test("one fault causes no others: agents from a faulty addition can be named", () => {
    const problems = problemsOf(
      { tick: 1, add: 1, circle: 0, names: ["Dot"], traits: { openness: 7 } },
      { tick: 2, remove: "Dot" },
    );
    expect(problems).toEqual(["plan.yaml[0]: openness must be a number from 0 to 1, got 7"]);
  });
});
