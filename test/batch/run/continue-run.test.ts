import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";

const place = new Workplace();
const OLD_END = 170;
const NEW_END = 230;

beforeAll(async () => {
  const people = Array.from({ length: 60 }, (_, k) => `${k === 0 ? "Ann" : `person ${k}`},${k % 5}`);
  place.write("people.csv", `name,circle\n${people.join("\n")}\n`);
  place.write("early.yaml", "- {tick: 10, set: {gossip: off}, until: 180}\n- {tick: 30, add: 2, circle: '0', names: [Gus, Hal]}\n");
  place.write("all.yaml", `${place.read("early.yaml")}- {tick: 171, set: {hearsay: 0.9}}\n- {tick: 200, add_ties: [[Gus, Ann]]}\n`);
  place.write("late.yaml", "- {tick: 200, add_ties: [[Gus, Ann]]}\n");
  const run = ["run", "--agents", "people.csv", "--seed", "one", "--quiet", "--every", "10", "--ties-every", "25", "--events"];
  await place.succeed(...run, "--interventions", "all.yaml", "--ticks", `${NEW_END}`, "--out", "whole");
  await place.succeed(...run, "--interventions", "early.yaml", "--ticks", `${OLD_END}`, "--out", "bare");
  await place.succeed(...run, "--interventions", "early.yaml", "--ticks", `${OLD_END}`, "--out", "kept", "--checkpoint");
});

/** The lines of a table from the given tick onward, without its header. */
function linesFrom(file: string, tick: number): string[] {
  const lines = place.read(file).trimEnd().split("\n").slice(1);
  return lines.filter((line) => Number(line.split(",")[0]) >= tick);
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(place.path(folder)).map((name) => [name, readFileSync(place.path(`${folder}/${name}`), "hex")]),
  );
}

const added = ["--set", "hearsay=0.9", "--interventions", "late.yaml", "--ticks", `${NEW_END}`];

describe.each(["bare", "kept"])("a run that continues the folder %s", (source) => {
  const out = `from-${source}`;

  beforeAll(async () => {
    const before = contents(source);
    await place.succeed("run", "--from", source, ...added, "--out", out, "--quiet");
    expect(contents(source)).toEqual(before);
  });

  test("reaches the state of one uninterrupted run", () => {
    const hash = (folder: string) => JSON.parse(place.read(`${folder}/run.json`)).state_hash;
    expect(hash(out)).toBe(hash("whole"));
    expect(place.read(`${out}/run.json`)).toBe(place.read("whole/run.json"));
  });

  test("writes the same tables for its ticks, with one-year rates and three-year conversions", () => {
    expect(linesFrom(`${out}/series.csv`, 0)).toEqual(linesFrom("whole/series.csv", OLD_END));
    expect(linesFrom(`${out}/series.csv`, 0)).toHaveLength(7);
    for (const table of ["ties.csv", "events.csv"])
      expect(linesFrom(`${out}/${table}`, 0)).toEqual(linesFrom(`whole/${table}`, OLD_END + 1));
    expect(place.read(`${out}/agents.csv`)).toBe(place.read("whole/agents.csv"));
  });

  test("can be repeated from its start with its run.json", async () => {
    await place.succeed("run", "--config", `${out}/run.json`, "--out", `${out}-again`, "--quiet", "--force");
    expect(place.read(`${out}-again/series.csv`)).toBe(place.read("whole/series.csv"));
  });
});

test("a row right after the old end has the rates of the uninterrupted run", async () => {
  await place.succeed("run", "--from", "kept", ...added, "--every", "1", "--out", "each-tick", "--quiet");
  await place.succeed("run", "--config", "whole/run.json", "--every", "1", "--out", "whole-each-tick", "--quiet");
  expect(linesFrom("each-tick/series.csv", 0)).toEqual(linesFrom("whole-each-tick/series.csv", OLD_END));
});

describe("--from refuses", () => {
  async function refuse(...args: string[]): Promise<string> {
    const { code, stderr } = await place.weakties("run", ...args);
    expect(code).toBe(2);
    return stderr;
  }

  /** A copy of a folder with changed files. */
  function variant(name: string, files: Record<string, string | Uint8Array>): string {
    rmSync(place.path(name), { recursive: true, force: true });
    const all = {
      "run.json": place.read("kept/run.json"),
      "checkpoint.bin": readFileSync(place.path("kept/checkpoint.bin")),
      ...files,
    };
    mkdirSync(place.path(name));
    for (const [file, text] of Object.entries(all)) place.write(`${name}/${file}`, text);
    return name;
  }

  test("an end that is missing or not after the old one, along with all other problems", async () => {
    expect(await refuse("--from", "kept")).toContain("--from needs --ticks, the new end: the run in kept ended at tick 170");
    const stderr = await refuse("--from", "kept", "--ticks", "170", "--seed", "2", "--set", "agents=9", "--out", "kept", "--force");
    expect(stderr).toContain("--ticks must be after tick 170, where the run in kept ended, got 170");
    expect(stderr).toContain("--seed cannot be combined with --from: the run in kept has its own; leave --seed out");
    expect(stderr).toContain("--set: agents cannot change during a run; it is set at the start");
    expect(stderr).toContain("--out: kept is the folder of the run to continue, which is only read: choose another folder");
  });

  test("an intervention in the past", async () => {
    expect(await refuse("--from", "kept", "--ticks", "200", "--interventions", "early.yaml")).toContain(
      "early.yaml, line 1: tick must be after 170, where the continued run ended, got 10",
    );
  });

  test("a path that is not the folder of a run", async () => {
    expect(await refuse("--from", "nowhere", "--ticks", "9")).toContain("--from: nowhere is not the folder of a run");
    expect(await refuse("--from", "people.csv", "--ticks", "9")).toContain(
      "--from: people.csv is a file: name the folder of a run",
    );
    const foreign = variant("foreign", { "run.json": '{"seed": 1}' });
    expect(await refuse("--from", foreign, "--ticks", "900")).toContain("foreign/run.json: was not written by weakties run");
  });

  test("a folder from another version", async () => {
    const record = place.read("kept/run.json").replace(/"version": "[^"]*"/, '"version": "0.0.1"');
    expect(await refuse("--from", variant("old", { "run.json": record }), "--ticks", "900")).toMatch(
      /old\/run\.json: version must be .*, got "0\.0\.1": continue the run with the version that wrote it/,
    );
  });

  test("a checkpoint that was changed or belongs to another run", async () => {
    const bytes = readFileSync(place.path("kept/checkpoint.bin"));
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
    expect(await refuse("--from", variant("bent", { "checkpoint.bin": bytes }), "--ticks", "900")).toContain(
      "remove the file to replay the run instead",
    );
    const record = place.read("kept/run.json").replace('"seed": "one"', '"seed": "two"');
    expect(await refuse("--from", variant("mixed", { "run.json": record }), "--ticks", "900")).toContain(
      "mixed/checkpoint.bin: does not belong to the run in run.json",
    );
    const shorter = place.read("kept/run.json").replace('"ticks": 170', '"ticks": 160');
    expect(await refuse("--from", variant("late", { "run.json": shorter }), "--ticks", "900")).toContain(
      "late/checkpoint.bin: does not belong to the run in run.json",
    );
  });

  test("a record whose state differs from the run's at its old end, and writes nothing", async () => {
    const record = place.read("bare/run.json").replace(/"state_hash": "[^"]*"/, '"state_hash": "0000000000000000"');
    const changed = variant("changed", { "run.json": record });
    const stderr = await refuse("--from", changed, "--ticks", "900", "--out", "never");
    expect(stderr).toMatch(/changed\/run\.json: the run differs from its record at tick 170: state hash \w{16}, recorded 0{16}/);
    expect(place.listing().some((path) => path.startsWith("never"))).toBe(false);
  });
});
