import { describe, expect, test } from "vitest";
import { completeExperiment, type ExperimentBase } from "../../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { problemsOf } from "../../helpers/read-sample.ts";

function problems(...lines: string[]): readonly string[] {
  return problemsOf(() => readExperiment(lines.join("\n"), "study.yaml"));
}

/** Of a file in which all else is right; the line of the fault is told apart. */
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
    expect.stringMatching(/^study\.yaml, line 2: unknown key "replicate" \(did you mean "replicates"\?\); known are question, /),
    "study.yaml, line 3: burn_in must be a whole number, 0 to 1000000000, got -1",
    'study.yaml, line 4: unknown parameter "blow_of" (did you mean "blow_off"?); `weakties parameters` lists them',
    'study.yaml, line 4: gossip must be on or off, got "maybe"',
    "study.yaml, line 5: focal_agents must be an index, a name, a list of these, all, {circle: …}, {every: …} or {top: …, by: …}, got a table",
    'study.yaml, line 7: unknown factor "follow_through" (did you mean "focal.follow_through" or "follow_through_mean"?): a parameter or switch (`weakties parameters` lists them), or focal. and a trait',
    "study.yaml, line 8: noise must be 0 to 0.5 (belief), got 0.9",
    "study.yaml, line 9: focal.openness must be 0 to 1 (share), got 2",
    'study.yaml, line 10: design must be grid, or a table such as {kind: sobol, points: 64}, got "latin"',
    'study.yaml, line 12: the name of an arm must begin with a to z, go on with a to z, 0 to 9 or _, and have 40 characters at most, got "No"',
    'study.yaml, line 13: unknown key "setting" in arms.yes; known are parameters, focal_traits, interventions',
    expect.stringMatching(/^study\.yaml, line 13: unknown trait "kindness"; known are sharing, /),
    'study.yaml, line 15: outcomes.trust.of must be one of network, agents, focal, others, got "everybody"',
    'study.yaml, line 15: unknown measure "incoming_trust" (did you mean "incoming_trust_score" or "incoming_trust_share"?); docs/experiments.md lists them',
    'study.yaml, line 15: outcomes.trust.at must be a whole number, 0 to 1000000000, got "later"',
    expect.stringMatching(
      /^study\.yaml, line 16: the name of an outcome must not be that of a column that is always there \(id, arm, .*\), got "arm"$/,
    ),
    "study.yaml, line 17: degree is a measure of agents; series hold measures of the network",
    "study.yaml, line 18: run_limit must be a number above 0, at most 1000000, got 0",
    "study.yaml, line 19: ticks must be a whole number, 1 to 1000000000, got 0",
  ]);
});

describe("a single fault is told once, and nothing follows from it", () => {
  test.each([
    // the file as a whole
    ["config must not stand beside scenario", "scenario: default", "config: a.yaml"],
    ["config must be a path, got 3", "config: 3"],
    ["replicates must be a whole number, 1 to 100000, got 0", "replicates: 0"],
    ["network must be a path, or a table of file and sha256", "network: {path: x}"],
    ["seed must be a text", "seed: [1]"],
    ["must have 10000000 runs at most, got 20000000", "replicates: 100000", "vary: {blow_off: {from: 0, to: 0.5, steps: 200}}"],
    // what varies
    ["vary must be a table such as blow_off: [0, 0.3], got a list of 1", "vary: [blow_off]"],
    ["vary.blow_off must be a list of values or a range {from: …, to: …}, got 0.3", "vary: {blow_off: 0.3}"],
    ["vary.blow_off must have two values or more; one value for every run belongs into parameters", "vary: {blow_off: [0.3]}"],
    ["vary.gossip must have each value once, got true again", "vary: {gossip: [on, true]}"],
    ["vary.blow_off must have each value once, got 0.3 again", "vary: {blow_off: [0.3, 0.1, 0.30]}"],
    ["vary.blow_off must say in a grid how many values", "vary: {blow_off: {from: 0, to: 0.5}}"],
    ["vary.blow_off must go from a lower to a higher number, got 0.5 to 0.1", "vary: {blow_off: {from: 0.5, to: 0.1, steps: 3}}"],
    ["vary.blow_off.to: blow_off must be 0 to 0.8 (share), got 0.9", "vary: {blow_off: {from: 0.5, to: 0.9, steps: 3}}"],
    ["vary.blow_off must have to, as in {from: …, to: …}", "vary: {blow_off: {from: 0.5, steps: 3}}"],
    ["vary.blow_off.steps must be a whole number, 2 to 10000, got 1", "vary: {blow_off: {from: 0, to: 0.5, steps: 1}}"],
    ['unknown key "step" in vary.blow_off (did you mean "steps"?)', "vary: {blow_off: {from: 0, to: 0.5, steps: 3, step: 1}}"],
    ["vary.gossip must be a list of values, as it takes no numbers, got a range", "vary: {gossip: {from: 0, to: 1, steps: 2}}"],
    ['vary.follow_up_interval.to must be a number, got "never"', "vary: {follow_up_interval: {from: 2, to: never, steps: 2}}"],
    [
      "vary.domains in 3 steps: domains must be a whole number, 1 to 64 (domains), got 1.5",
      "vary: {domains: {from: 1, to: 2, steps: 3}}",
    ],
    ['unknown factor "blow_of" (did you mean "blow_off"?)', "vary: {blow_of: [0, 1]}"],
    // designs
    ["design must be a table with kind, one of grid, list", "vary: {noise: [0, 0.1]}", "design: {points: 3}"],
    ["design.kind must be one of grid, list, ", "vary: {noise: [0, 0.1]}", "design: {kind: random, points: 3}"],
    ["design must have points, a whole number from 2, for sobol", "vary: {noise: [0, 0.1]}", "design: {kind: sobol}"],
    [
      'unknown key "points" in design; known are kind, base',
      "vary: {noise: [0, 0.1]}",
      "design: {kind: saltelli, base: 4, points: 3}",
    ],
    ["design.base must be a whole number, 2 to 10000000, got 1", "vary: {noise: [0, 0.1]}", "design: {kind: saltelli, base: 1}"],
    [
      "design.levels must be an even number, got 5",
      "vary: {noise: [0, 0.1]}",
      "design: {kind: morris, trajectories: 4, levels: 5}",
    ],
    ["vary must name what varies in the design sobol", "design: {kind: sobol, points: 8}"],
    [
      "vary.noise must not have steps in this design",
      "vary: {noise: {from: 0, to: 0.1, steps: 2}}",
      "design: {kind: sobol, points: 8}",
    ],
    [
      "vary must be left out where the design is a list",
      "vary: {noise: [0, 0.1]}",
      "design: {kind: list, points: [{blow_off: 0}]}",
    ],
    ["design must have points, a list such as", "design: {kind: list}"],
    ["design.points must be a list such as", "design: {kind: list, points: []}"],
    ["design.points[0] must be a table such as", "design: {kind: list, points: [0.3, {noise: 0}]}"],
    ["design.points[1] must be a table with noise, got 0.3", "design: {kind: list, points: [{noise: 0}, 0.3]}"],
    [
      "design.points[1] must have a value for noise, as the first point has",
      "design: {kind: list, points: [{noise: 0, gossip: on}, {gossip: on}]}",
    ],
    [
      'unknown key "gossip" in design.points[1]; known are noise',
      "design: {kind: list, points: [{noise: 0}, {noise: 0.1, gossip: on}]}",
    ],
    [
      "design.points must have each point once: [2] is the same as [0]",
      "design: {kind: list, points: [{noise: 0}, {noise: 0.1}, {noise: 0.0}]}",
    ],
    ['unknown factor "nose"', "design: {kind: list, points: [{nose: 0, gossip: on}, {nose: 1, gossip: off}]}"],
    ['unknown factor "nose"', "design: {kind: list, points: [{nose: 0}, {nose: 1}]}"],
    ["noise must be 0 to 0.5 (belief), got 1", "design: {kind: list, points: [{noise: 0}, {noise: 1}]}"],
    // arms
    ["arms must be a table such as", "arms: [none]"],
    ["arms must have one at least", "arms: {}"],
    ["arms.a must be a table of parameters, focal_traits, interventions, or {}, got 3", "arms: {a: 3}"],
    ["the name of an arm must begin with a to z", `arms: {${"a".repeat(41)}: {}}`],
    ["interventions must be a list, got 3", "arms: {a: {interventions: 3}}"],
    ["sharing must be 0 to 1 (share), got 1.5", "focal_agents: all", "arms: {a: {focal_traits: {sharing: 1.5}}}"],
    ["arms.a: gossip must not be set, as it varies", "vary: {gossip: [on, off]}", "arms: {a: {parameters: {gossip: on}}}"],
    [
      "arms.a: focal.sharing must not be set, as it varies",
      "focal_agents: all",
      "vary: {focal.sharing: [0, 1]}",
      "arms: {a: {focal_traits: {sharing: 1}}}",
    ],
    ["parameters: gossip must not be set, as it varies", "vary: {gossip: [on, off]}", "parameters: {gossip: on}"],
    // focal agents
    [
      "vary: focal.sharing is of focal agents: say which agents those are, as in focal_agents: {every: 10}",
      "vary: {focal.sharing: [0, 1]}",
    ],
    ["arms.a: sharing is of focal agents: say which", "arms: {a: {focal_traits: {sharing: 1}}}"],
    ["focal_agents.every must be a whole number, 1 or more, got 0", "focal_agents: {every: 0}"],
    ["focal_agents must name at least one agent", "focal_agents: []"],
    ["focal_agents.by must be a measure of agents", "focal_agents: {top: 3, by: fame}"],
    ["focal_agents must be an index", "focal_agents:"],
    // files of people
    ["vary: agents must not be varied beside network, whose file decides it", "network: a.csv", "vary: {agents: [50, 100]}"],
    ["parameters: rewiring must not be set beside network, whose file decides it", "network: a.csv", "parameters: {rewiring: 0.1}"],
    [
      "arms.a: agents must not be set beside agents, whose file decides it",
      "agents: a.csv",
      "arms: {a: {parameters: {agents: 50}}}",
    ],
    [
      "design.points: agents must not be varied beside network",
      "network: a.csv",
      "design: {kind: list, points: [{agents: 5}, {agents: 6}]}",
    ],
    // lengths
    ["burn_in must be less than ticks, which is 52, got 52", "ticks: 52", "burn_in: 52"],
    ["burn_in must be less than ticks, which is 156, got 400", "scenario: class_of_25", "burn_in: 400"],
    // series
    ["series must be on, off, a list of measures, or", "series: 13"],
    ["series must be a list of measures, one at least, got a list of 0", "series: []"],
    ["series.every must be a whole number, 1 to 1000000000, got 0", "series: {every: 0}"],
    ["series must have each measure once, got reach again", "series: [reach, reach]"],
    ['unknown measure "tick"', "series: [tick]"],
  ])("%s", (expected, ...lines) => {
    const problem = oneProblem(...lines);
    expect(problem.replace(/^study\.yaml(, line \d+)?: /, "")).toContain(expected);
  });
});

describe("outcomes", () => {
  test.each([
    ["outcomes must name one measure at least", "outcomes:"],
    ["outcomes must name one measure at least", "outcomes: {}"],
    ["outcomes in a list must be names of measures, got 3; a table says more", "outcomes: [weak_ties, 3]"],
    ["outcomes must have each name once, got weak_ties again", "outcomes: [weak_ties, weak_ties]"],
    ["outcomes.a must be a measure or a table with measure, got 3", "outcomes: {a: 3}"],
    ["outcomes.a.measure must be given", "outcomes: {a: {at: end}}"],
    ["outcomes.a.measure must be the name of a measure, got 3", "outcomes: {a: {measure: 3}}"],
    ["degree is a measure of agents: write {measure: degree, of: agents}, or of: focal or others", "outcomes: {a: degree}"],
    ["degree is a measure of agents", "outcomes: [degree]"],
    [
      "local_bridges is a measure of the network as a whole: write of: network, or leave of out",
      "outcomes: {a: {measure: local_bridges, of: agents}}",
    ],
    ["outcomes.a is of focal: say which agents those are", "outcomes: {a: {measure: degree, of: focal}}"],
    ["outcomes.a is of others: say which agents those are", "outcomes: {a: {measure: degree, of: others}}"],
    [
      "outcomes.a must have one of at, mean and change at most, got at and mean",
      "outcomes: {a: {measure: weak_ties, at: end, mean: window}}",
    ],
    ["outcomes.a.mean must be window, or two ticks such as [260, 520], got 52", "outcomes: {a: {measure: weak_ties, mean: 52}}"],
    ["outcomes.a.change must be window, or two ticks", "outcomes: {a: {measure: weak_ties, change: [1, 2, 3]}}"],
    ["outcomes.a.mean must be window, or two ticks", "outcomes: {a: {measure: weak_ties, mean: [end, end]}}"],
    [
      "outcomes.a.every must stand beside mean, which takes samples; leave it out",
      "outcomes: {a: {measure: weak_ties, every: 13}}",
    ],
    ["outcomes.a.every must be a whole number, 1 to", "outcomes: {a: {measure: weak_ties, mean: window, every: 0}}"],
    ["outcomes.a.precision must be a number above 0", "outcomes: {a: {measure: weak_ties, precision: 0}}"],
    ["outcomes.a.at must be 520 at most, the length of a run, or end, got 521", "outcomes: {a: {measure: weak_ties, at: 521}}"],
    [
      "outcomes.a.mean must go from a tick to a later one, 520 at most, the length of a run, got [52, 52]",
      "outcomes: {a: {measure: weak_ties, mean: [52, 52]}}",
    ],
    [
      "outcomes.a.change must go from a tick to a later one, 520 at most, the length of a run, got [0, 521]",
      "outcomes: {a: {measure: weak_ties, change: [0, 521]}}",
    ],
    [
      "outcomes.a.mean must go from a tick to a later one, 520 at most, the length of a run, got [520, end]",
      "outcomes: {a: {measure: weak_ties, mean: [520, end]}}",
    ],
    ["the name of an outcome must not be that of a column that is always there", "outcomes: {state_hash: weak_ties}"],
    [
      'the name of an outcome must not be that of a factor; give it another, as in {other_gossip: gossip}, got "gossip"',
      "vary: {gossip: [on, off]}",
      "outcomes: [gossip]",
    ],
  ])("%s", (expected, ...lines) => {
    const all = problems(...lines);
    expect(all, all.join("\n")).toHaveLength(1);
    expect(all[0]).toContain(expected);
  });

  test("a file without any is told so", () => {
    expect(problems("question: what?")[0]).toMatch(/^study\.yaml: outcomes must name one measure at least: /);
  });
});

describe("what hangs on the configuration", () => {
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
      "study.yaml, line 2: burn_in must be less than ticks, which is 100, got 100",
      "study.yaml, line 4: outcomes.a.at must be 100 at most, the length of a run, or end, got 101",
      "study.yaml, line 5: outcomes.b.mean must go from a tick to a later one, 100 at most, the length of a run, got [50, 101]",
    ]);
  });

  test("a length of 0, at which there is nothing to measure", () => {
    expect(of({ ticks: 0, parameters: {} }, "outcomes: [weak_ties]")).toEqual([
      "study.yaml: ticks must be 1 or more, got 0 from my.yaml; give ticks here",
    ]);
  });

  test("what its network decides", () => {
    expect(of({ network: { file: "n.csv" }, parameters: {} }, "outcomes: [weak_ties]", "vary: {agents: [10, 20]}")).toEqual([
      "study.yaml, line 3: vary: agents must not be varied beside network, whose file decides it",
    ]);
  });
});

test("names of focal agents are left to where the people are known", () => {
  expect(readExperiment("focal_agents: [Ana, Bo]\noutcomes: [weak_ties]", "x").focalAgents?.value).toEqual(["Ana", "Bo"]);
});

test("what is more than a kind of design can have", () => {
  expect(
    problems("design: {kind: latin_hypercube, points: 1048577}\nvary: {noise: {from: 0, to: 0.5}}\noutcomes: [weak_ties]"),
  ).toEqual(["study.yaml, line 1: design.points must be a whole number, 2 to 1048576, got 1048577"]);
});

test("what is no table, no YAML or no text", () => {
  expect(problems("- question: 1")).toEqual(["study.yaml, line 1: must be a table such as question: Does gossip help?"]);
  expect(problems("question: [1, }")[0]).toMatch(/^study\.yaml, line 1: must be YAML or JSON: /);
  expect(problems("")).toEqual(["study.yaml: is empty"]);
  expect(problems("seed: 1", "outcomes: [reach]", "seed: 2")[0]).toMatch(/^study\.yaml, line 3: must be YAML or JSON: .*unique/);
});
