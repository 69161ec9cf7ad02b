import { cpSync, mkdirSync, realpathSync, symlinkSync, truncateSync } from "node:fs";
import { dirname } from "node:path";
import { runCommandLine } from "../../batch/run-command-line.ts";
import { writeLink } from "../../formats/link/write-link.ts";
import { createRun, mergeParameters, scenarios, stateHash, VERSION } from "../../sim/index.ts";
import type { Workplace } from "../helpers/command-line.ts";
import { TINY } from "../helpers/experiment-files.ts";
import type { Example } from "./example.ts";

/** The record of a run that ended in another state. */
function recordOf(parameters: Readonly<Record<string, number>>, ticks = 0): string {
  return JSON.stringify({ program: "weakties", version: VERSION, seed: "1", ticks, parameters, state_hash: "0".repeat(16) });
}

/** Files for the command lines, by name. */
const files: Readonly<Record<string, string>> = {
  "study.yaml": TINY,
  "other.yaml": `${TINY}\nrun_limit: 5\n`.replace("seed: tiny", "seed: other"),
  "reseeded.yaml": TINY.replace("replicates: 6", "seeds: [tiny-1, other]"),
  "friends.csv": "A,B\nB,C\n",
  "friends.graphml": '<graphml><graph><node id="A"/><node id="B"/><edge source="A" target="B"/></graph></graphml>',
  "friends.net": "*Vertices 2\n1 A\n2 B\n*Edges\n1 2\n",
  "people.csv": "name\nA\nB\nC\n",
  "empty.csv": "",
  "sound.yaml": "seed: 1\n",
  "both.yaml": "network: friends.csv\nparameters: {agents: 4}\n",
  "recorded.yaml": `network: {file: friends.csv, sha256: "${"0".repeat(64)}"}\n`,
  "changed-people.yaml": `config: recorded.yaml\noutcomes: [weak_ties]\n`,
  "asks.yaml": `${TINY}contrasts: {talk: {outcome: trust, difference: [{gossip: on}, {gossip: off}]}}\n`,
  "focal.yaml": "config: missing.yaml\noutcomes: [weak_ties]\n",
  "grown.yaml": TINY.replace("series:", "  reach: reach\nseries:"),
  "shrunk.yaml": TINY.replace("blow_off: [0, 0.4]", "blow_off: [0, 0.2]"),
  "ties-at.yaml": "ties_every: 52\nties_at: [0, 600]\n",
  "bad-ties-at.yaml": "ties_at: 52\n",
  "no-ties-at.yaml": "ties_at: [52]\ntables: [series]\n",
  "no-ties-where.yaml": "ties_where: strong ties\ntables: [series]\n",
  "no-ties.yaml": "ties_every: 52\ntables: [series]\n",
  taken: "a file",
  "foreign/notes.txt": "mine",
  "foreign-record/experiment.json": "{}",
  "short-run/run.json": recordOf({ agents: 24, circle_size: 12 }),
  "large-run/run.json": recordOf({ agents: 6000 }, 1),
  "foreign-run/run.json": "{}",
  "scripted/slurm/array.sh": "mine",
  "settled.yaml": TINY.replace("replicates: 6", "replicates: 1\nsettled: 4"),
  "settled-tables.yaml": "network: brief/ties.csv\nagents: brief/agents.csv\nticks: 9\nsettled: on\noutcomes: [weak_ties]\n",
  "early.yaml": "- {tick: 1, remove: 0}",
  "turns.yaml": [
    "- {tick: 1, promise: {asker: 0, promiser: 1, outcome: kept}}",
    "- {tick: 1, promise: {asker: A, promiser: B, made: -3, outcome: kept}}",
    "- {tick: 1, favor: {asker: A, asked: C, outcome: agreed}}",
    "- {tick: 1, meeting: {agent: A, other: C, outcome: missed}}",
    "- {tick: 1, introduction: {introducer: A, agent: B, person: C, outcome: engaged}}",
  ].join("\n"),
  "alike.yaml": '- {tick: 1, add: 2, circle: 0, names: [Dot, "Dot\\u200b"]}\n',
  "alike-study.yaml":
    'network: friends.csv\nticks: 1\noutcomes: [weak_ties]\ninterventions:\n- {tick: 1, add: 1, circle: community 1, names: ["A\\u200b"]}\n',
};

/** Links to the start of a run: with its state hash, and with people from a file. */
const start = {
  version: VERSION,
  scenario: "class_of_25",
  seed: "1",
  settled: 0,
  ticks: 0,
  parameters: {},
  interventions: [],
} as const;
const startHash = stateHash(
  createRun({ parameters: mergeParameters([{ place: "", values: scenarios.class_of_25.parameters }]).parameters, seed: "1" }),
);
const sameLink = `#${writeLink({ ...start, stateHash: startHash })}`;
const networkLink = (file: string) => `#${writeLink({ ...start, scenario: "default", network: { file, sha256: "0".repeat(64) } })}`;

const short = ["--ticks", "0", "--quiet", "--out"];

/** Command lines that are refused, or say more than their result. */
const lines: readonly (readonly string[])[] = [
  ["rnu"],
  ["--bogus"],
  ["--seed", "4"],
  ["run", "--tick", "4"],
  ["run", "no_gossip"],
  ["run", "--", "--seed"],
  ["run", "--out"],
  ["run", "--seed", "1", "--seed", "2"],
  ["run", "--ticks", "NaN"],
  ["run", "--settle", "long"],
  ["run", "--out", "-", "--events"],
  ["run", "--tables", "series,agnets"],
  ["run", "--tables", "series,ties", "--no-ties"],
  ["run", "--no-ties", "--ties-every", "52"],
  ["run", "--tables", "series", "--ties-every", "52"],
  ["run", "--ties-at", "0,end"],
  ["run", "--ties-at", "0,26", "--ties-every", "52"],
  ["run", "--no-ties", "--ties-at", "0,26"],
  ["run", "--ticks", "52", "--ties-at", "0,104"],
  ["run", "--ties-where", "strong tis of"],
  ["run", "--ties-where", "payoff of agents"],
  ["run", "--ties-where", "ties of focal"],
  ["run", "--ties-where", "ties of top 3 by reach"],
  ["run", "--ties-where", "ties of circle 99"],
  ["run", "--ties-where", "strong ties", "--no-ties"],
  ["run", "--config", "no-ties-where.yaml"],
  ["run", "--events", "--event-kinds", "thank"],
  ["run", "--event-kinds", "thanks"],
  ["run", "--config", "ties-at.yaml"],
  ["run", "--config", "no-ties-at.yaml"],
  ["run", "--config", "bad-ties-at.yaml"],
  ["run", "--gzip", "--parquet"],
  ["analyze"],
  ["analyze", "foreign-run"],
  ["analyze", "foreign-record"],
  ["analyze", "brief", "--every", "0", "--shuffles", "-1", "--out", "foreign"],
  ["export", "--to", "gefx"],
  ["export", "foreign-run"],
  ["export", "foreign-run", "--to", "gexf"],
  ["export", "older-run", "--to", "gexf"],
  ["export", "short-run", "--to", "gexf"],
  ["export", "short-run", "--to", "siena"],
  ["export", "large-run", "--to", "siena"],
  ["export", "foreign", "--to", "gexf", "--out", "new"],
  ["export", "foreign", "--to", "graphml", "--absent", "NA", "--out", "foreign"],
  ["ripple", "--event", "{tick: 1, promise: {asker: 0, promiser: 0}}", "--seed", "1"],
  ["ripple", "brief", "--event", "{tick: 1, remove: 0}"],
  ["ripple", "brief", "--event", "{tick: 1, remove: 0}, {tick: 2, remove: 0}"],
  ["ripple", "brief", "--event", "{tick: 1, promise: {asker: A, promiser: B, outcome: kept}}"],
  ["ripple", "brief", "--event", "{tick: 1, promise: {asker: A, promiser: Bo, outcome: kept}}"],
  ["ripple", "brief", "--first", "2", "--last", "1", "--without", "gosip,fading", "--least", "2"],
  ["ripple", "brief", "--last", "3"],
  ["ripple", "done", "--out", "foreign"],
  ["ripple", "short-run"],
  ["why"],
  ["why", "brief", "--tie", "A"],
  ["why", "brief", "--tie", "A,A"],
  ["why", "brief", "--tie", "A,Zoe"],
  ["why", "brief", "--agent", "3"],
  ["link"],
  ["link", "done", "--run", "x", "--page", "ftp://x"],
  ["link", "foreign"],
  ["run", "--link", sameLink, "--config", "sound.yaml"],
  ["run", "--link", sameLink, "--out", "linked"],
  ["run", "--link", networkLink("friends.csv"), "--out", "other-network"],
  ["run", "--link", networkLink("lost.csv"), "--out", "lost-network"],
  ["link", "results"],
  ["run", "--config", "no-ties.yaml"],
  ["run", "--scenario", "defualt"],
  ["run", "--set", "blow_off=1.4"],
  ["run", "--set", "domains=2.5"],
  ["run", "--set", "gossip=maybe"],
  ["run", "--set", "network=smallworld"],
  ["run", "--set", "gosip=off"],
  ["run", "--set", "gossip"],
  ["run", "--set", "gossip=on", "--set", "gossip=off"],
  ["run", "--set", "circle_size=900"],
  ["run", "--set", "active_from=0.5"],
  ["run", "--set", "richness_lean=1"],
  ["run", "--set", "lean_below=0.8"],
  ["run", "--set", "ties_within=150"],
  ["run", "--set", "circle_size=3", ...short, "noticed"],
  ...[
    ["network=blocks", "block_matrix=0.3 0.1; 0.1 0.3"],
    ["block_matrix=0.3 0.1; 0.2 0.3"],
    ["block_matrix=0.3 many"],
    [`block_matrix=${"1;".repeat(51)}`],
    ["network=blocks", "homophily=0.9"],
    ["degrees=power_law"],
    ["network=configuration", "agents=20", "degrees=25"],
    ["network=configuration", "agents=21", "degrees=3"],
    ["network=configuration", "agents=8", "degrees=7 7 1 1 1 1 1 1"],
  ].map((sets) => ["run", ...sets.flatMap((set) => ["--set", set])]),
  [
    "run",
    "--set",
    "network=random",
    "--set",
    "agents=12",
    "--set",
    "circle_size=4",
    "--set",
    "ties_within=9",
    "--set",
    "ties_across=9",
  ],
  ["run", "--config", "sound.yaml", "--scenario", "default"],
  ["run", "--config", "recorded.yaml"],
  ["run", "--config", "both.yaml"],
  ["run", "--network", "friends.csv", "--set", "agents=3"],
  ["run", "--network", "missing.csv"],
  ["run", "--network", "foreign"],
  ["run", "--network", "latin.csv"],
  ["run", "--network", "huge.csv"],
  ["run", "--network", "empty.csv"],
  ["run", "--network", "friends.csv", ...short, "friends"],
  ["run", "--network", "people.csv"],
  ["run", "--network", "friends.csv", "--columns", "fro=A,from=,to=1,to=2"],
  ["run", "--network", "friends.csv", "--trust-scale", "5"],
  ["run", "--network", "friends.csv", "--time-unit", "days"],
  ["run", "--columns", "from=A,to=B"],
  ["run", "--circle-column", "team"],
  ["run", "--agents", "people.csv", "--circle-column", "team"],
  ["run", "--network", "friends.graphml", "--circle-column", "team"],
  ["run", "--network", "friends.net", "--circle-column", "team"],
  ["experiment", "settled-tables.yaml"],
  ["run", "--from", "brief"],
  ["run", "--from", "brief", "--ticks", "2", "--seed", "1"],
  ["run", "--from", "brief", "--ticks", "5", "--out", "brief"],
  ["run", "--from", "brief", "--ticks", "5", "--interventions", "early.yaml"],
  ["run", "--interventions", "alike.yaml", "--ticks", "1", "--quiet", "--out", "alike"],
  ["run", "--network", "friends.csv", "--interventions", "turns.yaml", "--ticks", "1", "--quiet", "--out", "turned"],
  ["run", "--from", "taken", "--ticks", "5"],
  ["run", "--from", "foreign", "--ticks", "5"],
  ["run", "--from", "foreign-run", "--ticks", "5"],
  ["run", "--from", "older-run", "--ticks", "5"],
  ["run", "--from", "edited-run", "--ticks", "5"],
  ["run", "--from", "changed-run", "--ticks", "5", "--quiet", "--out", "continued"],
  ["run", "--from", "damaged-checkpoint", "--ticks", "5"],
  ["run", "--from", "alien-checkpoint", "--ticks", "5"],
  ["export", "brief", "--to", "siena", "--every", "0", "--absent", "1"],
  ["run", "--out", ""],
  ["run", "--out", "taken"],
  ["run", "--out", "taken/below"],
  ["run", "--out", "."],
  ["run", "--out", "foreign"],
  ["run", "--out", "dangling"],
  ["run", "--out", "x".repeat(250)],
  ["run", "--out", "done"],
  ["run", "--out", "mixed", "--force"],
  ["new"],
  ["new", "study.yaml"],
  ["new", "missing/study.yaml"],
  ["new", "taken/study.yaml"],
  ["new", "--schema", "x.yaml"],
  ["parameters", "--json", "--schema"],
  ["scenarios", "all"],
  ["experiment"],
  ["experiment", "missing.yaml"],
  ["experiment", "focal.yaml"],
  ["experiment", "changed-people.yaml"],
  ["experiment", "study.yaml", "--out", ""],
  ["experiment", "study.yaml", "--out", "taken"],
  ["experiment", "study.yaml", "--out", "foreign"],
  ["experiment", "study.yaml", "--out", "foreign-record"],
  ["experiment", "study.yaml", "--out", "unreadable"],
  ["experiment", "other.yaml", "--out", "results"],
  ["experiment", "reseeded.yaml", "--out", "results"],
  ["experiment", "study.yaml", "--out", "parts/shard-1-of-2"],
  ["experiment", "grown.yaml", "--out", "whole", "--shard", "1/1"],
  ["experiment", "study.yaml", "--shard", "3/2"],
  ["experiment", "study.yaml", "--shard", "2/49"],
  ["experiment", "study.yaml", "--shard", "1/2", "--until-precision", "0.05"],
  ["experiment", "study.yaml", "--shard", "1/2", "--parquet"],
  ["experiment", "study.yaml", "--progress", "bar"],
  ["experiment", "study.yaml", "--until-precision", "2"],
  ["experiment", "study.yaml", "--until-precision", "talk"],
  ["experiment", "asks.yaml", "--until-precision", "talk"],
  ["experiment", "study.yaml", "--again", "some"],
  ["status"],
  ["status", "nothing"],
  ["status", "taken"],
  ["status", "results", "--run", "abc"],
  ["status", "results", "--run", "0123456789abcdef"],
  ["status", "parts"],
  ["report"],
  ["report", "foreign"],
  ["report", "bare"],
  ["report", "older"],
  ["report", "whole/shard-1-of-1", "--out", "parts"],
  ["status", "stopped"],
  ["status", "halted"],
  ["status", "whole"],
  ["merge"],
  ["merge", "parts"],
  ["merge", "crowded"],
  ["status", "crowded"],
  ["merge", "third"],
  ["merge", "nothing"],
  ["merge", "stopped"],
  ["merge", "unfinished"],
  ["merge", "whole", "--out", "edited"],
  ["merge", "whole/shard-1-of-1", "alien/shard-1-of-1", "parts/shard-1-of-2", "--out", "mixed-shards"],
  ["merge", "parts/shard-1-of-2", "copies/shard-1-of-2"],
  ["slurm"],
  ["slurm", "study.yaml", "--shards", "0"],
  ["slurm", "study.yaml", "--shards", "1000"],
  ["slurm", "study.yaml", "--shards", "3", "--out", "parts"],
  ["slurm", "study.yaml", "--shards", "2", "--sbatch", "partition"],
  ["slurm", "study.yaml", "--shards", "2", "--sbatch", "--array=1"],
  ["slurm", "study.yaml", "--shards", "2", "--sbatch", "--out"],
  ["slurm", "study.yaml", "--shards", "2", "--out", "scripted"],
  ["slurm", "study.yaml", "--shards", "2", "--out", "jobs", "--submit"],
];

/** Command lines that start threads. They run as a process of their own, since threads need built files. */
const longer: readonly (readonly string[])[] = [
  ["experiment", "settled.yaml", "--out", "settled"],
  ["experiment", "grown.yaml", "--out", "grown", "--jobs", "1"],
  ["experiment", "settled.yaml", "--out", "settled", "--jobs", "1"],
  ["experiment", "alike-study.yaml", "--out", "alike-study", "--jobs", "1"],
  ["experiment", "shrunk.yaml", "--out", "damaged", "--jobs", "1"],
];

/** Fills a folder with files, a run, an experiment and shards. The built command makes the results. */
async function prepare(place: Workplace): Promise<void> {
  for (const folder of ["unreadable/experiment.json", "mixed", "bare"]) mkdirSync(place.path(folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(place.path(name)), { recursive: true });
    place.write(name, text);
  }
  place.write("latin.csv", Uint8Array.from([...Buffer.from("from,to\nJos"), 0xe9, ...Buffer.from(",Ana\n")]));
  place.write("huge.csv", "");
  truncateSync(place.path("huge.csv"), 3e9);
  symlinkSync("nowhere", place.path("dangling"));
  await place.succeed("run", "--ticks", "0", "--quiet", "--out", "done");
  place.write("mixed/run.json", place.read("done/run.json"));
  place.write("mixed/notes.txt", "mine");
  await prepareRuns(place);
  await place.succeed("experiment", "study.yaml", "--out", "results");
  await place.succeed("experiment", "study.yaml", "--out", "parts", "--shard", "1/2");
  await place.succeed("experiment", "study.yaml", "--out", "whole", "--shard", "1/1");
  copyAndEdit(place, "results", "older", "experiment.json", (text) => text.replace(/"version": "[^"]*"/, '"version": "9.9.9"'));
  copyAndEdit(place, "results", "edited", "experiment.json", (text) => text.replace(/"hash": "./, '"hash": "x'));
  copyAndEdit(place, "results", "grown", "log.jsonl", (text) => text);
  copyAndEdit(place, "results", "damaged", "log.jsonl", (text) => text.replace("{", "["));
  const keepThree = (text: string) => `${text.split("\n").slice(0, 3).join("\n")}\n`;
  copyAndEdit(place, "results", "halted", "log.jsonl", keepThree);
  copyAndEdit(place, "parts", "stopped", "shard-1-of-2/log.jsonl", keepThree);
  copyAndEdit(place, "whole", "unfinished", "shard-1-of-1/log.jsonl", keepThree);
  copyAndEdit(place, "whole", "alien", "shard-1-of-1/experiment.json", (text) =>
    text.replace(/"hash": "./, '"hash": "x').replace(/"version": "[^"]*"/, '"version": "9.9.9"'),
  );
  const shard = (text: string) => (edit: string) => edit.replace('"shard": "1/2"', `"shard": "${text}"`);
  copyAndEdit(place, "parts", "crowded", "shard-1-of-2/experiment.json", shard("1/50000000"));
  copyAndEdit(place, "parts", "third", "shard-1-of-2/experiment.json", shard("1/3"));
  copyAndEdit(place, "parts", "copies", "shard-1-of-2/log.jsonl", (text) => text);
}

/** Runs of two ticks to continue: a sound one, and some that are damaged. */
async function prepareRuns(place: Workplace): Promise<void> {
  const small = ["--network", "friends.csv", "--ticks", "2", "--quiet", "--checkpoint"];
  await place.succeed("run", ...small, "--out", "brief");
  copyAndEdit(place, "brief", "older-run", "run.json", (text) => text.replace(/"version": "[^"]*"/, '"version": "9.9.9"'));
  copyAndEdit(place, "brief", "edited-run", "run.json", (text) => text.replace('"ticks": 2', '"ticks": "two"'));
  copyAndEdit(place, "brief", "changed-run", "run.json", (text) => text.replace(/"state_hash": "./, '"state_hash": "x'));
  copyAndEdit(place, "brief", "damaged-checkpoint", "checkpoint.bin", () => "damaged");
  copyAndEdit(place, "brief", "alien-checkpoint", "run.json", (text) => text.replace(/"seed": "[^"]*"/, '"seed": "other"'));
}

/** Copies a folder and changes one of its files. */
function copyAndEdit(place: Workplace, from: string, to: string, file: string, edit: (text: string) => string): void {
  cpSync(place.path(from), place.path(to), { recursive: true });
  place.write(`${to}/${file}`, edit(place.read(`${to}/${file}`)));
}

/** Everything that the command line says about itself: flags, files and folders. */
export async function commandExamples(place: Workplace): Promise<Example[]> {
  await prepare(place);
  const before = process.cwd();
  process.chdir(place.folder);
  try {
    const examples: Example[] = [];
    for (const args of lines) examples.push(await say(place, args));
    for (const args of longer) examples.push(await sayFromProcess(place, args));
    return examples;
  } finally {
    process.chdir(before);
  }
}

/** Runs one command line in this process and keeps what it prints to standard error; of `status`, everything. */
async function say(place: Workplace, args: readonly string[]): Promise<Example> {
  const printed: string[] = [];
  const { stderr, stdout } = process;
  const [writeError, writeOutput] = [stderr.write, stdout.write];
  const path = process.env.PATH ?? "";
  if (args.includes("--submit")) process.env.PATH = ""; // without sbatch
  stderr.write = (text: string | Uint8Array) => printed.push(String(text)) > 0;
  stdout.write = ((text: string, encoding: unknown, done: unknown) => {
    if (args[0] === "status") printed.push(text);
    for (const one of [encoding, done]) if (typeof one === "function") one();
    return true;
  }) as typeof stdout.write;
  try {
    await runCommandLine(args);
  } finally {
    stderr.write = writeError;
    stdout.write = writeOutput;
    process.env.PATH = path;
    process.exitCode = 0;
  }
  return exampleOf(place, args, printed.join(""));
}

async function sayFromProcess(place: Workplace, args: readonly string[]): Promise<Example> {
  const { stdout, stderr } = await place.weakties(...args);
  return exampleOf(place, args, stdout + stderr);
}

/** Lines that every command line prints before its problems, and lines that change with each run: sizes of files and times. */
const left = /^$|^weakties: \d+ problems?, |^ *[\w./-]+ +[\d.,]+ (bytes|kB|MB)$|\d m?s\b|\bETA\b/;

function exampleOf(place: Workplace, args: readonly string[], printed: string): Example {
  const folders = [realpathSync(place.folder), place.folder];
  const text = folders.reduce((sofar, folder) => sofar.replaceAll(folder, "/home/ana/study"), printed);
  const messages = text.split("\n").filter((line) => !left.test(line));
  const shown = args.map((arg) => (arg === "" || arg.includes(" ") ? JSON.stringify(arg) : arg)).join(" ");
  return { input: `weakties ${shown}`, messages };
}
