import { cpSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { encodeEntry, type LogEntry } from "../../../batch/experiment/log/log-entry.ts";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, logLines, TINY } from "../../helpers/experiment-files.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
/** Four design points, two arms and two replicates: 16 runs. */
const SMALL = TINY.replace("replicates: 6", "replicates: 2");
let folders = 0;
/** the folder of each test */
let folder = "";

beforeAll(async () => {
  expect((await run("finished")).code).toBe(0);
});

beforeEach(() => {
  folder = `grown-${++folders}`;
});

/** Puts the finished experiment into the folder of the test. */
const copyFinished = () => cpSync(place.path("finished"), place.path(folder), { recursive: true });

/** Runs the small experiment with some lines replaced. */
async function run(out: string, changes: readonly (readonly [string, string])[] = [], ...flags: string[]) {
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, SMALL);
  place.write("grows.yaml", text);
  // A second thread would take longer to start than these runs take.
  return await place.weakties("experiment", "grows.yaml", "--out", out, "--jobs", "1", ...flags);
}

/** Ids of the finished runs, in the order in which they finished. */
const made = (out: string) => logLines(place, out).map(({ id }) => id);

describe("an extension makes only the new runs, and all files are those of the larger experiment", () => {
  test.each([
    ["a value of a grid, in its midst", "blow_off: [0, 0.4]", "blow_off: [0, 0.2, 0.4]", 8],
    ["a replicate", "replicates: 2", "replicates: 3", 8],
    ["an arm", "  as_is: {}", "  as_is: {}\n  deaf: {parameters: {introductions: off}}", 8],
  ])("%s", async (_, from, to, more) => {
    copyFinished();
    const before = made(folder);
    const { code } = await run(folder, [[from, to]]);
    expect(code).toBe(0);
    const after = made(folder);
    expect(after.slice(0, 16)).toEqual(before);
    expect(after).toHaveLength(16 + more);
    expect(new Set(after).size).toBe(16 + more);
    await run(`${folder}-at-once`, [[from, to]]);
    expect(finishedFiles(place, folder)).toEqual(finishedFiles(place, `${folder}-at-once`));
  });

  test("points of a Sobol sequence", async () => {
    const sobol = (points: number) =>
      [
        ["  gossip: [on, off]\n  blow_off: [0, 0.4]", "  blow_off: {from: 0, to: 0.8}\n  openness_mean: {from: 0.2, to: 0.8}"],
        ["arms:", `design: {kind: sobol, points: ${points}}\narms:`],
      ] as const;
    await run(folder, sobol(4));
    const before = made(folder);
    expect((await run(folder, sobol(8))).code).toBe(0);
    expect(made(folder).slice(0, before.length)).toEqual(before);
    expect(made(folder)).toHaveLength(2 * before.length);
    await run(`${folder}-at-once`, sobol(8));
    expect(finishedFiles(place, folder)).toEqual(finishedFiles(place, `${folder}-at-once`));
  });

  test("points of a list", async () => {
    const list = (points: string) =>
      [["vary:\n  gossip: [on, off]\n  blow_off: [0, 0.4]", `design: {kind: list, points: [${points}]}`]] as const;
    await run(folder, list("{blow_off: 0.1, gossip: on}, {blow_off: 0.3, gossip: off}"));
    expect(
      (await run(folder, list("{blow_off: 0.1, gossip: on}, {blow_off: 0.5, gossip: on}, {blow_off: 0.3, gossip: off}"))).code,
    ).toBe(0);
    expect(made(folder)).toHaveLength(12);
  });
});

describe("a new outcome", () => {
  const added = [["  trust: mean_trust_score", "  trust: mean_trust_score\n  bridges: local_bridges"]] as const;

  test("makes all runs again, with the same results, and keeps old columns", async () => {
    copyFinished();
    const before = place.records(`${folder}/runs.csv`);
    const { code, stderr } = await run(folder, added);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("16 runs are made again") });
    const after = place.records(`${folder}/runs.csv`);
    expect(after.map(({ bridges: _, ...others }) => others)).toEqual(before);
    expect(after.every(({ bridges }) => /^\d+$/.test(bridges))).toBe(true);
    await run(`${folder}-at-once`, added);
    expect(finishedFiles(place, folder)).toEqual(finishedFiles(place, `${folder}-at-once`));
  });

  test("fails every run whose state hash differs from its record, and keeps old columns", async () => {
    copyFinished();
    const before = place.records(`${folder}/runs.csv`);
    // The log records state hashes that this program does not reproduce.
    const forged = logLines(place, folder);
    place.write(
      `${folder}/log.jsonl`,
      forged.map(({ check: _, ...line }) => encodeEntry({ ...(line as unknown as LogEntry), state_hash: "0".repeat(16) })).join(""),
    );
    const { code, stdout } = await run(folder, added);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining("16 failed") });
    const after = place.records(`${folder}/runs.csv`);
    expect(after.map(({ trust }) => trust)).toEqual(before.map(({ trust }) => trust));
    expect(after.map(({ bridges }) => bridges)).toEqual(before.map(() => ""));
    expect(after[0].error).toMatch(/^the run differs from its record: state hash [\da-f]{16}, recorded 0{16}$/);
  });

  test("series can be added in the same way", async () => {
    const without = [["series: {every: 10, measures: [weak_ties, mean_trust_score]}", ""]] as const;
    await run(folder, without);
    expect(finishedFiles(place, folder)).not.toHaveProperty("series.csv");
    expect((await run(folder)).code).toBe(0);
    expect(finishedFiles(place, folder)).toEqual(finishedFiles(place, "finished"));
  });

  test("does not take over values of a removed outcome with the same name", async () => {
    copyFinished();
    await run(folder, [["  trust: mean_trust_score\n", ""]]);
    const other = [["  trust: mean_trust_score", "  trust: mean_trust_share"]] as const;
    expect((await run(folder, other)).code).toBe(0);
    await run(`${folder}-at-once`, other);
    const columns = ["runs.csv", "summary.csv"];
    for (const name of columns) expect(place.read(`${folder}/${name}`)).toBe(place.read(`${folder}-at-once/${name}`));
  });

  test("renaming an outcome makes no run again", async () => {
    copyFinished();
    expect((await run(folder, [["  trust: mean_trust_score", "  confidence: mean_trust_score"]])).code).toBe(0);
    expect(made(folder)).toHaveLength(16);
    expect(place.records(`${folder}/runs.csv`)[0].confidence).toMatch(/^\d+\.\d+$/);
  });
});

test("runs and values that the file no longer asks for stay in the log and return without a new run", async () => {
  copyFinished();
  const whole = finishedFiles(place, folder);
  const { stderr } = await run(folder, [["replicates: 2", "replicates: 1"]]);
  expect(stderr).toContain("8 runs are no longer in the design: log.jsonl keeps them, the tables leave them out");
  expect(place.records(`${folder}/runs.csv`)).toHaveLength(8);
  expect((await run(folder)).code).toBe(0);
  expect(made(folder)).toHaveLength(16);
  expect(finishedFiles(place, folder)).toEqual(whole);
});

test("tables that were asked for once are renewed or removed, never left as they were", async () => {
  copyFinished();
  const without = [["series: {every: 10, measures: [weak_ties, mean_trust_score]}", ""]] as const;
  await run(folder, [], "--parquet");
  const before = finishedFiles(place, folder);
  await run(folder, [...without, ["replicates: 2", "replicates: 1"]]);
  const after = finishedFiles(place, folder);
  expect(Object.keys(before)).toEqual(expect.arrayContaining(["series.csv", "series.parquet", "runs.parquet"]));
  expect(Object.keys(after).filter((name) => name.startsWith("series"))).toEqual([]);
  await run(`${folder}-at-once`, [...without, ["replicates: 2", "replicates: 1"]], "--parquet");
  expect(after).toEqual(finishedFiles(place, `${folder}-at-once`));
});

describe("an experiment file that gives finished runs another meaning is refused, with the difference", () => {
  test.each([
    ["fewer ticks", "ticks: 20", "ticks: 19", "ticks: 20, now 19"],
    ["another burn_in", "burn_in: 5", "burn_in: 6", "burn_in: 5, now 6"],
    ["another seed", "seed: tiny", "seed: large", 'seed: "tiny", now "large"'],
    ["a parameter", "ties_within: 4", "ties_within: 5", "parameters.ties_within: 4, now 5"],
    [
      "an arm that sets something else",
      "follow_through: 1",
      "follow_through: 0.9",
      "arms.keep.focal_traits.follow_through: 1, now 0.9",
    ],
    ["other focal agents", "every: 6", "every: 8", "focal_agents.every: 6, now 8"],
    ["an outcome of the same name", "measure: active_ties", "measure: weak_ties", "outcomes.ties"],
    ["another factor", "blow_off: [0, 0.4]", "openness_mean: [0.2, 0.4]", "vary: gossip, blow_off, now gossip, openness_mean"],
  ])("%s", async (_, from, to, difference) => {
    copyFinished();
    const files = finishedFiles(place, folder);
    const log = place.read(`${folder}/log.jsonl`);
    const { code, stderr } = await run(folder, [[from, to]]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(difference) });
    // One change is one problem: windows that only follow from it are not listed.
    expect(stderr.match(/Use another --out, or undo the change/g)).toHaveLength(1);
    expect(finishedFiles(place, folder)).toEqual(files);
    expect(place.read(`${folder}/log.jsonl`)).toBe(log);
  });

  test.each([
    ["Latin hypercube", "latin_hypercube, points: 4", "latin_hypercube, points: 6"],
    ["Morris", "morris, trajectories: 2, levels: 4", "morris, trajectories: 3, levels: 4"],
    ["Saltelli", "saltelli, base: 2", "saltelli, base: 4"],
  ])("designs that cannot be extended need a new folder: %s", async (_, small, large) => {
    const as = (design: string) =>
      [
        ["  gossip: [on, off]\n  blow_off: [0, 0.4]", "  blow_off: {from: 0, to: 0.8}\n  openness_mean: {from: 0.2, to: 0.8}"],
        ["arms:", `design: {kind: ${design}}\narms:`],
      ] as const;
    expect((await run(folder, as(small))).code).toBe(0);
    const { code, stderr } = await run(folder, as(large));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("design: ") });
    expect((await run(folder, [...as(small), ["replicates: 2", "replicates: 3"]])).code).toBe(0);
  });

  test("results of another version", async () => {
    copyFinished();
    const record = JSON.parse(place.read(`${folder}/experiment.json`));
    place.write(`${folder}/experiment.json`, JSON.stringify({ ...record, version: "0.0.1" }));
    const { code, stderr } = await run(folder);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("was made by weakties 0.0.1, but this is") });
  });

  test("a shard, as a whole", async () => {
    await run(folder, [], "--shard", "1/2");
    const { code, stderr } = await run(`${folder}/shard-1-of-2`);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("is shard 1/2 of an experiment") });
  });

  test("a shard, once its file has changed", async () => {
    await run(folder, [], "--shard", "1/2");
    const { code, stderr } = await run(folder, [["replicates: 2", "replicates: 3"]], "--shard", "1/2");
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("a shard cannot change") });
  });
});
