import { describe, expect, test } from "vitest";
import { completeExperiment, type ExperimentBase } from "../../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { experimentMeasures, scenarios } from "../../../sim/index.ts";

const DEFAULT: ExperimentBase = { scenarioName: "default", config: { parameters: {} } };

function complete(lines: readonly string[], base = DEFAULT) {
  return completeExperiment(readExperiment(lines.join("\n"), "study.yaml"), base);
}

const experiment = (...lines: string[]) => complete(lines).experiment;

/** Of an experiment of which nothing but these lines is asked. */
const withOutcome = (...lines: string[]) => experiment("outcomes: [weak_ties]", ...lines);

const everyKey = [
  "question: Does following up keep weak ties alive?",
  "scenario: default",
  "network: friends.csv",
  `agents: {file: people.csv, sha256: ${"AB".repeat(32)}}`,
  "ticks: 400",
  "burn_in: 200",
  "seed: 007",
  "replicates: 20",
  "parameters: {thanks: off, noise: 0.2, blow_off: 0.1}",
  "interventions: [{tick: 5, set: {gossip: off}}]",
  "focal_agents: {every: 10}",
  "vary:",
  "  follow_up_interval: [2, 13, never]",
  "  gossip: [on, off]",
  "  focal.follow_through: [0.2, 0.9]",
  "  learn_intimacy: {from: 0, to: 0.3, steps: 4}",
  "design: grid",
  "arms:",
  "  none: {}",
  "  all: {parameters: {trust_checks: off}, focal_traits: {status_bias: 0, sharing: 0.95}, interventions: [{tick: 9, remove: 3}]}",
  "outcomes:",
  "  trust: incoming_trust_share",
  "  bridges: {measure: local_bridges, mean: window, every: 26}",
  "  early: {measure: weak_ties, mean: [0, 52]}",
  "  late: {measure: degree, of: agents, mean: [300, end]}",
  "  growth: {measure: strong_ties, change: window}",
  "  focal_trust: {measure: incoming_trust_share, of: focal, at: end, precision: 0.01}",
  "  first: {measure: weak_ties, at: 0}",
  "series: {every: 26, measures: [weak_ties, local_bridges]}",
  "run_limit: 0.5",
];

const everyKeyRead = {
  question: "Does following up keep weak ties alive?",
  scenario: "default",
  ticks: 400,
  burnIn: 200,
  seed: "007",
  replicates: 20,
  parameters: { noise: 0.2, blow_off: 0.1, thanks: false },
  interventions: [{ tick: 5, set: { gossip: "off" } }],
  focalAgents: { every: 10 },
  factors: [
    { name: "follow_up_interval", values: { levels: [2, 13, "never"] } },
    { name: "gossip", values: { levels: [true, false] } },
    { name: "focal.follow_through", values: { levels: [0.2, 0.9] } },
    { name: "learn_intimacy", values: { levels: [0, 0.1, 0.2, 0.3] } },
  ],
  design: { kind: "grid" },
  arms: [
    { name: "none", parameters: {}, focalTraits: {}, interventions: [] },
    {
      name: "all",
      parameters: { trust_checks: false },
      focalTraits: { sharing: 0.95, status_bias: 0 },
      interventions: [{ tick: 9, remove: 3 }],
    },
  ],
  outcomes: [
    { name: "trust", measure: "incoming_trust_share", of: "network", when: { at: 400 }, every: 13 },
    { name: "bridges", measure: "local_bridges", of: "network", when: { mean: { from: 200, to: 400 } }, every: 26 },
    { name: "early", measure: "weak_ties", of: "network", when: { mean: { from: 0, to: 52 } }, every: 13 },
    { name: "late", measure: "degree", of: "agents", when: { mean: { from: 300, to: 400 } }, every: 13 },
    { name: "growth", measure: "strong_ties", of: "network", when: { change: { from: 200, to: 400 } }, every: 13 },
    { name: "focal_trust", measure: "incoming_trust_share", of: "focal", when: { at: 400 }, every: 13, precision: 0.01 },
    { name: "first", measure: "weak_ties", of: "network", when: { at: 0 }, every: 13 },
  ],
  series: { every: 26, measures: ["weak_ties", "local_bridges"] },
  runLimit: 0.5,
};

test("every key is read", () => {
  const { experiment: read, network, agents, interventions } = complete(everyKey);
  expect(read).toEqual(everyKeyRead);
  expect(network).toEqual({ file: "friends.csv", namedBy: "study.yaml" });
  expect(agents).toEqual({ file: "people.csv", sha256: "ab".repeat(32), namedBy: "study.yaml" });
  expect(interventions).toEqual({ file: "study.yaml", given: everyKeyRead.interventions, lines: [10] });
});

test("parameters and traits are kept in the order of the model, however they are listed", () => {
  const { parameters, arms } = complete(everyKey).experiment;
  expect(Object.keys(parameters)).toEqual(["noise", "blow_off", "thanks"]);
  expect(Object.keys(arms[1].focalTraits)).toEqual(["sharing", "status_bias"]);
});

test("JSON says the same", () => {
  const json = {
    question: everyKeyRead.question,
    scenario: "default",
    ticks: 400,
    burn_in: 200,
    seed: "007",
    replicates: 20,
    parameters: { thanks: false, noise: 0.2, blow_off: 0.1 },
    interventions: everyKeyRead.interventions,
    focal_agents: { every: 10 },
    vary: {
      follow_up_interval: [2, 13, "never"],
      gossip: [true, false],
      "focal.follow_through": [0.2, 0.9],
      learn_intimacy: { from: 0, to: 0.3, steps: 4 },
    },
    design: { kind: "grid" },
    arms: {
      none: null,
      all: {
        parameters: { trust_checks: "off" },
        focal_traits: { sharing: 0.95, status_bias: 0 },
        interventions: [{ tick: 9, remove: 3 }],
      },
    },
    outcomes: {
      trust: { measure: "incoming_trust_share" },
      bridges: { measure: "local_bridges", mean: [200, 400], every: 26 },
      early: { measure: "weak_ties", mean: [0, 52] },
      late: { measure: "degree", of: "agents", mean: [300, 400] },
      growth: { measure: "strong_ties", change: [200, "end"] },
      focal_trust: { measure: "incoming_trust_share", of: "focal", precision: 0.01 },
      first: { measure: "weak_ties", at: 0 },
    },
    series: { every: 26, measures: ["weak_ties", "local_bridges"] },
    run_limit: 0.5,
  };
  expect(experiment(JSON.stringify(json, null, 1))).toEqual(everyKeyRead);
});

test("what is not said has its default", () => {
  expect(withOutcome()).toEqual({
    question: "",
    scenario: "default",
    parameters: {},
    interventions: [],
    ticks: 520,
    burnIn: 0,
    seed: "1973",
    replicates: 10,
    factors: [],
    design: { kind: "grid" },
    arms: [{ name: "base", parameters: {}, focalTraits: {}, interventions: [] }],
    outcomes: [{ name: "weak_ties", measure: "weak_ties", of: "network", when: { at: 520 }, every: 13 }],
    runLimit: 3600,
  });
});

test("tables that are left empty are none", () => {
  const empty = ["vary:", "arms:", "parameters:", "interventions:", "series:", "design:"];
  expect(withOutcome(...empty)).toEqual(withOutcome());
});

describe("a seed is text", () => {
  test.each([
    ["007", "007"],
    ["1e3", "1e3"],
    ["'2 words'", "2 words"],
    ["12345678901234567890", "12345678901234567890"],
    ["true", "true"],
  ])("%s", (written, seed) => {
    expect(withOutcome(`seed: ${written}`).seed).toBe(seed);
  });
});

describe("series", () => {
  const all = experimentMeasures.map(({ name }) => name).filter((name) => name !== "tick");
  test.each([
    ["on", { every: 13, measures: all }],
    ["true", { every: 13, measures: all }],
    ["off", undefined],
    ["[reach, payoff]", { every: 13, measures: ["reach", "payoff"] }],
    ["{every: 1}", { every: 1, measures: all }],
    ["{measures: [gossip]}", { every: 13, measures: ["gossip"] }],
  ])("%s", (written, series) => {
    expect(withOutcome(`series: ${written}`).series).toEqual(series);
  });
});

describe("designs", () => {
  const factors = [
    { name: "blow_off", values: { from: 0, to: 0.8, whole: false } },
    { name: "agents", values: { from: 20, to: 40, whole: true } },
    { name: "network", values: { levels: ["circles", "random"] } },
    { name: "focal.openness", values: { from: 0, to: 1, whole: false } },
  ];
  const vary = [
    "focal_agents: [0, 1]",
    "vary:",
    "  blow_off: {from: 0, to: 0.8}",
    "  agents: {from: 20, to: 40}",
    "  network: [circles, random]",
    "  focal.openness: {from: 0, to: 1}",
  ];

  test.each([
    ["{kind: latin_hypercube, points: 50}", { kind: "latin_hypercube", points: 50 }],
    ["{kind: sobol, points: 64}", { kind: "sobol", points: 64 }],
    ["{kind: morris, trajectories: 10, levels: 6}", { kind: "morris", trajectories: 10, levels: 6 }],
    ["{kind: morris, trajectories: 2}", { kind: "morris", trajectories: 2, levels: 4 }],
    ["{kind: saltelli, base: 256}", { kind: "saltelli", base: 256 }],
    [
      "{kind: saltelli, base: 8, groups: {net: [agents, network]}, second_order: on}",
      { kind: "saltelli", base: 8, groups: { net: ["agents", "network"] }, secondOrder: true },
    ],
  ])("%s takes ranges and lists", (written, design) => {
    expect(withOutcome(...vary, `design: ${written}`)).toMatchObject({ design, factors });
  });

  test("a list has the factors of its points, with their values as they come", () => {
    const read = withOutcome(
      "design:",
      "  kind: list",
      "  points:",
      "    - {blow_off: 0.3, gossip: on}",
      "    - {gossip: off, blow_off: 0.30}",
      "    - {blow_off: 0.1, gossip: true}",
    );
    expect(read.factors).toEqual([
      { name: "blow_off", values: { levels: [0.3, 0.1] } },
      { name: "gossip", values: { levels: [true, false] } },
    ]);
    expect(read.design).toEqual({
      kind: "list",
      points: [
        { blow_off: 0.3, gossip: true },
        { blow_off: 0.3, gossip: false },
        { blow_off: 0.1, gossip: true },
      ],
    });
    const points = read.design.kind === "list" ? read.design.points : [];
    expect(points.map((point) => Object.keys(point).join(" "))).toEqual(Array(3).fill("blow_off gossip"));
  });

  test("evenly spaced values are those a person would write down", () => {
    const { factors: read } = withOutcome("vary: {blow_off: {from: 0.1, to: 0.7, steps: 7}, domains: {from: 1, to: 10, steps: 4}}");
    expect(read.map(({ values }) => values)).toEqual([{ levels: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7] }, { levels: [1, 4, 7, 10] }]);
  });

  test.each([
    ["sobol, points: 64", []],
    [
      "sobol, points: 50",
      [
        "study.yaml: a Sobol sequence is balanced only if its length is a power of two; set design.points to 32 or 64 rather than 50",
      ],
    ],
    [
      "saltelli, base: 100",
      [
        "study.yaml: a Sobol sequence is balanced only if its length is a power of two; set design.base to 64 or 128 rather than 100",
      ],
    ],
    ["latin_hypercube, points: 50", []],
  ])("of powers of two a note is made, where they matter: %s", (design, notes) => {
    expect(complete(["outcomes: [weak_ties]", "vary: {noise: {from: 0, to: 0.5}}", `design: {kind: ${design}}`]).notes).toEqual(
      notes,
    );
  });
});

describe("what the file leaves out", () => {
  test("is the scenario's", () => {
    const { experiment: read, interventions } = complete(["scenario: conference", "outcomes: [weak_ties]"], {
      scenarioName: "conference",
      config: { parameters: {} },
    });
    const { ticks, seed, interventions: given } = scenarios.conference;
    // Its parameters come with its name.
    expect(read).toMatchObject({ scenario: "conference", ticks, seed, interventions: given, parameters: {} });
    expect(interventions).toEqual({ file: "scenario conference", given, lines: [0] });
  });

  const config: ExperimentBase = {
    scenarioName: "class_of_25",
    configFile: "base/my.yaml",
    config: {
      scenario: "class_of_25",
      seed: "abc",
      ticks: 100,
      every: 1,
      network: { file: "n.csv" },
      agents: { file: "a.csv" },
      parameters: { thanks: "off", noise: "0.2", gossip: "off", agents: 60 },
      interventions: { file: "base/my.yaml", given: [{ tick: 1, add: 1 }], lines: [7] },
    },
  };

  test("is the configuration's", () => {
    const { experiment: read, ...others } = complete(["config: my.yaml", "outcomes: [weak_ties]"], config);
    expect(read).toMatchObject({ scenario: "class_of_25", ticks: 100, seed: "abc", interventions: [{ tick: 1, add: 1 }] });
    expect(others).toMatchObject({
      network: { file: "n.csv", namedBy: "base/my.yaml" },
      agents: { file: "a.csv", namedBy: "base/my.yaml" },
      interventions: { file: "base/my.yaml", lines: [7] },
    });
  });

  test("except parameters that vary or that the network determines; the file's own replace the configuration's", () => {
    const lines = ["config: my.yaml", "outcomes: [weak_ties]", "parameters: {noise: 0.1}", "vary: {gossip: [on, off]}"];
    expect(complete(lines, config).experiment.parameters).toEqual({ noise: 0.1, thanks: false });
  });

  test("a file of people in the experiment replaces the configuration's", () => {
    const { network } = complete(["network: other.csv", "outcomes: [weak_ties]"], config);
    expect(network).toEqual({ file: "other.csv", namedBy: "study.yaml" });
  });

  test("an empty list of interventions replaces the scenario's", () => {
    const base: ExperimentBase = { scenarioName: "conference", config: { parameters: {} } };
    expect(complete(["outcomes: [weak_ties]", "interventions: []"], base).experiment.interventions).toEqual([]);
  });
});

test("an experiment.json of a folder of results is an experiment file", () => {
  const record = ["program: weakties", "version: 9.9.9", "hash: x", "files: {}", "until_precision: 0.1", "shard: 1/3"];
  expect(withOutcome(...record)).toEqual(withOutcome());
});

test("−0 is 0, as they are equal and hash apart", () => {
  const read = withOutcome("vary: {blow_off: [-0, 0.1]}", "parameters: {noise: -0.0}", "interventions: [{tick: 1, remove: [-0]}]");
  const numbers = [read.parameters.noise, read.interventions, read.factors];
  expect(JSON.stringify(numbers, (_, value) => (Object.is(value, -0) ? "minus" : value))).not.toContain("minus");
});
