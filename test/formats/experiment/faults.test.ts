import { describe, expect, test } from "vitest";
import { completeExperiment, type ExperimentBase } from "../../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { problemsOf } from "../../helpers/read-sample.ts";

function problems(...lines: string[]): readonly string[] {
  return problemsOf(() => readExperiment(lines.join("\n"), "study.yaml"));
}

/** The only fault of a file that is right apart from these lines. */
function oneProblem(...lines: string[]): string {
  const all = problems("outcomes: [weak_ties]", ...lines);
  expect(all, all.join("\n")).toHaveLength(1);
  return all[0];
}

test("every fault of a file at once, each with its line, its rule and what to do", () => {
  expect(
    problems(
      "scenario: defualt",
      "replicate: 5",
      "burn_in: -1",
      "parameters: {blow_of: 0.1, gossip: maybe}",
      "focal_agents: {evry: 10}",
      "vary:",
      "  follow_through: [0.2, 0.9]",
      "  noise: [0.1, 0.9]",
      "  focal.openness: [0, 2]",
      "design: latin",
      "arms:",
      "  No: {}",
      "  yes: {focal_traits: {kindness: 1}, setting: 3}",
      "outcomes:",
      "  trust: {measure: incoming_trust, of: everybody, at: later}",
      "  arm: weak_ties",
      "series: [degree]",
      "run_limit: 0",
      "ticks: 0",
    ),
  ).toEqual([
    expect.stringMatching(/^study\.yaml, line 1: scenario must be one of default, .*, got "defualt" \(did you mean "default"\?\)$/),
    expect.stringMatching(/^study\.yaml, line 2: unknown key "replicate" \(did you mean "replicates"\?\); known keys: question, /),
    "study.yaml, line 3: burn_in must be a whole number from 0 to 1,000,000,000, got -1",
    'study.yaml, line 4: unknown parameter "blow_of" (did you mean "blow_off"?); list them with `weakties parameters`',
    'study.yaml, line 4: gossip must be on or off, got "maybe"',
    "study.yaml, line 5: focal_agents must be an index, a name, a list of these, all, {circle: …}, {every: …} or {top: …, by: …}, got a table",
    'study.yaml, line 7: unknown factor "follow_through" (did you mean "focal.follow_through" or "follow_through_mean"?); vary a parameter or switch (list them with `weakties parameters`), or focal. and a trait',
    "study.yaml, line 8: noise must be a number from 0 to 0.5 (belief), got 0.9",
    "study.yaml, line 9: focal.openness must be a number from 0 to 1 (share), got 2",
    'study.yaml, line 10: design must be grid, or a table such as {kind: sobol, points: 64}, got "latin"',
    'study.yaml, line 12: the name of an arm must start with a letter a to z, contain only a to z, 0 to 9 and _, and have at most 40 characters, got "No"',
    'study.yaml, line 13: unknown key "setting" in arms.yes; known keys: parameters, focal_traits, interventions',
    expect.stringMatching(/^study\.yaml, line 13: unknown trait "kindness"; known traits: sharing, /),
    'study.yaml, line 15: outcomes.trust.of must be one of network, agents, focal, others, got "everybody"',
    'study.yaml, line 15: unknown measure "incoming_trust" (did you mean "incoming_trust_score" or "incoming_trust_share"?); see the list in docs/experiments.md',
    'study.yaml, line 15: outcomes.trust.at must be a whole number from 0 to 1,000,000,000, got "later"',
    expect.stringMatching(
      /^study\.yaml, line 16: the name of an outcome must differ from the columns of every table \(id, arm, .*\), got "arm"$/,
    ),
    "study.yaml, line 17: degree is a measure of agents, but series hold measures of the network",
    "study.yaml, line 18: run_limit must be a number above 0 and at most 1,000,000, got 0",
    "study.yaml, line 19: ticks must be a whole number from 1 to 1,000,000,000, got 0",
  ]);
});

describe("a single fault is reported once, without consequential ones", () => {
  test.each([
    // the file as a whole
    ["give either config or scenario, not both", "scenario: default", "config: a.yaml"],
    ["config must be a path, got 3", "config: 3"],
    ["replicates must be a whole number from 1 to 100,000, got 0", "replicates: 0"],
    ["network must be a path, or a table with file and sha256", "network: {path: x}"],
    ["seed must be text", "seed: [1]"],
    [
      "an experiment can have at most 10,000,000 runs, got 20,000,000",
      "replicates: 100000",
      "vary: {blow_off: {from: 0, to: 0.5, steps: 200}}",
    ],
    // what varies
    ["vary must be a table such as blow_off: [0, 0.3], got a list of 1", "vary: [blow_off]"],
    ["vary.blow_off must be a list of values or a range {from: …, to: …}, got 0.3", "vary: {blow_off: 0.3}"],
    ["vary.blow_off needs at least two values; put a single value under parameters", "vary: {blow_off: [0.3]}"],
    ["vary.gossip lists true twice", "vary: {gossip: [on, true]}"],
    ["vary.blow_off lists 0.3 twice", "vary: {blow_off: [0.3, 0.1, 0.30]}"],
    ["vary.blow_off needs a number of values in a grid", "vary: {blow_off: {from: 0, to: 0.5}}"],
    ["vary.blow_off must go from a lower to a higher number, got 0.5 to 0.1", "vary: {blow_off: {from: 0.5, to: 0.1, steps: 3}}"],
    [
      "vary.blow_off.to: blow_off must be a number from 0 to 0.8 (share), got 0.9",
      "vary: {blow_off: {from: 0.5, to: 0.9, steps: 3}}",
    ],
    ["vary.blow_off needs the key to, as in {from: …, to: …}", "vary: {blow_off: {from: 0.5, steps: 3}}"],
    ["vary.blow_off.steps must be a whole number from 2 to 10,000, got 1", "vary: {blow_off: {from: 0, to: 0.5, steps: 1}}"],
    ['unknown key "step" in vary.blow_off (did you mean "steps"?)', "vary: {blow_off: {from: 0, to: 0.5, steps: 3, step: 1}}"],
    ["vary.gossip takes no numbers, so it must be a list of values, got a range", "vary: {gossip: {from: 0, to: 1, steps: 2}}"],
    ['vary.follow_up_interval.to must be a number, got "never"', "vary: {follow_up_interval: {from: 2, to: never, steps: 2}}"],
    [
      "vary.domains in 3 steps: domains must be a whole number from 1 to 64 (domains), got 1.5",
      "vary: {domains: {from: 1, to: 2, steps: 3}}",
    ],
    ['unknown factor "blow_of" (did you mean "blow_off"?)', "vary: {blow_of: [0, 1]}"],
    [
      'unknown factor "follow_throgh" (did you mean "focal.follow_through" or "follow_through_mean"?)',
      "vary: {follow_throgh: [0.2, 0.9]}",
    ],
    ['unknown factor "focal.follow_throgh" (did you mean "focal.follow_through"?)', "vary: {focal.follow_throgh: [0.2, 0.9]}"],
    ['unknown parameter "gratitud" (did you mean "gratitude_mean"?)', "parameters: {gratitud: 0.5}"],
    // designs
    ["design must be a table with kind, one of grid, list", "vary: {noise: [0, 0.1]}", "design: {points: 3}"],
    ["design.kind must be one of grid, list, ", "vary: {noise: [0, 0.1]}", "design: {kind: random, points: 3}"],
    ["the design sobol needs points, a whole number of at least 2", "vary: {noise: [0, 0.1]}", "design: {kind: sobol}"],
    [
      'unknown key "points" in design; known keys: kind, base, groups, second_order',
      "vary: {noise: [0, 0.1]}",
      "design: {kind: saltelli, base: 4, points: 3}",
    ],
    [
      "design.base must be a whole number from 2 to 10,000,000, got 1",
      "vary: {noise: [0, 0.1]}",
      "design: {kind: saltelli, base: 1}",
    ],
    [
      "design.levels must be an even number, got 5",
      "vary: {noise: [0, 0.1]}",
      "design: {kind: morris, trajectories: 4, levels: 5}",
    ],
    ["the design sobol needs factors", "design: {kind: sobol, points: 8}"],
    [
      "vary.noise has steps, but this design chooses the values",
      "vary: {noise: {from: 0, to: 0.1, steps: 2}}",
      "design: {kind: sobol, points: 8}",
    ],
    [
      "vary cannot be combined with a list design, whose points say what varies",
      "vary: {noise: [0, 0.1]}",
      "design: {kind: list, points: [{blow_off: 0}]}",
    ],
    ["a list design needs points, a list such as", "design: {kind: list}"],
    ["design.points must be a list such as", "design: {kind: list, points: []}"],
    ["design.points[0] must be a table such as", "design: {kind: list, points: [0.3, {noise: 0}]}"],
    ["design.points[1] must be a table with noise, got 0.3", "design: {kind: list, points: [{noise: 0}, 0.3]}"],
    [
      "design.points[1] has no value for noise, which varies in the first point",
      "design: {kind: list, points: [{noise: 0, gossip: on}, {gossip: on}]}",
    ],
    [
      'unknown key "gossip" in design.points[1]; known keys: noise',
      "design: {kind: list, points: [{noise: 0}, {noise: 0.1, gossip: on}]}",
    ],
    ["design.points[2] repeats design.points[0]", "design: {kind: list, points: [{noise: 0}, {noise: 0.1}, {noise: 0.0}]}"],
    ['unknown factor "nose"', "design: {kind: list, points: [{nose: 0, gossip: on}, {nose: 1, gossip: off}]}"],
    ['unknown factor "nose"', "design: {kind: list, points: [{nose: 0}, {nose: 1}]}"],
    ["noise must be a number from 0 to 0.5 (belief), got 1", "design: {kind: list, points: [{noise: 0}, {noise: 1}]}"],
    // arms
    ["arms must be a table such as", "arms: [none]"],
    ["arms needs at least one entry", "arms: {}"],
    ["arms.a must be {} or a table of parameters, focal_traits, interventions, got 3", "arms: {a: 3}"],
    ["the name of an arm must start with a letter a to z", `arms: {${"a".repeat(41)}: {}}`],
    ["interventions must be a list, got 3", "arms: {a: {interventions: 3}}"],
    ["sharing must be a number from 0 to 1 (share), got 1.5", "focal_agents: all", "arms: {a: {focal_traits: {sharing: 1.5}}}"],
    ["arms.a: gossip varies, so it must not be set here", "vary: {gossip: [on, off]}", "arms: {a: {parameters: {gossip: on}}}"],
    [
      "arms.a: focal.sharing varies, so it must not be set here",
      "focal_agents: all",
      "vary: {focal.sharing: [0, 1]}",
      "arms: {a: {focal_traits: {sharing: 1}}}",
    ],
    ["parameters: gossip varies, so it must not be set here", "vary: {gossip: [on, off]}", "parameters: {gossip: on}"],
    // focal agents
    [
      "vary: focal.sharing is a trait of focal agents, but no agents are focal; choose them, as in focal_agents: {every: 10}",
      "vary: {focal.sharing: [0, 1]}",
    ],
    ["arms.a: sharing is a trait of focal agents, but no agents are focal", "arms: {a: {focal_traits: {sharing: 1}}}"],
    ["focal_agents.every must be a whole number, 1 or more, got 0", "focal_agents: {every: 0}"],
    ["focal_agents must name at least one agent", "focal_agents: []"],
    ["focal_agents.by must be a measure of agents", "focal_agents: {top: 3, by: fame}"],
    ["focal_agents must be an index", "focal_agents:"],
    // files of people
    ["vary: the network file determines agents; leave it out here", "network: a.csv", "vary: {agents: [50, 100]}"],
    ["parameters: the network file determines rewiring; leave it out here", "network: a.csv", "parameters: {rewiring: 0.1}"],
    ["arms.a: the agents file determines agents; leave it out here", "agents: a.csv", "arms: {a: {parameters: {agents: 50}}}"],
    [
      "design.points: the network file determines agents",
      "network: a.csv",
      "design: {kind: list, points: [{agents: 5}, {agents: 6}]}",
    ],
    // lengths
    ["burn_in must be less than the 52 ticks of a run, got 52", "ticks: 52", "burn_in: 52"],
    ["burn_in must be less than the 156 ticks of a run, got 400", "scenario: class_of_25", "burn_in: 400"],
    // series
    ["series must be on, off, a list of measures, or", "series: 13"],
    ["series must be a list of at least one measure, got an empty list", "series: []"],
    ["series.every must be a whole number from 1 to 1,000,000,000, got 0", "series: {every: 0}"],
    ["series must contain only names of measures, got 3", "series: [reach, 3]"],
    ["series lists reach twice", "series: [reach, reach]"],
    ['unknown measure "tick"', "series: [tick]"],
  ])("%s", (expected, ...lines) => {
    const problem = oneProblem(...lines);
    expect(problem.replace(/^study\.yaml(, line \d+)?: /, "")).toContain(expected);
  });
});

describe("outcomes", () => {
  test.each([
    ["outcomes needs at least one measure", "outcomes:"],
    ["outcomes needs at least one measure", "outcomes: {}"],
    [
      "a list of outcomes must contain only names of measures, got 3; for more than a name, write a table",
      "outcomes: [weak_ties, 3]",
    ],
    ["outcomes lists weak_ties twice", "outcomes: [weak_ties, weak_ties]"],
    ["outcomes.a must be a measure, an expression, or a table with measure or value, got 3", "outcomes: {a: 3}"],
    ["outcomes.a.measure is missing", "outcomes: {a: {at: end}}"],
    ["outcomes.a.measure must be the name of a measure, got 3", "outcomes: {a: {measure: 3}}"],
    ["degree is a measure of agents; write {measure: degree, of: agents}, or of: focal or others", "outcomes: {a: degree}"],
    ["degree is a measure of agents", "outcomes: [degree]"],
    [
      "local_bridges is a measure of the network as a whole; write of: network, or leave of out",
      "outcomes: {a: {measure: local_bridges, of: agents}}",
    ],
    ["outcomes.a measures focal agents, but no agents are focal", "outcomes: {a: {measure: degree, of: focal}}"],
    ["outcomes.a measures others agents, but no agents are focal", "outcomes: {a: {measure: degree, of: others}}"],
    [
      "outcomes.a can have only one of at, mean, max, min, trend, change, when, got at and mean",
      "outcomes: {a: {measure: weak_ties, at: end, mean: window}}",
    ],
    ["outcomes.a.mean must be window, or two ticks such as [260, 520], got 52", "outcomes: {a: {measure: weak_ties, mean: 52}}"],
    ["outcomes.a.change must be window, or two ticks", "outcomes: {a: {measure: weak_ties, change: [1, 2, 3]}}"],
    ["outcomes.a.mean must be window, or two ticks", "outcomes: {a: {measure: weak_ties, mean: [end, end]}}"],
    [
      "outcomes.a.every has an effect only with mean, max, min, trend or when, which look more than once; add one of them or leave it out",
      "outcomes: {a: {measure: weak_ties, every: 13}}",
    ],
    ["outcomes.a.every must be a whole number from 1 to", "outcomes: {a: {measure: weak_ties, mean: window, every: 0}}"],
    ["outcomes.a.precision must be a number above 0", "outcomes: {a: {measure: weak_ties, precision: 0}}"],
    ["outcomes.a.at must be end or at most 520, the last tick of a run, got 521", "outcomes: {a: {measure: weak_ties, at: 521}}"],
    [
      "outcomes.a.mean must go from a tick to a later one, at most 520, the last tick of a run, got [52, 52]",
      "outcomes: {a: {measure: weak_ties, mean: [52, 52]}}",
    ],
    [
      "outcomes.a.change must go from a tick to a later one, at most 520, the last tick of a run, got [0, 521]",
      "outcomes: {a: {measure: weak_ties, change: [0, 521]}}",
    ],
    [
      "outcomes.a.mean must go from a tick to a later one, at most 520, the last tick of a run, got [520, end]",
      "outcomes: {a: {measure: weak_ties, mean: [520, end]}}",
    ],
    ["the name of an outcome must differ from the columns of every table", "outcomes: {state_hash: weak_ties}"],
    [
      'the name of an outcome must differ from the factors; choose another, as in {other_gossip: gossip}, got "gossip"',
      "vary: {gossip: [on, off]}",
      "outcomes: [gossip]",
    ],
  ])("%s", (expected, ...lines) => {
    const all = problems(...lines);
    expect(all, all.join("\n")).toHaveLength(1);
    expect(all[0]).toContain(expected);
  });

  test("a file without outcomes", () => {
    expect(problems("question: what?")[0]).toMatch(/^study\.yaml: outcomes needs at least one measure, as in /);
  });
});

describe("what depends on the configuration", () => {
  const of = (config: ExperimentBase["config"], ...lines: string[]) =>
    problemsOf(() =>
      completeExperiment(readExperiment(["config: my.yaml", ...lines].join("\n"), "study.yaml"), {
        scenarioName: "default",
        configFile: "my.yaml",
        config,
      }),
    );

  test("windows within its ticks", () => {
    expect(
      of(
        { ticks: 100, parameters: {} },
        "burn_in: 100",
        "outcomes:",
        "  a: {measure: weak_ties, at: 101}",
        "  b: {measure: weak_ties, mean: [50, 101]}",
        "  c: {measure: weak_ties, at: 100}",
      ),
    ).toEqual([
      "study.yaml, line 2: burn_in must be less than the 100 ticks of a run, got 100",
      "study.yaml, line 4: outcomes.a.at must be end or at most 100, the last tick of a run, got 101",
      "study.yaml, line 5: outcomes.b.mean must go from a tick to a later one, at most 100, the last tick of a run, got [50, 101]",
    ]);
  });

  test("a length of 0, at which there is nothing to measure", () => {
    expect(of({ ticks: 0, parameters: {} }, "outcomes: [weak_ties]")).toEqual([
      "study.yaml: ticks must be at least 1, got 0 from my.yaml; set ticks in this file",
    ]);
  });

  test("what its network decides", () => {
    expect(of({ network: { file: "n.csv" }, parameters: {} }, "outcomes: [weak_ties]", "vary: {agents: [10, 20]}")).toEqual([
      "study.yaml, line 3: vary: the network file determines agents; leave it out here",
    ]);
  });
});

test("names of focal agents are left to where the people are known", () => {
  expect(readExperiment("focal_agents: [Ana, Bo]\noutcomes: [weak_ties]", "x").focalAgents?.value).toEqual(["Ana", "Bo"]);
});

test("what is more than a kind of design can have", () => {
  expect(
    problems("design: {kind: latin_hypercube, points: 1048577}\nvary: {noise: {from: 0, to: 0.5}}\noutcomes: [weak_ties]"),
  ).toEqual(["study.yaml, line 1: design.points must be a whole number from 2 to 1,048,576, got 1,048,577"]);
});

test("a file that is not a table, not YAML or not text", () => {
  expect(problems("- question: 1")).toEqual(["study.yaml, line 1: must be a table such as question: Does gossip help?"]);
  expect(problems("question: [1, }")[0]).toMatch(/^study\.yaml, line 1: is not valid YAML or JSON: /);
  expect(problems("")).toEqual(["study.yaml: is empty"]);
  expect(problems("seed: 1", "outcomes: [reach]", "seed: 2")).toContain(
    'study.yaml, line 3: duplicate key "seed", already in line 1',
  );
});
