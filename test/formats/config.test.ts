import { describe, expect, test } from "vitest";
import { readConfig } from "../../formats/config.ts";
import { checkReadInterventions } from "../../formats/interventions.ts";
import {
  advance,
  checkInterventions,
  checkParameters,
  createRun,
  defaultParameters,
  runRecord,
  stateHash,
} from "../../sim/index.ts";
import { problemsOf } from "../helpers/read-sample.ts";

function config(...lines: string[]) {
  return readConfig(lines.join("\n"), "run.yaml");
}

function problems(...lines: string[]): readonly string[] {
  return problemsOf(() => config(...lines));
}

const KNOWN = { parameters: defaultParameters, names: [], circleNames: [] };

test("YAML and JSON say the same", () => {
  const expected = {
    scenario: "default",
    seed: "1973",
    ticks: 520,
    every: 13,
    tiesEvery: 52,
    events: true,
    network: { file: "data/club.graphml" },
    agents: { file: "data/agents.csv", sha256: "ab".repeat(32) },
    parameters: { agents: 100, blow_off: 0.5, gossip: "off", follow_up_interval: "never" },
    interventions: { file: "run.yaml", given: [{ tick: 100, set: { gossip: true } }] },
  };
  const yaml = config(
    "# who follows up",
    "scenario: default",
    "seed: 1973",
    "ticks: 520",
    "every: 13",
    "ties_every: 52",
    "events: on",
    "network: data/club.graphml",
    "agents:",
    "  file: data/agents.csv",
    `  sha256: ${"AB".repeat(32)}`,
    "parameters:",
    "  agents: 100",
    "  blow_off: 0.5",
    "  gossip: off",
    "  follow_up_interval: never",
    "interventions:",
    "  - tick: 100",
    "    set: {gossip: true}",
  );
  expect(yaml).toMatchObject(expected);
  expect(yaml.interventions?.lines).toEqual([18]);
  const json = JSON.stringify({
    scenario: "default",
    seed: 1973,
    ticks: 520,
    every: 13,
    ties_every: 52,
    events: true,
    network: "data/club.graphml",
    agents: expected.agents,
    parameters: expected.parameters,
    interventions: expected.interventions.given,
  });
  expect(config(json)).toMatchObject(expected);
});

test("what is not said is left out, and a table may be left empty", () => {
  const { parameters, ...others } = config("seed: x", "parameters:");
  expect(parameters).toEqual({});
  expect(Object.entries(others).filter(([, value]) => value !== undefined)).toEqual([["seed", "x"]]);
});

describe("a seed is text, and a number is taken as it is written", () => {
  test.each([
    ["007", "007"],
    ["1e3", "1e3"],
    ["0x1F", "0x1F"],
    ["1.50", "1.50"],
    ["12345678901234567890", "12345678901234567890"],
    ["-0", "-0"],
    ["true", "true"],
    [".nan", ".nan"],
    ["2024-01-01", "2024-01-01"],
    ["'007'", "007"],
    ['"a b"', "a b"],
    ["spring # the first", "spring"],
    ['""', ""],
  ])("%s", (written, seed) => {
    expect(config(`seed: ${written}`).seed).toBe(seed);
  });

  test.each(["", "~", "null", "[1]", "{a: 1}"])("but not %j", (written) => {
    expect(problems(`seed: ${written}`)[0]).toMatch(/^run\.yaml, line 1: seed must be text, got /);
  });
});

test("the run.json of a run is a configuration that gives the same run", () => {
  const { parameters } = checkParameters({ agents: 20, gossip: "off", follow_up_interval: "never" });
  const given = [
    { tick: 3, set: { blow_off: 0.1 }, until: 4 },
    { tick: 2, add: 2, names: ["Ana", "Bo"] },
  ];
  const first = createRun({
    parameters,
    seed: "007",
    interventions: checkInterventions(given, { ...KNOWN, parameters }).interventions,
  });
  for (let tick = 0; tick < 6; tick++) advance(first);
  const record = runRecord(first, {
    scenario: "default",
    every: 13,
    tiesEvery: 26,
    events: true,
    network: { file: "n.csv", sha256: "0".repeat(64) },
  });

  const read = readConfig(JSON.stringify(record, null, 2), "run.json");
  expect(read).toMatchObject({
    scenario: "default",
    seed: "007",
    ticks: 6,
    every: 13,
    tiesEvery: 26,
    events: true,
    network: record.network,
  });
  const again = checkParameters(read.parameters);
  expect(again).toMatchObject({ parameters, problems: [] });
  const interventions = checkReadInterventions(read.interventions ?? { file: "", given: [], lines: [] }, { ...KNOWN, parameters });
  const second = createRun({ parameters: again.parameters, seed: read.seed ?? "", interventions });
  for (let tick = 0; tick < 6; tick++) advance(second);
  expect(stateHash(second)).toBe(record.state_hash);
});

describe("faults", () => {
  test("every one at once, each with its line", () => {
    expect(
      problems(
        "scenario: defualt",
        "ticks: 1.5",
        "every: 0",
        "ties_every: often",
        "events: maybe",
        "tick: 3",
        "network: [a]",
        "agents: {file: a.csv, sha: 1}",
        "parameters:",
        "  blow_of: 0.5",
        "  gossip: sometimes",
        "  agents: .inf",
        "  fading_rate: NaN",
        "interventions: none",
      ),
    ).toEqual([
      expect.stringMatching(/^run\.yaml, line 1: scenario must be one of default, .*, got "defualt" \(did you mean "default"\?\)$/),
      "run.yaml, line 2: ticks must be a whole number from 0 to 1,000,000,000, got 1.5",
      "run.yaml, line 3: every must be a whole number from 1 to 1,000,000,000, got 0",
      'run.yaml, line 4: ties_every must be a whole number from 1 to 1,000,000,000, got "often"',
      'run.yaml, line 5: events must be on or off, got "maybe"',
      expect.stringMatching(/^run\.yaml, line 6: unknown key "tick" \(did you mean "ticks"\?\); known keys: scenario, /),
      "run.yaml, line 7: network must be a path, or a table with file and sha256, got a list of 1",
      'run.yaml, line 8: unknown key "sha" in agents; known keys: file, sha256, circle_column',
      'run.yaml, line 10: unknown parameter "blow_of" (did you mean "blow_off"?); list them with `weakties parameters`',
      'run.yaml, line 11: gossip must be on or off, got "sometimes"',
      "run.yaml, line 12: agents must be a whole number from 2 to 1,000,000 (agents), got Infinity",
      expect.stringMatching(/^run\.yaml, line 13: fading_rate must be .*, got "NaN"$/),
      'run.yaml, line 14: interventions must be a list, got "none"',
    ]);
  });

  test("a malformed checksum", () => {
    expect(problems("network:", "  file: a.csv", "  sha256: 12ab")).toEqual([
      'run.yaml, line 3: network.sha256 must be 64 hexadecimal digits, got "12ab"',
    ]);
  });

  test("a file that is not a table, not YAML or not text", () => {
    expect(problems("- seed: 1")).toEqual(["run.yaml, line 1: must be a table such as seed: 1973"]);
    expect(problems("just words")).toEqual(["run.yaml, line 1: must be a table such as seed: 1973"]);
    expect(problems("seed: 1", "parameters: {a: [1, }")[0]).toMatch(/^run\.yaml, line 2: is not valid YAML or JSON: /);
    expect(problems('{"seed": 1,', '"seed": 2}')).toEqual(['run.yaml, line 2: duplicate key "seed", already in line 1']);
    expect(problems("seed: 1", "seed: 2")).toEqual(['run.yaml, line 2: duplicate key "seed", already in line 1']);
    expect(problems("seed: 1", "---", "seed: 2")).toEqual([
      "run.yaml, line 2: a second document begins here; a file can hold only one",
    ]);
    expect(problems("seed: 1", "...", "seed: 2")).toEqual([
      "run.yaml, line 3: a second document begins here; a file can hold only one",
    ]);
    expect(problems("seed: !!binary aGE=")).toEqual(['run.yaml, line 1: tags are not supported, got "!!binary"; remove it']);
    expect(problems("seed: !now x")).toEqual(['run.yaml, line 1: tags are not supported, got "!now"; remove it']);
    expect(problems("seed: 1", "ticks: ]")).toEqual(["run.yaml, line 2: a ] has no matching ["]);
    expect(problems("")).toEqual(["run.yaml: is empty"]);
    expect(problems("seed: \0")[0]).toMatch(/^run\.yaml, line 1: contains the control character 0/);
  });

  test("files that expand or nest too deeply", () => {
    expect(problems("seed: &a x", "scenario: *a")).toEqual([
      'run.yaml, line 1: anchors are not supported, got "&a"; repeat the value instead',
      'run.yaml, line 2: aliases are not supported, got "*a"; repeat the value instead',
    ]);
    const tooDeep = "is nested more than 100 levels deep; check its brackets and its indentation";
    const indented = (levels: number) => Array.from({ length: levels }, (_, k) => `${" ".repeat(k)}a:`);
    expect(problems(`parameters: ${"[".repeat(100_000)}`)).toEqual([`run.yaml, line 1: ${tooDeep}`]);
    expect(problems(`parameters: ${"[".repeat(100)}${"]".repeat(100)}`)).toEqual([`run.yaml, line 1: ${tooDeep}`]);
    expect(problems(`{"parameters":\n${"[".repeat(100)}${"]".repeat(100)}}`)).toEqual([`run.yaml, line 2: ${tooDeep}`]);
    expect(problems("seed:", "- ".repeat(100))).toEqual([`run.yaml, line 2: ${tooDeep}`]);
    expect(problems(...indented(101))).toEqual([`run.yaml, line 100: ${tooDeep}`]);
    expect(problems(...indented(99))[0]).toMatch(/unknown key "a"/);
    expect(problems("__proto__: {seed: 1}", "constructor: 2").map((problem) => problem.slice(0, 40))).toEqual([
      'run.yaml, line 1: unknown key "__proto__',
      'run.yaml, line 2: unknown key "construct',
    ]);
  });
});
