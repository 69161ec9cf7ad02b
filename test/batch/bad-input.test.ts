import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();

/** The output folder, which stays empty because every command is refused. */
const out = ["--ticks", "1", "--quiet", "--out", "never"];

/** The problems for which a command is refused, one per line. Nothing may have been written. */
async function problemsOf(...args: string[]): Promise<string[]> {
  const before = place.listing();
  const { code, stdout, stderr } = await place.weakties(...args);
  expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: "" });
  expect(place.listing()).toEqual(before);
  const [first, ...problems] = stderr.trimEnd().split("\n");
  expect(first).toBe(`weakties: ${problems.length} problem${problems.length === 1 ? "" : "s"}, nothing was written`);
  expect(problems.filter((problem) => !/^ {2}\S/.test(problem))).toEqual([]);
  // No stack trace.
  expect(stderr).not.toMatch(/^\s+at /m);
  return problems.map((problem) => problem.trim());
}

describe("commands and flags", () => {
  test.each([
    [
      ["rnu"],
      'unknown command "rnu" (did you mean "run"?); commands are run, new, experiment, status, report, analyze, export, why, ripple, link, merge, slurm, parameters, scenarios',
    ],
    [["--bogus"], 'unknown flag "--bogus"'],
    [["--seed", "4"], "--seed must come after its command: weakties run --seed"],
    [["run", ...out, "--tick", "4"], 'unknown flag "--tick" (did you mean "--ticks"?)'],
    [["run", ...out, "--forse=1"], 'unknown flag "--forse" (did you mean "--force"?)'],
    [["run", ...out, "no_gossip"], 'unknown argument "no_gossip" (did you mean --scenario no_gossip?)'],
    [["parameters", "--jsno"], 'unknown flag "--jsno" (did you mean "--json"?)'],
    [["parameters", "--json", "--schema"], "--json and --schema cannot be combined: choose one of --json, --schema and --markdown"],
    [["scenarios", "all"], 'unknown argument "all"'],
    [["run", ...out, "--seed"], "--seed needs a value (for a value that begins with -, write --seed=…)"],
    [["run", "--seed", ...out], "--seed needs a value (for a value that begins with -, write --seed=…)"],
    [["run", ...out, "--seed", "1", "--seed", "2"], '--seed can be given only once, got "1" and "2"'],
    [["run", ...out, "--every", "0"], '--every must be a whole number from 1 to 1,000,000,000, written in digits only, got "0"'],
    [
      ["run", ...out, "--every", "1e1"],
      '--every must be a whole number from 1 to 1,000,000,000, written in digits only, got "1e1"',
    ],
    [
      ["run", ...out, "--ties-every", "2.5"],
      '--ties-every must be a whole number from 1 to 1,000,000,000, written in digits only, got "2.5"',
    ],
    [
      ["run", "--ticks", "-1", ...out.slice(2)],
      '--ticks must be a whole number from 0 to 1,000,000,000, written in digits only, got "-1"',
    ],
    [
      ["run", "--ticks", "NaN", ...out.slice(2)],
      '--ticks must be a whole number from 0 to 1,000,000,000, written in digits only, got "NaN"',
    ],
    [["run", "--out", "-", "--events"], "--events needs a folder, because --out - prints only series.csv"],
    [
      ["run", ...out, "--scenario", "defualt"],
      '--scenario: unknown scenario "defualt" (did you mean "default"?); `weakties scenarios` lists them',
    ],
  ])("%j", async (args, problem) => {
    expect(await problemsOf(...args)).toEqual([problem]);
  });

  test("no command prints the help on standard error and exits with 2", async () => {
    const { code, stdout, stderr } = await place.weakties();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Usage: weakties .*^ {2}run /ms);
  });
});

describe("parameters", () => {
  const unknown = (name: string, nearest: string) =>
    `--set: unknown parameter "${name}"${nearest && ` (did you mean "${nearest}"?)`}; \`weakties parameters\` lists them`;
  test.each([
    ["blow_off=NaN", '--set: blow_off must be a number from 0 to 0.8 (share), got "NaN"'],
    ["blow_off=Infinity", '--set: blow_off must be a number from 0 to 0.8 (share), got "Infinity"'],
    ["blow_off=-Infinity", '--set: blow_off must be a number from 0 to 0.8 (share), got "-Infinity"'],
    ["blow_off=1e999", '--set: blow_off must be a number from 0 to 0.8 (share), got "1e999"'],
    ["blow_off=", '--set: blow_off must be a number from 0 to 0.8 (share), got ""'],
    ["blow_off=half", '--set: blow_off must be a number from 0 to 0.8 (share), got "half"'],
    ["blow_off=1.4", '--set: blow_off must be a number from 0 to 0.8 (share), got "1.4"'],
    ["domains=2.5", '--set: domains must be a whole number from 1 to 64 (domains), got "2.5"'],
    ["agents=0", '--set: agents must be a whole number from 2 to 1,000,000 (agents), got "0"'],
    ["gossip=maybe", '--set: gossip must be on or off, got "maybe"'],
    [
      "network=smallworld",
      '--set: network must be one of circles, random, small_world, ring, preferential_attachment, blocks, configuration, got "smallworld" (did you mean "small_world"?)',
    ],
    ["gosip=off", unknown("gosip", "gossip")],
    ["blowOff=0.5", unknown("blowOff", "blow_off")],
    ["quux=1", unknown("quux", "")],
    ["__proto__=1", unknown("__proto__", "")],
    ["ties_within=150", "parameters: ties_within must be at most 31.2 in circles of 40 (four fifths of the others), got 150"],
    ["gossip", '--set must be name=value, got "gossip"'],
    ["=0.5", '--set must be name=value, got "=0.5"'],
  ])("--set %s", async (setting, problem) => {
    expect(await problemsOf("run", ...out, "--set", setting)).toEqual([problem]);
  });

  test("more ties than there are pairs of agents", async () => {
    const small = ["--set", "agents=12", "--set", "circle_size=4", "--set", "circle_spread=0"];
    expect(await problemsOf("run", ...out, ...small, "--set", "ties_within=4", "--set", "ties_across=9")).toEqual([
      "parameters: ties_within must be at most 2.4 in circles of 4 (four fifths of the others), got 4",
      "parameters: ties_across must be at most 8 across circles of 4 (no more ties fit), got 9",
    ]);
  });

  test("the same parameter twice", async () => {
    expect(await problemsOf("run", ...out, "--set", "gossip=on", "--set", "gossip=off")).toEqual([
      '--set sets gossip twice, the second time to "off"',
    ]);
  });
});

describe("files", () => {
  const binary = randomBytes(5000);
  binary[0] = 0;

  test.each(["--network", "--agents", "--interventions", "--config"])(
    "%s: missing, a folder, a device, empty, binary, of another encoding",
    async (flag) => {
      mkdirSync(place.path("folder"), { recursive: true });
      place.write("empty", "");
      place.write("blank", " \n\n");
      place.write("binary", binary);
      place.write("latin-1", Uint8Array.from([...Buffer.from("name,to\nA,B\nJos"), 0xe9, ...Buffer.from(",C\n")]));
      const problem = (file: string) => problemsOf("run", ...out, flag, file);
      expect(await problem("missing")).toEqual(["missing: cannot be read: no such file or folder"]);
      expect(await problem("folder")).toEqual(["folder: is a folder, not a file"]);
      expect(await problem("/dev/null")).toEqual(["/dev/null: is a device, not a file"]);
      expect(await problem("empty")).toEqual(["empty: is empty"]);
      expect(await problem("blank")).toEqual(["blank: is empty"]);
      expect(await problem("binary")).toEqual([expect.stringMatching(/^binary, line 1: contains the control character 0,/)]);
      expect(await problem("latin-1")).toEqual([expect.stringMatching(/^latin-1, line 3: contains bytes that are not UTF-8/)]);
    },
  );

  test("--network: a faulty line, a document type, an entity, one agent", async () => {
    place.write("weights.csv", "from,to,weight\nA,B,NaN\nA,C,-1\nB,C,inf\nB,D,2\n");
    expect(await problemsOf("run", ...out, "--network", "weights.csv")).toEqual([
      expect.stringMatching(/^weights\.csv, line 2: .*"NaN"/),
      expect.stringMatching(/^weights\.csv, line 3: .*"-1"/),
      expect.stringMatching(/^weights\.csv, line 4: .*"inf"/),
      expect.stringMatching(/^weights\.csv: negative weights can be ratings of trust: .*--columns trust=weight/),
    ]);
    place.write("swell.graphml", '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<graphml></graphml>\n');
    expect(await problemsOf("run", ...out, "--network", "swell.graphml")).toEqual([
      expect.stringMatching(/^swell\.graphml, line 2: contains <!DOCTYPE, which is not supported/),
    ]);
    place.write("alone.csv", "from,to\nA,A\n");
    expect(await problemsOf("run", ...out, "--network", "alone.csv")).toEqual(["alone.csv: a run needs at least 2 agents, got 1"]);
  });

  test("--agents: an unknown column, a missing name, a trait out of range, a wrong type", async () => {
    place.write("agents.csv", "name,opennes\nA,0.5\n");
    expect(await problemsOf("run", ...out, "--agents", "agents.csv")).toEqual([
      'agents.csv, line 1: unknown column "opennes" (did you mean "openness"?)',
    ]);
    place.write("agents.csv", "name,openness,domain\nA,1.5,0\n,0.5,1\nB,half,6\n");
    expect(await problemsOf("run", ...out, "--agents", "agents.csv")).toEqual([
      'agents.csv, line 2: openness must be a number from 0 to 1, got "1.5"',
      "agents.csv, line 3: the name is missing",
      expect.stringMatching(/^agents\.csv, line 4: domain must be a whole number from 0 to 5/),
      'agents.csv, line 4: openness must be a number from 0 to 1, got "half"',
    ]);
  });

  test("--config: unknown keys and parameters with the nearest, wrong types, NaN and infinities, each with its line", async () => {
    place.write(
      "config.yaml",
      "sede: 1\nticks: -1\nevery: often\nparameters:\n  gosip: off\n  blow_off: .nan\n  hearsay: .inf\n  domains: [1]\n",
    );
    expect(await problemsOf("run", "--quiet", "--out", "never", "--config", "config.yaml")).toEqual([
      expect.stringMatching(/^config\.yaml, line 1: unknown key "sede" \(did you mean "seed"\?\)/),
      expect.stringMatching(/^config\.yaml, line 2: ticks must be a whole number.*got -1$/),
      expect.stringMatching(/^config\.yaml, line 3: every must be a whole number.*got "often"$/),
      expect.stringMatching(/^config\.yaml, line 5: unknown parameter "gosip" \(did you mean "gossip"\?\)/),
      "config.yaml, line 6: blow_off must be a number from 0 to 0.8 (share), got NaN",
      "config.yaml, line 7: hearsay must be a number from 0 to 1 (rate), got Infinity",
      expect.stringMatching(/^config\.yaml, line 8: domains must be a whole number/),
    ]);
  });

  test("--config with --scenario", async () => {
    place.write("sound.yaml", "seed: 1\n");
    expect(await problemsOf("run", ...out, "--config", "sound.yaml", "--scenario", "default")).toEqual([
      "--scenario and --config cannot be combined: a configuration names its own scenario",
    ]);
  });

  test("--config: a network that has changed since it was recorded", async () => {
    place.write("friends.csv", "A,B\nB,C\n");
    place.write("recorded.yaml", `network: {file: friends.csv, sha256: "${"0".repeat(64)}"}\n`);
    expect(await problemsOf("run", ...out, "--config", "recorded.yaml")).toEqual([
      expect.stringMatching(/^friends\.csv: has changed: SHA-256 [\da-f]{64}, recorded 0{64}$/),
    ]);
  });

  test("--interventions: unknown agents, circles, parameters and traits, with their lines", async () => {
    place.write(
      "interventions.yaml",
      `- {tick: 1, set: {gosip: off}}
- {tick: 1, remove: Ann}
- {tick: 1, set_traits: {opennes: 1}, agents: all}
- {tick: 1, move: 200, to_circle: 0}
- {tick: 0, set: {agents: 5}}
`,
    );
    expect(await problemsOf("run", ...out, "--set", "agents=200", "--interventions", "interventions.yaml")).toEqual(
      expect.arrayContaining([
        'interventions.yaml, line 1: unknown parameter "gosip" (did you mean "gossip"?)',
        'interventions.yaml, line 2: remove: no agent is called "Ann"',
        'interventions.yaml, line 3: unknown trait "opennes" (did you mean "openness"?)',
        expect.stringMatching(/^interventions\.yaml, line 4: move: an agent's index must be from 0 to 199, got 200/),
        expect.stringMatching(/^interventions\.yaml, line 5: tick must be a whole number, 1 or more, got 0/),
        expect.stringMatching(/^interventions\.yaml, line 5: agents cannot change during a run/),
      ]),
    );
  });

  test("a parameter that a file decides cannot be set", async () => {
    place.write("friends.csv", "A,B\nB,C\n");
    place.write("people.csv", "name\nA\nB\nC\n");
    const small = ["--set", "ties_within=1", "--set", "ties_across=0"];
    expect(await problemsOf("run", ...out, "--network", "friends.csv", "--set", "agents=3", "--set", "network=random")).toEqual([
      "--set: agents cannot be combined with --network, because the file decides it",
      "--set: network cannot be combined with --network, because the file decides it",
    ]);
    expect(await problemsOf("run", ...out, "--agents", "people.csv", "--set", "agents=3", ...small)).toEqual([
      "--set: agents cannot be combined with --agents, because the file decides it",
    ]);
    place.write("both.yaml", "network: friends.csv\nparameters: {agents: 4}\n");
    expect(await problemsOf("run", ...out, "--config", "both.yaml")).toEqual([
      "both.yaml: agents must be 3, as in the files that it names, got 4; leave it out",
    ]);
  });
});

describe("many problems", () => {
  test("flags, parameters, every file and the folder are reported together", async () => {
    place.write("taken", "a file");
    place.write("network.csv", "from,to,weight\nA,B,lots\n");
    place.write("agents.csv", "name,opennes\nA,0.5\n");
    place.write("config.yaml", "parameters: {gosip: off}\n");
    place.write("interventions.yaml", "- {tick: 1, set: {hearsay: 2}}\n- {tick: 1, remove: Ann}\n");
    const files = [
      "--network",
      "network.csv",
      "--agents",
      "agents.csv",
      "--config",
      "config.yaml",
      "--interventions",
      "interventions.yaml",
    ];
    const flags = ["--ticks", "ten", "--frce", "--set", "blow_off=2", "--set", "agents=9", "--out", "taken"];
    const problems = await problemsOf("run", ...files, ...flags);
    expect(problems).toHaveLength(9);
    for (const part of [
      'unknown flag "--frce" (did you mean "--force"?)',
      '--ticks must be a whole number from 0 to 1,000,000,000, written in digits only, got "ten"',
      'config.yaml, line 1: unknown parameter "gosip"',
      "network.csv, line 2: a weight must be a number of at least 0",
      'agents.csv, line 1: unknown column "opennes"',
      "--set: blow_off must be a number from 0 to 0.8 (share), got",
      "--set: agents cannot be combined with --network",
      // Without the network, the program cannot know whether an Ann exists.
      "interventions.yaml, line 1: hearsay must be a number from 0 to 1 (rate), got 2",
      "--out: taken is a file, not a folder",
    ])
      expect(
        problems.filter((problem) => problem.startsWith(part)),
        part,
      ).toHaveLength(1);
  });

  test("a file with thousands of faults does not fill the screen", async () => {
    place.write("many.yaml", Array.from({ length: 3000 }, () => "- {tick: 0, set: {gossip: off}}\n").join(""));
    const { code, stderr } = await place.weakties("run", ...out, "--interventions", "many.yaml");
    expect(code).toBe(2);
    expect(stderr.split("\n")).toHaveLength(53);
    expect(stderr).toMatch(/^weakties: 3,000 problems, .*\n {2}and 2,950 more\n$/s);
  });
});

describe("a mistake in the program", () => {
  // Breaks a function that writes the record of a run.
  const broken = { NODE_OPTIONS: "--import=data:text/javascript,JSON.stringify=()=>{throw(TypeError('worn'))}" };

  test("prints one line that says how to report it, exits with 1 and leaves nothing", () => {
    const before = place.listing();
    const { code, stderr } = place.weaktiesWith(broken, "run", ...out);
    expect(code).toBe(1);
    expect(stderr).toBe(
      "weakties: internal error: worn. Please report this with the command that you typed. WEAKTIES_DEBUG=1 shows where it happened.\n",
    );
    expect(place.listing()).toEqual(before);
  });

  test("with WEAKTIES_DEBUG shows where", () => {
    const { code, stderr } = place.weaktiesWith({ ...broken, WEAKTIES_DEBUG: "1" }, "run", ...out);
    expect(code).toBe(1);
    expect(stderr).toMatch(/TypeError: worn\n {4}at .* makeRunInFolder \(\S*batch\/run\/make-run\.ts:\d+:\d+\)/s);
  });
});
